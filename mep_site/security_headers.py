"""What every answer says to browsers of who may do what with it.

The Content-Security-Policy is django-csp's, HSTS, nosniff, Referrer-Policy and
Cross-Origin-Opener-Policy are Django's; the rest stands here.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

# https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
RESOURCE_POLICY = "Cross-Origin-Resource-Policy"
# https://www.w3.org/TR/permissions-policy/
PERMISSIONS_POLICY = "Permissions-Policy"


class SecurityHeadersMiddleware:
    """Keeps answers from the pages of other sites, and pages from what the site never asks for.

    Two kinds are for other sites, too: pictures that everybody may have, as newspapers and
    messengers show them with a link; and what a view is marked for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._permissions = ", ".join(f"{name}=()" for name in settings.UNUSED_FEATURES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_public_picture(response):
            let_others_embed(response)
        response.headers.setdefault(RESOURCE_POLICY, "same-origin")
        response.headers.setdefault(PERMISSIONS_POLICY, self._permissions)
        return response


def is_public_picture(response: HttpResponseBase) -> bool:
    """Whether an answer is a picture, an upload or a static file, that any cache may keep."""
    is_picture = response.headers.get("Content-Type", "").startswith("image/")
    return is_picture and "public" in response.headers.get("Cache-Control", "")


def let_others_embed(response: HttpResponseBase) -> None:
    """Let pages of other sites show or load an answer."""
    response.headers[RESOURCE_POLICY] = "cross-origin"


def for_other_sites(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let pages of other sites load what a view answers: feeds, calendars, open data."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        let_others_embed(response)
        return response

    return answer
