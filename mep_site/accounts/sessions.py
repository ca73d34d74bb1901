"""What a session has shown of its user, how long ago, and when it ends.

Moments are seconds since 1970, as django-allauth notes them in the session.
"""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from mep_site.internals import note_authentication

from .obligation import has_second_factor, needs_second_factor

# NIST SP 800-63B-4, section 2.2.3, allows 24 hours, and one hour without activity.
LONGEST = 12 * 60 * 60
LONGEST_REST = 60 * 60
# What counts as having just signed in, before sign-in data are changed or Chinese is published.
RECENT = 30 * 60
# To write at each request that somebody is there would keep the database busy.
GRANULE = 60

BEGAN, ACTIVE = "accounts_began_at", "accounts_active_at"
# A tab reports by itself that it is open, whether anybody sits before it or not.
REPORTS_OF_TABS = frozenset({"editions:ping", "wagtailadmin_editing_sessions:ping"})


def begin(session: SessionBase) -> None:
    """Note that somebody has signed in now."""
    session[BEGAN] = session[ACTIVE] = time.time()


def is_over(session: SessionBase) -> bool:
    """Whether it has lasted, or rested, for too long; one of which nothing is noted has."""
    now = time.time()
    began, active = session.get(BEGAN, 0), session.get(ACTIVE, 0)
    return now - began > LONGEST or now - active > LONGEST_REST


def note_activity(request: HttpRequest) -> None:
    """Note that somebody is there, unless it is only a tab that says so."""
    route = request.resolver_match
    if route and route.view_name in REPORTS_OF_TABS:
        return
    if time.time() - request.session[ACTIVE] > GRANULE:
        request.session[ACTIVE] = time.time()


def note_second_factor(request: HttpRequest, user: AbstractBaseUser, kind: str) -> None:
    """Note that the user has shown a second factor of this kind (``Authenticator.Type``)."""
    note_authentication(request, user, "mfa", type=kind)


def shows_enough(request: HttpRequest, user: AbstractBaseUser) -> bool:
    """Whether the session may be the user's in the admin: with a second factor, where needed."""
    return bool(_with_second_factor(request, user)) or not needs_second_factor(user)


def confirmed_recently(request: HttpRequest, user: AbstractBaseUser) -> bool:
    """Whether the user has proved who they are a short time ago: by the second factor, if any.

    A password does not do for whoever has more: it may be the password that is known to others.
    """
    if has_second_factor(user):
        shown = _with_second_factor(request, user)
    else:
        shown = get_authentication_records(request, user)
    return any(time.time() - record["at"] < RECENT for record in shown)


def _with_second_factor(request: HttpRequest, user: AbstractBaseUser) -> list[dict[str, Any]]:
    records = get_authentication_records(request, user)
    return [record for record in records if record["method"] == "mfa"]
