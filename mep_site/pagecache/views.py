"""What browsers fetch beside the pages: dictionaries, and rules for what they fetch in advance."""

from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .marking import public
from .shelf import Shelf

DAY = 24 * 60 * 60
YEAR = 365 * DAY
# For whatever is opened in a window: style sheets and pictures have nothing in common with it.
USED_FOR = 'match="/*", match-dest=("document")'
# What is below these addresses is made for one reader: questions, forms, and what programs read.
FOR_ONE_READER = ("search", "display", "report", "follow", "feed", "calendar")
MADE_FROM_PAGES = ("changes", "cite", "pdf")


@non_atomic_requests
@require_safe
@cache_control(public=True, max_age=YEAR, s_maxage=YEAR, immutable=True)
def dictionary(request: HttpRequest, name: str) -> HttpResponse:
    """A dictionary by its SHA-256, as RFC 9842, 2.1 has it."""
    found = Shelf(settings.PAGE_DICTIONARIES).named(name)
    if found is None:
        raise Http404
    response = HttpResponse(found.content, content_type="application/octet-stream")
    response.headers["Use-As-Dictionary"] = USED_FOR
    return response


@non_atomic_requests
@require_safe
@public(DAY)
def speculation_rules(request: HttpRequest) -> JsonResponse:
    """Fetch and render a page of this language as soon as the pointer rests on a link to it.

    https://html.spec.whatwg.org/multipage/speculative-loading.html. A browser that renders nothing
    in advance, as on a metered line, goes by the rule to fetch. Not with parameters, which ask for
    a list to be filtered, and nothing that is made from a page: what nobody else has asked for
    takes the site long, and a pointer passes over many links.
    """
    home = reverse("wagtail_serve", args=[""])
    left_out = [*map(reverse, FOR_ONE_READER), *(f"{home}{each}/" for each in MADE_FROM_PAGES)]
    where = [
        {"href_matches": {"pathname": f"{home}*", "search": ""}},
        {"not": {"href_matches": [f"{address}*" for address in left_out]}},
    ]
    rules = [{"where": {"and": where}, "eagerness": "moderate"}]
    return JsonResponse(
        {"prefetch": rules, "prerender": rules}, content_type="application/speculationrules+json"
    )
