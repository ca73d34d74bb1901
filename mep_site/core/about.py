"""Which states a page is about, and how they are called in every language."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mep_site.countries.models import Country
from mep_site.search.analysis.terms import index_terms, phrase_in
from mep_site.search.query.ranking import occurrences
from mep_site.translations.languages import languages
from mep_site.translations.rows import load_rows, row_relations
from mep_site.translations.text import localized, text_in

if TYPE_CHECKING:
    from .models import BasePage


def countries_of(page: "BasePage") -> list[str]:
    """The ISO codes of the states that rows of the page refer to or that its title names.

    The summary counts as the title does; names are those of the ministry's table.
    """
    return sorted({*_referred_to(page), *_named(page)})


def _referred_to(page: "BasePage") -> Iterator[str]:
    load_rows(page)
    for relation in row_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            if getattr(row, "country_id", None):
                yield row.country_id


def _named(page: "BasePage") -> Iterator[str]:
    countries = list(Country.objects.all())
    for language in languages():
        texts = (text_in(page, field, language) for field in ("title", "summary"))
        terms = " ".join(index_terms("\n".join(filter(None, texts))))
        for country in countries:
            phrase = phrase_in(text_in(country, "short_name", language) or "")
            if phrase and occurrences(phrase, f" {terms} "):
                yield country.iso_code


def country_labels(codes: Iterable[str]) -> dict[str, object]:
    """The names of states by their codes in small letters, in the order of the table."""
    wanted = [code.upper() for code in codes]
    countries = Country.objects.filter(iso_code__in=wanted)
    return {each.iso_code.lower(): localized(each, "short_name") for each in countries}


def names_of_countries() -> list[tuple[str, ...]]:
    """The short name of every state in every language."""
    columns = [language.column("short_name") for language in languages()]
    return [tuple(filter(None, names)) for names in Country.objects.values_list(*columns)]
