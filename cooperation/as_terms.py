"""Programmes and the organisations in them as terms: their names have one rendering."""

from collections.abc import Iterable
from itertools import chain

from mep_site.terms.matching import TermEntry, TermKind
from mep_site.terms.records import terms_of
from mep_site.translations.languages import Language, authoritative

from .models import Member, Programme


def terms_of_programmes(language: Language) -> Iterable[TermEntry]:
    """The programmes that the public can read in Chinese and in this language."""
    both = authoritative(), language
    programmes = Programme.objects.published().in_language(both[0]).in_language(both[1])
    names = [each.column(field) for each in both for field in ("title", "abbreviation")]
    organisations = [each.column("organisation") for each in both]
    members = Member.objects.filter(programme__in=programmes).order_by("pk")
    return chain(
        terms_of(TermKind.BODY, programmes.order_by("pk").values_list(*names)),
        terms_of(TermKind.BODY, members.values_list(*organisations)),
    )
