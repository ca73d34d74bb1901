"""Teaches the search which states a page is about, and how they are called in every language."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mep_site.countries.models import Country
from mep_site.search.analysis.index_terms import Phrase, index_terms, phrases_in
from mep_site.search.query.ranking import occurrences
from mep_site.translations.content.rows import load_rows, row_relations
from mep_site.translations.languages import Language, languages
from mep_site.translations.languages.text import localized, text_in

from .models import BasePage

# ISO codes of states, and the phrases that name them.
Names = dict[Language, list[tuple[str, Phrase]]]
# The code of a state, and its name in each language.
Called = tuple[str | None, ...]


def country_marks(pages: Sequence[BasePage]) -> Iterator[list[tuple[str, str]]]:
    """For each of these pages, which are of one type, the states it is about, by their ISO codes.

    Those are the states that its rows refer to or that its title names. The summary counts as the
    title does; names are those of the ministry's table.
    """
    load_rows(*pages)
    names = _names()
    for page in pages:
        codes = {*_referred_to(page), *_named(page, names)}
        yield [("country", code) for code in sorted(codes)]


def _referred_to(page: BasePage) -> Iterator[str]:
    for relation in row_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            if getattr(row, "country_id", None):
                yield row.country_id


def _names() -> Names:
    """How every state is called in each language."""
    columns = [language.column("short_name") for language in languages()]
    return _phrases(tuple(Country.objects.order_by("pk").values_list("iso_code", *columns)))


@lru_cache(maxsize=2)
def _phrases(called: tuple[Called, ...]) -> Names:
    """The phrases of these names, which are cut once and not with every page that is indexed."""
    return {
        language: [
            (code, phrase) for code, *names in called for phrase in phrases_in(names[place] or "")
        ]
        for place, language in enumerate(languages())
    }


def _named(page: BasePage, names: Names) -> Iterator[str]:
    for language, phrases in names.items():
        texts = (text_in(page, field, language) for field in ("title", "summary"))
        terms = " ".join(["", *index_terms("\n".join(filter(None, texts)), language), ""])
        yield from (iso_code for iso_code, phrase in phrases if occurrences(phrase, terms))


def country_labels(codes: Iterable[str]) -> dict[str, object]:
    """The names of states by their codes in small letters, in the order of the table."""
    wanted = [code.upper() for code in codes]
    countries = Country.objects.filter(iso_code__in=wanted)
    return {each.iso_code.lower(): localized(each, "short_name") for each in countries}


def names_of_countries() -> list[tuple[str, ...]]:
    """The short name of every state in every language."""
    columns = [language.column("short_name") for language in languages()]
    return [tuple(filter(None, names)) for names in Country.objects.values_list(*columns)]
