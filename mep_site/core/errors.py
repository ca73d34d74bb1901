"""What visitors are told when there is no page or something fails, and what users of the admin are.

A user of the admin stays in the admin: its look, the language of the user, and what to do next.
"""

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views import defaults

ADMIN_TEMPLATE = "wagtailadmin/errors/{}.html"


@non_atomic_requests
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent cannot be read."""
    if is_in_admin(request):
        return admin_error(request, 400)
    return defaults.bad_request(request, exception)


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

    In the admin only if nothing of that has failed.
    """
    if is_in_admin(request):
        try:
            return admin_error(request, 500)
        except Exception:  # noqa: S110 - whatever it is, there is still the other page
            pass
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def is_in_admin(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))


def admin_error(request: HttpRequest, status: int, name: str = "") -> HttpResponse:
    """The page of the admin on an error, by the template of that name, or else of its status."""
    with override(language_of_user(request)):
        return render(request, ADMIN_TEMPLATE.format(name or status), status=status)


def language_of_user(request: HttpRequest) -> str:
    """The admin language of whoever is signed in, else that of the request."""
    try:
        return request.user.wagtail_userprofile.get_preferred_language()
    except Exception:
        # Nobody is signed in, or without a profile, or it is the database that has failed.
        return get_language()
