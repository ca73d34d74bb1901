"""A visitor's search from the request to the groups of results."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from wagtail.models import PageViewRestriction

from mep_site.translations.languages import Language, get_language

from .finding import Found, Hit, Scope, find
from .guessing import did_you_mean
from .models import Pick
from .query.expressions import mark
from .query.parsing import Query, parse
from .query.terminology import Terminology
from .registry import names
from .requests import DATE, SearchRequest


@dataclass(frozen=True)
class Group:
    """What was found in one language."""

    language: Language
    hits: list[Hit]
    is_capped: bool


@dataclass(frozen=True)
class Answer:
    """What was found: ``main`` in the language of the list, ``others`` in the other ones.

    ``picks`` are the pages that editors put first, ``suggestions`` what may have been meant.
    """

    query: Query
    main: Group
    others: list[Group] = field(default_factory=list)
    picks: list[int] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found in any language."""
        return not (self.main.hits or self.others or self.picks)


@lru_cache(maxsize=4)
def _terminology(groups: tuple[tuple[str, ...], ...]) -> Terminology:
    return Terminology(groups)


def current_terminology() -> Terminology:
    """The names that mean the same, as they are stored now."""
    return _terminology(tuple(names()))


def answer(request: SearchRequest) -> Answer:
    """Search for what was asked."""
    terminology = current_terminology()
    query = parse(request.text, terminology)
    scope = _scope(request)
    found = find(query, request.codes, scope, by_date=request.sort == DATE)
    main, *others = request.codes
    there = {hit.entry.object_key for hit in found[main].hits}
    groups = [_group(code, found[code], request, there) for code in others]
    picks = [] if request.chosen else Pick.objects.for_query(request.text, request.language)
    is_found = any(not hit.is_partial for each in found.values() for hit in each.hits)
    return Answer(
        query=query,
        suggestions=[] if is_found else did_you_mean(request.text, terminology, scope),
        main=_group(main, found[main], request),
        others=[group for group in groups if group.hits],
        picks=picks,
    )


def _scope(request: SearchRequest) -> Scope:
    """What the filters narrow the results to, without what not everybody may see.

    That is what stands at or below a page with a restriction.
    """
    private = PageViewRestriction.objects.values_list("page_id", flat=True)
    return Scope(request.marks(), tuple(mark("under", pk) for pk in private))


def _group(
    code: str, found: Found, request: SearchRequest, shown: Iterable[tuple[int, str]] = ()
) -> Group:
    """The hits in a language that are not shown in another one already, in the order asked for."""
    hits = [hit for hit in found.hits if hit.entry.object_key not in shown]
    if request.sort == DATE:
        hits.sort(key=lambda hit: hit.entry.date, reverse=True)
    return Group(get_language(code), hits, found.is_capped)
