"""Leaders, departments, divisions and institutions as terms: their names have one rendering."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import Model, QuerySet

from mep_site.terms.matching import TermEntry, TermKind
from mep_site.terms.records import terms_of
from mep_site.translations.languages import Language, authoritative

from .models import Department, Division, Institution, Leader


def terms_of_persons_and_bodies(language: Language) -> Iterable[TermEntry]:
    """Those of which the public can read a page in Chinese and in this language."""
    departments = _readable(Department, language)
    institutions = _readable(Institution, language)
    divisions = Division.objects.filter(department__in=departments)
    return chain(
        _names(TermKind.NAME, _readable(Leader, language), language, "title"),
        _names(TermKind.BODY, departments, language, "title"),
        _names(TermKind.BODY, institutions, language, "title", "abbreviation"),
        _names(TermKind.BODY, divisions, language, "name"),
        _names(TermKind.BODY, divisions, language, "alternative_name"),
    )


def _readable(model: type[Model], language: Language) -> QuerySet:
    return model.objects.published().in_language(authoritative()).in_language(language)


def _names(
    kind: TermKind, records: QuerySet, language: Language, *fields: str
) -> Iterator[TermEntry]:
    columns = [each.column(field) for each in (authoritative(), language) for field in fields]
    return terms_of(kind, records.order_by("pk").values_list(*columns))
