"""What the base has, as files have it."""

from collections.abc import Iterable

from ..matching import TermKind
from ..models import ApprovedTerm, TermRendering
from .listed import ListedPeriod, ListedRendering, ListedTerm


def listed_terms(chinese: Iterable[str] | None = None) -> list[ListedTerm]:
    """All terms of the base, or those of these that it has, in two queries."""
    terms = ApprovedTerm.objects.order_by("chinese")
    renderings = TermRendering.objects.all()
    if chinese is not None:
        wanted = set(chinese)
        terms = [term for term in terms if term.chinese in wanted]
    found: dict[int, list[ListedRendering]] = {}
    for each in renderings:
        found.setdefault(each.term_id, []).append(_listed_rendering(each))
    return [_listed_term(term, tuple(found.get(term.pk, ()))) for term in terms]


def _listed_rendering(rendering: TermRendering) -> ListedRendering:
    return ListedRendering(
        rendering.language,
        rendering.text,
        rendering.status == TermRendering.Status.FORBIDDEN,
        rendering.source,
        ListedPeriod(rendering.valid_from, rendering.valid_until),
    )


def _listed_term(term: ApprovedTerm, renderings: tuple[ListedRendering, ...]) -> ListedTerm:
    return ListedTerm(
        term.chinese,
        TermKind(term.kind),
        term.definition,
        term.source,
        term.note,
        ListedPeriod(term.valid_from, term.valid_until),
        renderings,
    )
