"""Which links a browser may follow before they are clicked, and what it gets then.

Every page names the rules of its language in a header:
https://html.spec.whatwg.org/multipage/speculative-loading.html. Whoever asks in advance gets what
everybody gets, from the page cache, and nothing else.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language_from_path, override
from django.views.decorators.http import require_safe

from . import policy
from .marking import public

NAME = "speculation_rules"
DAY = 24 * 60 * 60
# Questions and forms: what is below these addresses is made for one reader.
OF_ONE_READER = ("search", "display", "report", "feed")


@non_atomic_requests
@require_safe
@public(DAY)
def rules(request: HttpRequest) -> JsonResponse:
    """The pages of this language, as soon as the pointer rests on a link to one.

    Not with parameters, which ask for a list to be filtered, and no changes: what nobody else has
    asked for takes the site long, and a pointer passes over many links.
    """
    home = reverse("wagtail_serve", args=[""])
    closed = [*map(reverse, OF_ONE_READER), f"{home}changes/"]
    pages = [
        {"href_matches": {"pathname": f"{home}*", "search": ""}},
        {"not": {"href_matches": [f"{address}*" for address in closed]}},
    ]
    content = {"prefetch": [{"where": {"and": pages}, "eagerness": "moderate"}]}
    return JsonResponse(content, content_type="application/speculationrules+json")


def is_speculative(request: HttpRequest) -> bool:
    """Whether nobody may ever read the answer: https://fetch.spec.whatwg.org/#sec-purpose-header."""
    return request.headers.get("Sec-Purpose", "").startswith("prefetch")


class SpeculationMiddleware:
    """Names the rules in each page, and answers in advance with pages for everybody only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE_BYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        if is_speculative(request) and not policy.is_kept(
            f"{response.status_code} ", response.items()
        ):
            # By any status but success a browser knows that it has to ask when it is in earnest.
            return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
        if language := get_language_from_path(request.path_info):
            with override(language):
                response.headers["Speculation-Rules"] = f'"{reverse(NAME)}"'
        return response
