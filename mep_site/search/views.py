"""The search page."""

from typing import Any

import swapper
from django.core.paginator import Paginator
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import AbstractPage

from mep_site.pagecache.middleware import is_speculative
from mep_site.translations.languages import Language, active_language

from .answers.completing import completions
from .answers.filters import offered
from .answers.requests import SearchRequest
from .answers.results import present
from .answers.searching import Answer, answer
from .models.counts import count_search
from .registry import offers

RESULTS_PER_PAGE = 10
RESULTS_IN_OTHER_LANGUAGES = 3
PICTURES = 4


@non_atomic_requests
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the site has about ``q``: in the language of the page first, then in the others."""
    asked = SearchRequest.from_parameters(request.GET, active_language())
    context: dict[str, Any] = {"query": asked.text, "asked": asked}
    if asked.text:
        found = answer(asked)
        context |= _shown(request, asked, found)
    return render(request, "search/results.html", context)


@non_atomic_requests
@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Titles that go on with what is being typed, as a list of texts and addresses."""
    text = SearchRequest.from_parameters(request.GET, active_language()).text
    found = completions(text, active_language())
    with_addresses = [(title, page.get_url(request)) for title, page in found]
    response = JsonResponse(
        {"suggestions": [{"text": title, "url": url} for title, url in with_addresses]}
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _shown(request: HttpRequest, asked: SearchRequest, found: Answer) -> dict[str, Any]:
    entries = Paginator(found.main.hits, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    is_first = entries.number == 1
    others = found.others if is_first else []
    samples = [group.hits[:RESULTS_IN_OTHER_LANGUAGES] for group in others]
    partial = found.partial if is_first else []
    pictures = found.pictures[:PICTURES] if is_first else []
    hits = [*entries.object_list, *(hit for sample in samples for hit in sample), *partial]
    results = present(hits, found.query, request)
    complete = [each for each in results if not each.missing]
    _count(request, asked, found)
    return {
        "entries": entries,
        "group": found.main,
        "answer": found,
        "results": [each for each in complete if each.language == asked.language],
        "partial": [each for each in results if each.missing],
        "others": [
            {"group": group, "results": [r for r in complete if r.language == group.language]}
            for group in others
        ],
        "pictures": present(pictures, found.query, request),
        "picks": _picked(found.picks, asked.language) if is_first else [],
        "offers": offers(request, asked.text) if is_first else [],
        "filters": offered([*found.main.hits, *found.pictures], asked.chosen),
    }


def _count(request: HttpRequest, asked: SearchRequest, found: Answer) -> None:
    """Count a search, but not each step that a visitor goes on with it, nor what nobody reads."""
    is_first = "page" not in request.GET and not asked.chosen and not asked.is_literal
    if is_first and not is_speculative(request) and asked.shows_other_languages:
        is_found = bool(found.main.hits or found.partial or found.pictures) and not found.meant
        count_search(asked.text, asked.reader.code, is_found)


def _picked(keys: list[int], language: Language) -> list[AbstractPage]:
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk__in=keys)
    return list(pages.published().in_language(language).order_by("path")) if keys else []
