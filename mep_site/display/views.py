"""The page of the text settings, and the style sheet that every page loads for them.

Pages are the same for every visitor; only this sheet is not.
"""

from dataclasses import asdict

from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import conditional_page, require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from .forms import DisplayForm
from .preferences import Preferences

COOKIE = "display"
COOKIE_AGE = 365 * 24 * 60 * 60
MAX_ADDRESS_LENGTH = 2000


@non_atomic_requests
@require_safe
@conditional_page
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The rules that the visitor's choices mean; nothing for a visitor who has made none."""
    return HttpResponse(_preferences(request).stylesheet(), content_type="text/css; charset=utf-8")


@non_atomic_requests
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Show the settings, keep what is chosen, and lead back to the page ``next``."""
    if "reset" in request.POST:
        return _forget(request)
    form = DisplayForm(request.POST or None, initial=_stored(request))
    if form.is_valid():
        return _keep(request, form)
    return render(request, "display/display.html", {"form": form})


def _preferences(request: HttpRequest) -> Preferences:
    return Preferences.from_cookie(request.COOKIES.get(COOKIE, ""))


def _stored(request: HttpRequest) -> dict[str, str]:
    """What the form shows at first."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return asdict(_preferences(request)) | {"language": language, "next": _way_back(request.GET)}


def _way_back(parameters: QueryDict) -> str:
    """The address ``next`` if it is a path of this site, else that of the settings themselves.

    The parameters are the visitor's: nobody must be led to another site by a link to this one.
    """
    address = parameters.get("next", "")
    is_path = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    is_usable = is_path and len(address) <= MAX_ADDRESS_LENGTH and "\0" not in address
    return address if is_usable else reverse("display")


def _keep(request: HttpRequest, form: DisplayForm) -> HttpResponse:
    response = HttpResponseRedirect(_way_back(request.POST))
    chosen = {
        COOKIE: form.preferences().to_cookie(),
        settings.LANGUAGE_COOKIE_NAME: form.cleaned_data["language"],
    }
    for name, value in chosen.items():
        if value:
            response.set_cookie(
                name, value, max_age=COOKIE_AGE, secure=request.is_secure(), samesite="Lax"
            )
        else:
            response.delete_cookie(name, samesite="Lax")
    return response


def _forget(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(_way_back(request.POST))
    for name in (COOKIE, settings.LANGUAGE_COOKIE_NAME):
        response.delete_cookie(name, samesite="Lax")
    return response
