"""Lets browsers fetch pages before a link is clicked, and hands out nothing else to them then."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language_from_path, override

from . import policy


class SpeculationMiddleware:
    """Names the rules of its language in each page; in advance there are pages for everybody only.

    Whatever else is asked for so, because of rules or because a browser guesses what is being
    typed, would be private, or a question that nobody has asked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE_BYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        if is_speculative(request) and not _is_for_everybody(response):
            # By any status but success a browser knows that it has to ask again in earnest. For a
            # 5xx, caches would send what was public once.
            return HttpResponse(status=HTTPStatus.FORBIDDEN)
        if language := get_language_from_path(request.path_info):
            with override(language):
                response.headers["Speculation-Rules"] = f'"{reverse("speculation_rules")}"'
        return response


def is_speculative(request: HttpRequest) -> bool:
    """Whether perhaps nobody reads the answer: https://fetch.spec.whatwg.org/#sec-purpose-header."""
    return request.headers.get("Sec-Purpose", "").startswith("prefetch")


def _is_for_everybody(response: HttpResponse) -> bool:
    return policy.is_kept(f"{response.status_code} ", response.items())
