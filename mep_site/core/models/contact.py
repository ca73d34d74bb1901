"""How to reach an office."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from mep_site.translations.admin.forms.edit_handlers import fact, translated
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in

from ..facts.office_hours import OfficeHours, office_hours, validate_times
from ..facts.reaching import FACTS, office_line
from ..facts.telephones import numbers_for
from .row import Row


class ContactPoint(Row):
    """An address, with the numbers under which it can be reached.

    Numbers are kept as they are written: an old number without an area code is not completed.
    The hours are those of the office in Beijing time.
    """

    page = ParentalKey("core.BasePage", on_delete=models.CASCADE, related_name="contact_points")
    office = models.CharField(
        _("office"),
        max_length=255,
        blank=True,
        help_text=_("Whom one reaches here; empty if it is the body that the page describes."),
    )
    purpose = models.TextField(
        _("what it is for"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences: with what one turns to this office."),
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    telephone = models.CharField(
        _("telephone"),
        max_length=100,
        blank=True,
        help_text=_(
            "With the area code, such as 010-82268232 or +86-10-82268232; readers of translations "
            "see it with +86. Short numbers such as 12369 stay as they are."
        ),
    )
    fax = models.CharField(_("fax"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)

    first_day = models.PositiveSmallIntegerField(
        _("first day of the week"), choices=WEEKDAYS, null=True, blank=True
    )
    last_day = models.PositiveSmallIntegerField(
        _("last day of the week"),
        choices=WEEKDAYS,
        null=True,
        blank=True,
        help_text=_("Empty if the office can be reached on one day of the week only."),
    )
    hours = models.CharField(
        _("hours"),
        max_length=100,
        blank=True,
        validators=[validate_times],
        help_text=_("By Beijing time, such as 08:30-11:30, 13:30-17:00."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees by WGS 84, south is negative. With both a link leads to a map."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees by WGS 84, west is negative."),
    )

    panels = [
        *translated("office", "purpose", "address"),
        FieldRowPanel([fact("postcode"), fact("telephone"), fact("fax")]),
        FieldRowPanel([fact("email"), fact("website")]),
        FieldRowPanel([fact("first_day"), fact("last_day"), fact("hours")]),
        FieldRowPanel([fact("latitude"), fact("longitude")]),
    ]

    class Meta(Row.Meta):
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")

    def __str__(self) -> str:
        return self.telephone or self.email or self.postcode

    def clean(self) -> None:
        """Refuse hours without a day, days without hours, and half a place on the map."""
        super().clean()
        if bool(self.hours) != (self.first_day is not None):
            raise ValidationError({"hours": _("Enter both the days and the hours, or neither.")})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Enter both numbers, or neither.")})

    @property
    def office_hours(self) -> OfficeHours | None:
        """When the office can be reached, if that is known."""
        return office_hours(self.first_day, self.last_day, self.hours)

    def search_line(self, language: Language) -> str:
        """What the search reads of it, in the active language."""
        facts = {name: getattr(self, name, "") for name in FACTS}
        facts |= {name: numbers_for(facts[name], language) for name in ("telephone", "fax")}
        hours = self.office_hours
        facts["hours"] = hours.text(language) if hours else ""
        texts = {
            name: text_in(self, name, language) or "" for name in ("office", "purpose", "address")
        }
        facts["address"] = texts["address"]
        return office_line(texts["office"], facts, texts["purpose"])
