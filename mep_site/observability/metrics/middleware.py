"""Measures how long Django takes for requests, by what they ask for."""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

PAGES = "wagtail_serve"
UNKNOWN = "none"


class MeasuringMiddleware:
    """Around all others; only where metrics are switched on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        from .meters import REQUESTS

        self.get_response, self.requests = get_response, REQUESTS

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = monotonic()
        response = self.get_response(request)
        status = f"{response.status_code // 100}xx"
        self.requests.labels(kind_of_view(request), status).observe(monotonic() - began)
        return response


def kind_of_view(request: HttpRequest) -> str:
    """What a request is for: a page, the admin, else the name of the address.

    ``none`` for an address that the site does not have. There are few, as each makes a series.
    """
    match = request.resolver_match
    if match is None:
        return UNKNOWN
    if match.route.startswith("admin/"):
        return "admin"
    return "page" if match.url_name == PAGES else match.url_name or UNKNOWN
