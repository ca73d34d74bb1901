"""The structured facts of a programme."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from mep_site.core.models import Row
from mep_site.translations.admin.forms.edit_handlers import fact, translated
from mep_site.translations.languages.dates import PartialDateField
from mep_site.translations.languages.text import localized


class Member(Row):
    """A state or an organisation that takes part, in protocol order."""

    class Status(models.TextChoices):
        """How a state or an organisation takes part."""

        MEMBER = "member", _("member")
        OBSERVER = "observer", _("observer")
        DIALOGUE_PARTNER = "dialogue_partner", _("dialogue partner")

        @property
        def group_label(self) -> str:
            """The heading of a list of these."""
            return {
                self.MEMBER: _("Members"),
                self.OBSERVER: _("Observers"),
                self.DIALOGUE_PARTNER: _("Dialogue partners"),
            }[self]

    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="members"
    )
    country = models.ForeignKey(
        "countries.Country",
        verbose_name=_("country"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("From the approved table of country names."),
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=255,
        blank=True,
        help_text=_("Only if it is not a state, such as the United Nations."),
    )
    status = models.CharField(
        pgettext_lazy("of a member", "status"), max_length=20, choices=Status, default=Status.MEMBER
    )

    panels = [
        FieldRowPanel([fact("country"), fact("status")]),
        *translated("organisation"),
    ]

    class Meta(Row.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def clean(self) -> None:
        """Require a country or an organisation, and not both."""
        super().clean()
        if bool(self.country_id) == bool(localized(self, "organisation")):
            raise ValidationError(
                {"country": _("Choose a country or name an organisation, and not both.")}
            )


class Quotation(Row):
    """What a leader or a document said about the cooperation."""

    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="quotations"
    )
    text = models.TextField(_("text"), blank=True, help_text=_("Without quotation marks."))
    speaker = models.CharField(
        _("speaker"), max_length=255, blank=True, help_text=_("Empty if a document is quoted.")
    )
    occasion = models.CharField(_("occasion or document"), max_length=255, blank=True)
    place = models.CharField(_("place"), max_length=255, blank=True)
    date = PartialDateField(_("date"))

    panels = [*translated("text", "speaker", "occasion", "place"), fact("date")]

    class Meta(Row.Meta):
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")


class Milestone(Row):
    """An event in the history of the programme."""

    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="milestones"
    )
    date = PartialDateField(_("date"))
    text = models.TextField(_("text"), blank=True)

    panels = [fact("date"), *translated("text")]

    class Meta(Row.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")


class WorkingGroup(Row):
    """A body that meets: a committee, a working group, a series of expert meetings, a forum."""

    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="working_groups"
    )
    name = models.CharField(_("name"), max_length=255, blank=True)
    launched = PartialDateField(_("launched"))
    sessions_held = models.PositiveIntegerField(
        _("sessions held"), null=True, blank=True, help_text=_("Leave empty if it is not known.")
    )
    sessions_as_of = PartialDateField(
        _("as of"), help_text=_("To which date the number of sessions refers, if that is known.")
    )

    panels = [
        *translated("name"),
        FieldRowPanel([fact("launched"), fact("sessions_held"), fact("sessions_as_of")]),
    ]

    class Meta(Row.Meta):
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")


class ProgrammeDocument(Row):
    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="documents"
    )
    document = models.ForeignKey(
        "media.SiteDocument",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    date = PartialDateField(_("date"), help_text=_("The date of the document."))

    panels = [fact("document"), fact("date")]

    class Meta(Row.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class ProgrammeFigure(Row):
    programme = ParentalKey(
        "cooperation.Programme", on_delete=models.CASCADE, related_name="figures"
    )
    image = models.ForeignKey(
        "media.SiteImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    caption = models.CharField(
        _("caption"),
        max_length=500,
        blank=True,
        help_text=_("If empty, the caption from the picture library is used."),
    )

    panels = [fact("image"), *translated("caption")]

    class Meta(Row.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
