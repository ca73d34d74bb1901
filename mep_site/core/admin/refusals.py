"""Who asks the admin for what they may not do leaves a line in the log."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]


def notes_refusals(view: View) -> View:
    """Log that somebody who is signed in was refused; whom, the line does not say."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except PermissionDenied:
            _note(request)
            raise
        if _is_refusal(response):
            _note(request)
        return response

    return answer


def _is_refusal(response: HttpResponse) -> bool:
    """Whether Wagtail has refused: it leads to the first page of the admin, and says why there."""
    is_led_away = response.headers.get("Location") == reverse("wagtailadmin_home")
    return is_led_away or response.status_code == HTTPStatus.FORBIDDEN


def _note(request: HttpRequest) -> None:
    if request.user.is_authenticated:
        name = request.resolver_match.view_name
        logger.warning("Refused for lack of a permission: %s %s", request.method, name)
