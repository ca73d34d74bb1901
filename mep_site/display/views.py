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
# Django reads the other one for an address that names no language; static/js/language.js sets it.
COOKIES = (COOKIE, settings.LANGUAGE_COOKIE_NAME)
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
    next_address = _way_back(request.POST or request.GET)
    if "reset" in request.POST:
        return _lead(request, next_address, dict.fromkeys(COOKIES, ""))
    form = DisplayForm(request.POST or None, initial=_stored(request))
    if form.is_valid():
        chosen = form.preferences().to_cookie(), form.cleaned_data["language"]
        return _lead(request, next_address, dict(zip(COOKIES, chosen, strict=True)))
    return render(request, "display/display.html", {"form": form, "next": next_address})


def _preferences(request: HttpRequest) -> Preferences:
    return Preferences.from_cookie(request.COOKIES.get(COOKIE, ""))


def _stored(request: HttpRequest) -> dict[str, str]:
    """What the form shows at first."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return asdict(_preferences(request)) | {"language": language}


def _way_back(parameters: QueryDict) -> str:
    """The address ``next`` if it is a path of this site, else that of the settings themselves.

    The parameters are the visitor's: nobody must be led to another site by a link to this one.
    """
    address = parameters.get("next", "")
    is_path = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    is_usable = is_path and len(address) <= MAX_ADDRESS_LENGTH and "\0" not in address
    return address if is_usable else reverse("display")


def _lead(request: HttpRequest, address: str, cookies: dict[str, str]) -> HttpResponse:
    """A redirect that sets the cookies, and removes those without a value."""
    response = HttpResponseRedirect(address)
    for name, value in cookies.items():
        if value:
            response.set_cookie(
                name,
                value,
                max_age=COOKIE_AGE,
                secure=request.is_secure(),
                # The other one is set by a script, too.
                httponly=name == COOKIE,
                samesite="Lax",
            )
        else:
            response.delete_cookie(name, samesite="Lax")
    return response
