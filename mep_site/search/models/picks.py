"""Pages that editors put above the results of certain searches."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, get_language
from mep_site.translations.models.edition import language_choices

from ..analysis.index_terms import index_terms
from .periods import Period, PeriodQuerySet


def pages_picked_for(text: str, language: Language) -> list[int]:
    """The primary keys of the pages that are picked for what somebody typed."""
    asked = index_terms(text, language)
    return [page_id for page_id, terms in _current(language) if asked and asked in terms]


@by_version(maxsize=16)
def _current(language: Language) -> tuple[tuple[int, list[list[str]]], ...]:
    """The picks of today in a language: the page, and the terms of each of the searches."""
    picks = Pick.objects.current().filter(language=language.code).order_by("pk")
    return tuple((pick.page_id, pick.terms()) for pick in picks)


class Pick(Period):
    """A page that stands first for some searches, in one language and perhaps for a time."""

    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    queries = models.TextField(
        _("searches"), help_text=_("What visitors type, one search on each line.")
    )

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("editors’ pick")
        verbose_name_plural = _("editors’ picks")
        ordering = ["language", "pk"]

    def __str__(self) -> str:
        return self.queries.partition("\n")[0]

    def clean(self) -> None:
        """Refuse a pick that no search brings up."""
        super().clean()
        if self.queries and not any(self.terms()):
            raise ValidationError({"queries": _("Enter at least one word that visitors type.")})

    def terms(self) -> list[list[str]]:
        """The terms of each of the searches."""
        language = get_language(self.language)
        return [index_terms(line, language) for line in self.queries.splitlines()]
