"""The ministry's approved table of country names.

Names of states are sensitive: they come from this table only, never from CLDR or another library,
and states are listed in the stored order, never sorted by the rules of a language.
"""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages.text import localized


class Country(models.Model):
    """A state with its approved short and official names in every language."""

    iso_code = models.CharField(
        _("ISO code"),
        max_length=2,
        primary_key=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Enter two capital letters, such as KZ."))],
        help_text=_("The two-letter code of ISO 3166-1, such as KZ."),
    )
    short_name = models.CharField(
        _("short name"), max_length=100, help_text=_("Such as “Kazakhstan”.")
    )
    official_name = models.CharField(
        _("official name"),
        max_length=200,
        blank=True,
        help_text=_("Such as “the Republic of Kazakhstan”."),
    )
    latitude = models.FloatField(
        _("latitude on maps"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_(
            "In degrees, south is negative. Maps mark the state at its capital, or wherever the "
            "ministry decides; without a place they leave it out."
        ),
    )
    longitude = models.FloatField(
        _("longitude on maps"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, west is negative."),
    )
    sort_order = models.PositiveIntegerField(
        _("order"),
        default=0,
        editable=False,
        db_index=True,
    )

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["sort_order", "iso_code"]

    def __str__(self) -> str:
        name = localized(self, "short_name")
        return str(name) if name else self.iso_code
