"""What the scripts of the admin's forms ask of the server, so that nothing that is typed is lost.

A form is sent by a script, which leaves it only when the server has taken it; see
``static/js/admin/saving.js``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseRedirectBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.admin.utils import get_user_display_name

from ..errors import language_of_user

View = Callable[..., HttpResponse]


def for_forms(view: View) -> View:
    """Tell a script where it is led, instead of leading it there, where it would lose the messages.

    Also speaks the user's language outside of Wagtail's own views, which is where errors are shown.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with override(language_of_user(request)):
            response = view(request, *args, **kwargs)
        asks = request.headers.get("X-Redirect-As") == "json"
        if asks and isinstance(response, HttpResponseRedirectBase):
            return JsonResponse({"location": response.url})
        return response

    return answer


@require_safe
def form_session(request: HttpRequest) -> JsonResponse:
    """Who is signed in, and the token that their forms are accepted with."""
    user = request.user
    name = get_user_display_name(user)
    return JsonResponse({"user": str(user.pk), "name": name, "token": get_token(request)})


@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """Where a tab ends that was opened to sign in beside a form."""
    return render(request, "core/signed_in.html")
