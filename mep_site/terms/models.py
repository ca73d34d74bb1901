"""The base of terms: Chinese terms, and the renderings that are approved or forbidden for them."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from mep_site.translations.languages import languages

from .kinds import kind_choices
from .matching import TermKind

LONGEST = 255


def rendering_languages() -> list[tuple[str, str]]:
    """The languages that terms have renderings in: all but Chinese."""
    return [(each.code, each.name) for each in languages() if not each.is_authoritative]


class ValidQuerySet(models.QuerySet):
    def valid_on(self, day: date) -> Self:
        """Those that are in force on a day."""
        has_begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        is_not_over = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(has_begun, is_not_over)


class Valid(models.Model):
    """In force from a day to a day, both included, as far as these are given."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    objects = ValidQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_begins",
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The last day of validity is before the first one."),
            )
        ]


class ApprovedTerm(Valid, ClusterableModel):
    """A Chinese term of which the ministry has decided how it is rendered."""

    chinese = models.CharField(
        _("Chinese term"),
        max_length=LONGEST,
        unique=True,
        help_text=_("As it stands in Chinese texts."),
    )
    kind = models.CharField(
        pgettext_lazy("of a term", "kind"),
        max_length=20,
        choices=kind_choices,
        default=TermKind.NAME.value,
    )
    definition = models.TextField(_("definition"), blank=True)
    source = models.CharField(
        pgettext_lazy("of a term", "authority"),
        max_length=LONGEST,
        blank=True,
        help_text=_("The document or body that says so."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Translators see it beside the term.")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta(Valid.Meta):
        verbose_name = pgettext_lazy("of the term base", "term")
        verbose_name_plural = pgettext_lazy("of the term base", "terms")
        ordering = ["chinese"]

    def __str__(self) -> str:
        return self.chinese


class TermRendering(Valid):
    """A rendering of a term in one language; of the approved ones the first is the usual one."""

    # Wagtail's forms put rows in order by it.
    sort_order_field = "sort_order"

    class Status(models.TextChoices):
        APPROVED = "approved", pgettext_lazy("of a rendering", "approved")
        FORBIDDEN = "forbidden", pgettext_lazy("of a rendering", "forbidden")

    term = ParentalKey(ApprovedTerm, on_delete=models.CASCADE, related_name="renderings")
    sort_order = models.PositiveIntegerField(default=0, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=rendering_languages)
    text = models.CharField(
        _("rendering"),
        max_length=LONGEST,
        help_text=_("In its dictionary form; other forms are recognised."),
    )
    status = models.CharField(
        pgettext_lazy("of a rendering", "status"),
        max_length=10,
        choices=Status,
        default=Status.APPROVED,
    )
    source = models.CharField(
        pgettext_lazy("of a term", "authority"), max_length=LONGEST, blank=True
    )

    class Meta(Valid.Meta):
        verbose_name = _("rendering")
        verbose_name_plural = _("renderings")
        ordering = ["sort_order", "pk"]
        constraints = [
            *Valid.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "language", "text"],
                name="rendering_once",
                violation_error_message=_("This rendering is given twice."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class TermBaseVersion(models.Model):
    """Which state the base is in: a word that is new with every change, in its transaction.

    Terms are not public, so that they do not raise the version of what is public. No word comes
    twice: what was read in a transaction that was rolled back is never taken for what came later.
    """

    word = models.CharField(max_length=22)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.word

    @classmethod
    def current(cls) -> str:
        return cls.objects.values_list("word", flat=True).first() or ""

    @classmethod
    def renew(cls) -> None:
        """Make everything that is remembered of the base old."""
        cls.objects.update_or_create(pk=1, defaults={"word": get_random_string(22)})


@receiver([post_save, post_delete], sender=ApprovedTerm)
@receiver([post_save, post_delete], sender=TermRendering)
def renew_version(**kwargs: Any) -> None:
    TermBaseVersion.renew()
