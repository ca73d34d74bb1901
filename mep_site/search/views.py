"""The search page."""

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import AbstractPage, Site

from mep_site.translations.languages import Language, active_language

RESULTS_PER_PAGE = 10
MAX_QUERY_LENGTH = 200


@non_atomic_requests
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Pages whose title or summary in the active language holds every word of ``q``."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:MAX_QUERY_LENGTH]
    results = find_pages(Site.find_for_request(request), query, active_language())
    page = Paginator(results, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "search/results.html", {"query": query, "results": page})


def find_pages(site: Site, query: str, language: Language) -> QuerySet[AbstractPage]:
    """The published pages of a site that hold every word of the query in this language."""
    pages = type(site.root_page).objects.descendant_of(site.root_page, inclusive=True)
    if not query:
        return pages.none()
    title, summary = language.column("title"), language.column("summary")
    condition = Q()
    for word in query.split():
        condition &= Q(**{f"{title}__icontains": word}) | Q(**{f"{summary}__icontains": word})
    return pages.published().in_language(language).filter(condition).order_by("-path")
