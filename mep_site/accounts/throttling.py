"""How often somebody may guess, counted in the database for all processes of the site.

A cache would count for each process by itself, and not at all while Redis is away. Attempts count
until they have succeeded, so that two at the same moment cannot pass each other; therefore the
views that guesses are sent to run outside of a transaction.

A stranger who fails under a name on purpose must not lock out whose name it is. So a browser in
which somebody has signed in before is counted by itself, as OWASP describes for `device cookies
<https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies>`_; and a
passkey is found without a name, of which nothing can be guessed.
"""

import logging
import math
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import override

from mep_site.core.errors import language_of_user
from mep_site.visitors.traces import network_of, sender_address

from .models import FailedAttempt

# Failures in fifteen minutes. Behind one address there may be a whole office.
MOST_FROM_NETWORK = 30
MOST_UNDER_NAME = 5
MOST_IN_KNOWN_BROWSER = 10

KNOWN_BROWSER = "known_browser"
KNOWN_FOR = timedelta(days=90)

logger = logging.getLogger(__name__)


class Step(StrEnum):
    """Where one proves who one is; under a name each is counted by itself.

    A stranger comes no further than to the passwords: the second step takes the password, and to
    confirm who one is takes a session.
    """

    PASSWORD = "password"  # noqa: S105 - no password
    PASSKEY = "passkey"
    CODE = "code"
    CONFIRMATION = "confirmation"
    RESET = "reset"


@dataclass(frozen=True)
class Attempt:
    """An attempt to prove who one is, of which it is not known yet whether it succeeds."""

    request: HttpRequest
    step: Step
    traces: list[FailedAttempt]

    @classmethod
    def begin(cls, request: HttpRequest, step: Step, name: str = "") -> Self:
        """Count an attempt at a step, under the name of a user where there is one.

        :class:`ImmediateHttpResponse`, which django-allauth answers with, if there were too many.
        """
        traces: list[FailedAttempt] = []
        for sender, most in _counted(request, step, name):
            trace = FailedAttempt.leave(sender, most)
            if trace is None:
                _forget(traces)
                _log(request, "too many")
                until = FailedAttempt.accepted_again_at(sender, most)
                raise ImmediateHttpResponse(too_many_attempts(request, until))
            traces.append(trace)
        return cls(request, step, traces)

    def succeeded(self) -> None:
        """Forget this one; those that failed before go on counting."""
        _forget(self.traces)

    def failed(self) -> None:
        """Let it count, and say so where fail2ban reads it."""
        _log(self.request, self.step)


def too_many_attempts(request: HttpRequest, until: datetime) -> HttpResponse:
    """Say when to try again, in the reader's language."""
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    facts = {"until": until, "minutes": math.ceil(seconds / 60)}
    with override(language_of_user(request)):
        response = render(request, "accounts/too_many_attempts.html", facts, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def remember_browser(response: HttpResponse, user: AbstractBaseUser) -> None:
    """Let this browser be counted by itself when the user signs in in it again."""
    response.set_signed_cookie(
        KNOWN_BROWSER,
        f"{_veiled(user.get_username())}:{get_random_string(22)}",
        salt=KNOWN_BROWSER,
        max_age=KNOWN_FOR,
        path=reverse("wagtailadmin_login"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def _counted(request: HttpRequest, step: Step, name: str) -> list[tuple[str, int]]:
    """What the attempt counts for, and how much is too much of it."""
    counted = [(f"network {network_of(request)}", MOST_FROM_NETWORK)]
    if name:
        browser = _known_browser(request, name)
        most = MOST_IN_KNOWN_BROWSER if browser else MOST_UNDER_NAME
        counted.append((f"{step} {_alike(name)} {browser}", most))
    return counted


def _known_browser(request: HttpRequest, name: str) -> str:
    """What tells this browser from others, if whoever has the name has signed in in it."""
    kept = request.get_signed_cookie(
        KNOWN_BROWSER, default="", salt=KNOWN_BROWSER, max_age=KNOWN_FOR
    )
    veiled, _, browser = kept.partition(":")
    return browser if veiled == _veiled(name) else ""


def _veiled(name: str) -> str:
    """A name as the cookie has it, which nobody can read there."""
    return salted_hmac(KNOWN_BROWSER, _alike(name), algorithm="sha256").hexdigest()


def _alike(name: str) -> str:
    """One spelling for all that might be taken for the same name."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _forget(traces: list[FailedAttempt]) -> None:
    FailedAttempt.objects.filter(pk__in=[trace.pk for trace in traces]).delete()


def _log(request: HttpRequest, what: str) -> None:
    """One line, always of the same form: ``deploy/fail2ban`` looks for it. It names nobody."""
    logger.warning("Failed sign-in from %s (%s)", sender_address(request), what)
