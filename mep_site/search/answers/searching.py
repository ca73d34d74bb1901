"""A visitor's search from the request to the groups of results."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from wagtail.models import PageViewRestriction

from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, get_language

from ..index.result_kinds import is_picture
from ..models.picks import pages_picked_for
from ..query.expressions import mark
from ..query.parser import Query, parse_query
from ..query.terminology import Terminology
from ..registry import names
from .finding import Found, Hit, Scope, find_hits
from .guessing import did_you_mean, is_answered
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

    ``partial`` answers a part of the query only, in the language of the list or, where that is more
    than anything there answers, in another one. ``pictures`` stand by themselves, whatever language
    they are described in, unless it is pictures that were asked for. ``picks`` are the pages that
    editors put first, ``suggestions`` what else may have been meant. Where nothing answers what was
    typed but something what was probably meant, ``meant`` is that, and all of this answers it;
    ``is_partly_answered`` if a part of what was typed is answered all the same. The filters are to
    blame for an empty answer if it ``is_filtered_out``.
    """

    query: Query
    main: Group
    others: list[Group] = field(default_factory=list)
    partial: list[Hit] = field(default_factory=list)
    pictures: list[Hit] = field(default_factory=list)
    picks: list[int] = field(default_factory=list)
    meant: str = ""
    suggestions: list[str] = field(default_factory=list)
    is_partly_answered: bool = False
    is_filtered_out: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found in any language."""
        return not (self.main.hits or self.others or self.partial or self.pictures or self.picks)


@by_version(maxsize=1)
def current_terminology() -> Terminology:
    """The names that mean the same, as they are stored now."""
    return Terminology(names())


def answer(request: SearchRequest) -> Answer:
    """Search for what was asked."""
    terminology = current_terminology()
    query = parse_query(request.text, terminology)
    scope = _scope(request)
    found = find_hits(query, request.codes, scope, by_date=request.sort == DATE)
    picks = [] if request.chosen else pages_picked_for(request.text, request.language)
    if is_answered(found):
        return _grouped(query, found, request, picks=picks)
    if request.chosen and is_answered(find_hits(query, request.codes, scope.without_marks())):
        return _grouped(query, found, request, is_filtered_out=True)
    is_nothing = not any(each.hits for each in found.values())
    guesses = did_you_mean(request.text, terminology, request.codes, scope, partly=is_nothing)
    if not guesses or request.is_literal:
        suggestions = [guess.text for guess in guesses]
        return _grouped(query, found, request, picks=picks, suggestions=suggestions)
    first, *rest = guesses
    return _grouped(
        first.query,
        first.found,
        request,
        picks=picks,
        meant=first.text,
        suggestions=[guess.text for guess in rest],
        is_partly_answered=bool(found[request.language.code].hits),
    )


def _grouped(query: Query, found: dict[str, Found], request: SearchRequest, **more: Any) -> Answer:
    """The answer that what was found makes; what it says besides is in ``more``."""
    found, pictures = (found, []) if request.wants_pictures else _apart(found, request)
    main, *others = request.codes
    there = {hit.entry.object_key for hit in found[main].hits if not hit.is_partial}
    groups = [_group(code, found[code], request, there) for code in others]
    return Answer(
        query=query,
        main=_group(main, found[main], request),
        others=[group for group in groups if group.hits],
        partial=_partial(found, request),
        pictures=pictures,
        **more,
    )


def _apart(found: dict[str, Found], request: SearchRequest) -> tuple[dict[str, Found], list[Hit]]:
    """What was found without the pictures, and these: what answers all of the query, if any do."""
    pictures = {
        hit.entry.object_key: hit
        for each in reversed(found.values())
        for hit in each.hits
        if is_picture(hit.entry.marks)
    }
    pages = {
        code: replace(each, hits=[hit for hit in each.hits if not is_picture(hit.entry.marks)])
        for code, each in found.items()
    }
    ordered = sorted(pictures.values(), key=lambda hit: (hit.is_partial, -hit.score))
    complete = [hit for hit in ordered if not hit.is_partial]
    return pages, _ordered(complete or ordered, request)


def _partial(found: dict[str, Found], request: SearchRequest) -> list[Hit]:
    """What answers a part of the query, whatever its language, the best first."""
    hits = (hit for each in found.values() for hit in each.hits if hit.is_partial)
    return _ordered(sorted(hits, key=lambda hit: -hit.score), request)


def _scope(request: SearchRequest) -> Scope:
    """What the filters narrow the results to, without what not everybody may see.

    That is what stands at or below a page with a restriction.
    """
    return Scope(request.marks(), _marks_of_private_pages())


@by_version(maxsize=1)
def _marks_of_private_pages() -> tuple[str, ...]:
    private = PageViewRestriction.objects.values_list("page_id", flat=True)
    return tuple(mark("under", pk) for pk in private)


def _group(
    code: str, found: Found, request: SearchRequest, shown: Iterable[tuple[int, str]] = ()
) -> Group:
    """The whole answers in a language that are not shown in another one already."""
    hits = (h for h in found.hits if not h.is_partial and h.entry.object_key not in shown)
    return Group(get_language(code), _ordered(hits, request), found.is_capped)


def _ordered(hits: Iterable[Hit], request: SearchRequest) -> list[Hit]:
    """The hits in the order that was asked for; they come in that of their relevance."""
    if request.sort != DATE:
        return list(hits)
    return sorted(hits, key=lambda hit: hit.entry.date, reverse=True)
