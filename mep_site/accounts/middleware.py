"""Who is signed in: nobody, unless the session has shown all that its user has to show."""

from collections.abc import Callable

from django.contrib.auth import get_user
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from .sessions import is_over, note_activity, shows_enough


class WholeSignInMiddleware:
    """Makes ``request.user`` anonymous where a second factor lacks, and where the time is over.

    So no view, whether of the admin, its API, a preview or a private page, can be reached by a
    password alone: all of them see a stranger. The pages on which a second factor is set up or
    shown find the user in ``request.half_signed_in``.

    Both are looked up when they are asked for: most requests are of visitors without a session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.half_signed_in = SimpleLazyObject(lambda: _owner_of_session(request))
        request.user = SimpleLazyObject(lambda: _whole_user(request))
        return self.get_response(request)


def _owner_of_session(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    """Whoever has begun to sign in, or has; nobody once the session is over."""
    user = get_user(request)
    if user.is_authenticated and is_over(request.session):
        request.session.flush()
        return AnonymousUser()
    return user


def _whole_user(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    user = _owner_of_session(request)
    if not user.is_authenticated:
        return user
    if not shows_enough(request, user):
        return AnonymousUser()
    note_activity(request)
    return user
