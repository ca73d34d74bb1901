"""How the cast signs in: completely, with a second factor, whatever a test is about."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.test import Client
from django.utils.crypto import get_random_string

from mep_site.accounts.sessions import note_second_factor
from mep_site.demo.people import PEOPLE

PASSWORDS = {person.username: person.password for person in PEOPLE}
# Of an app that shows codes.
SECRET = "JBSWY3DPEHPK3PXP"

force_login = Client.force_login


def sign_in(client: Client, user: User, backend: str | None = None) -> None:
    """Give a client the session of somebody who has signed in by password and code."""
    force_login(client, user, backend)
    session = client.session
    show_second_factor(session, user)
    session.save()


def show_second_factor(session: SessionBase, user: User) -> None:
    """Note in a session that its user has shown a second factor just now."""
    request: Any = HttpRequest()
    request.session = session
    note_second_factor(request, user, Authenticator.Type.TOTP)


def new_code(user: User) -> str:
    """A code that opens the site to the user once, beside an app that shows others."""
    code = get_random_string(8, "0123456789")
    kept = {Authenticator.Type.TOTP: {"secret": SECRET}}
    kept[Authenticator.Type.RECOVERY_CODES] = {"migrated_codes": [code]}
    for kind, data in kept.items():
        Authenticator.objects.update_or_create(user=user, type=kind, defaults={"data": data})
    return code
