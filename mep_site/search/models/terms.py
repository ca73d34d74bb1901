"""Names of bodies, treaties and things that mean the same, as the ministry uses them."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages import languages
from mep_site.translations.languages.text import localized


class Term(models.Model):
    """A name in every language; whoever searches for one of its forms finds all of them."""

    name = models.CharField(_("name"), max_length=200, blank=True)
    abbreviation = models.CharField(
        _("abbreviation"), max_length=50, blank=True, help_text=_("Such as SCO.")
    )
    synonyms = models.TextField(
        _("synonyms"),
        blank=True,
        help_text=_("Other names that visitors type, one on each line."),
    )

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        ordering = [languages()[0].column("name"), "pk"]

    def __str__(self) -> str:
        return str(localized(self, "name") or self.pk)

    def clean(self) -> None:
        """Refuse a term that leads nowhere."""
        if len(set(self.forms())) < 2:
            column = languages()[0].column("name")
            message = _("Enter at least two forms, in one or in several languages.")
            raise ValidationError({column: message})

    def forms(self) -> Iterator[str]:
        """Every form of the name in every language."""
        for language in languages():
            for field in ("name", "abbreviation", "synonyms"):
                lines = (getattr(self, language.column(field)) or "").splitlines()
                yield from (line.strip() for line in lines if line.strip())


def groups_of_forms() -> list[tuple[str, ...]]:
    return [tuple(term.forms()) for term in Term.objects.order_by("pk")]
