"""By this a view says that its answer is the same for everybody, as long as the site is."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from . import policy


def mark_public(response: HttpResponseBase, max_age: int = 0) -> None:
    """Allow caches to keep an answer; browsers ask again after ``max_age`` seconds."""
    patch_cache_control(response, max_age=max_age, **policy.PUBLIC)


def public(max_age: int = 0) -> Callable[[Callable[..., HttpResponseBase]], Any]:
    """Mark what a view answers to an address without parameters, unless it says otherwise.

    For views that know no parameters: those that somebody adds must not fill a cache.
    """

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            is_plain = not request.META.get("QUERY_STRING")
            has_said = "Cache-Control" in response.headers
            if is_plain and response.status_code == HTTPStatus.OK and not has_said:
                mark_public(response, max_age)
            return response

        return marked

    return decorate
