"""What visitors are told when there is no page or something fails, and what users of the admin are.

A user of the admin stays in the admin: its look, the language of the user, and what to do next.
"""

import sys
from http import HTTPStatus

from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import (
    get_language,
    get_language_from_path,
    get_language_from_request,
    override,
)
from django.views import defaults

from mep_site.errorpages.outages import Outage, outage_of, unavailable
from mep_site.errorpages.pages import FAILURE_PAGES, failure_html
from mep_site.errorpages.writing import STYLE
from mep_site.translations.languages import get_language as get_site_language

# The languages of the sessions of the admin that this process has answered, by their keys.
MOST_SESSIONS = 1_000
_spoken: dict[str, str] = {}

ADMIN_TEMPLATE = "wagtailadmin/errors/{}.html"


@non_atomic_requests
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent cannot be read, and do not try to: Django's own view would."""
    if is_in_admin(request):
        return admin_error(request, 400)
    shown = [get_site_language(_language_of(request))]
    html = failure_html(FAILURE_PAGES[HTTPStatus.BAD_REQUEST], shown, static(STYLE))
    return HttpResponse(html, status=400)


@non_atomic_requests
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this is not allowed."""
    if is_in_admin(request):
        return admin_error(request, 403)
    return defaults.permission_denied(request, exception)


@non_atomic_requests
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the visitor's language that there is no such page, and offer a way on."""
    if is_in_admin(request):
        return admin_error(request, 404)
    return render(request, "404.html", status=404)


@non_atomic_requests
def server_error(request: HttpRequest) -> HttpResponse:
    """A page that depends on nothing that may have failed: no database, no language, no context.

    In the admin only if nothing of that has failed. Where the database is away, or the disk full,
    readers are told so in their language.
    """
    if outage := outage_of(sys.exception()):
        return _told_to_wait(request, outage)
    if is_in_admin(request):
        try:
            return admin_error(request, 500)
        except Exception:  # noqa: S110 - whatever it is, there is still the other page
            pass
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def _told_to_wait(request: HttpRequest, outage: Outage) -> HttpResponse:
    if is_in_admin(request):
        return unavailable(request, outage, language_of_user(request), reverse("wagtailadmin_home"))
    return unavailable(request, outage, _language_of(request))


def _language_of(request: HttpRequest) -> str:
    """The language of a reader, by the address, else by what they prefer."""
    return get_language_from_path(request.path_info) or get_language_from_request(request)


def is_in_admin(request: HttpRequest) -> bool:
    """Whether a page of the admin may answer: its address, and who is signed in is known.

    A name of a host that is none, for instance, is refused before anybody asks who that is.
    """
    return request.path.startswith(reverse("wagtailadmin_home")) and hasattr(request, "user")


def admin_error(request: HttpRequest, status: int, name: str = "") -> HttpResponse:
    """The page of the admin on an error, by the template of that name, or else of its status."""
    with override(language_of_user(request)):
        return render(request, ADMIN_TEMPLATE.format(name or status), status=status)


def language_of_user(request: HttpRequest) -> str:
    """The admin language of whoever is signed in, else that of the request.

    While the database is away it is the one that this process has last spoken in their session.
    """
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    try:
        language = request.user.wagtail_userprofile.get_preferred_language()
    except Exception:
        # Nobody is signed in, or without a profile, or it is the database that has failed.
        return _spoken.get(session) or get_language()
    _remember(session, language)
    return language


def _remember(session: str, language: str) -> None:
    if len(_spoken) >= MOST_SESSIONS:
        _spoken.clear()
    _spoken[session] = language
