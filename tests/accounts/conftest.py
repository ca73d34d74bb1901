"""People who sign in through the forms, step by step."""

import time
from dataclasses import dataclass, field

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ..signing_in import PASSWORDS, SECRET
from ..translations.conftest import page

__all__ = ["page"]


@dataclass
class Colleague:
    """Somebody at the sign-in of the admin, in a browser of their own."""

    username: str
    client: Client = field(default_factory=Client)
    network: str = "192.0.2.1"

    @property
    def user(self) -> User:
        return User.objects.get(username=self.username)

    def sends(self, url: str, **typed: str) -> HttpResponse:
        """Send a form to an address of the site, given by its name or as it stands."""
        address = url if url.startswith("/") else reverse(url)
        return self.client.post(address, typed, REMOTE_ADDR=self.network)

    def types_password(self, password: str = "", **typed: str) -> HttpResponse:
        """The first step; the right password unless another one is given."""
        password = password or PASSWORDS.get(self.username, "")
        return self.sends("account_login", login=self.username, password=password, **typed)

    def types_code(self, code: str = "") -> HttpResponse:
        """The second step; what the app shows now unless another code is given."""
        return self.sends("mfa_authenticate", code=code or self.code())

    def signs_in(self) -> HttpResponse:
        """Both steps."""
        self.types_password()
        return self.types_code()

    def code(self) -> str:
        """What the app shows now."""
        return self.code_of(SECRET)

    @staticmethod
    def code_of(secret: str) -> str:
        """What an app with this secret shows now."""
        return format_hotp_value(hotp_value(secret, int(time.time()) // 30))

    def has_app(self) -> "Colleague":
        """Set the app up as if it had been done before."""
        Authenticator.objects.create(
            user=self.user, type=Authenticator.Type.TOTP, data={"secret": SECRET}
        )
        return self

    def has_codes(self, *codes: str) -> "Colleague":
        """Have recovery codes."""
        Authenticator.objects.create(
            user=self.user,
            type=Authenticator.Type.RECOVERY_CODES,
            data={"migrated_codes": [*codes]},
        )
        return self

    def is_in(self) -> bool:
        """Whether the admin opens."""
        return self.client.get("/admin/account/").status_code == 200


@pytest.fixture
def publisher_at_the_door(db: None) -> Colleague:
    """The publisher, with an app that shows codes, who has not signed in yet."""
    return Colleague("publisher").has_app()


@pytest.fixture
def newcomer(db: None) -> Colleague:
    """The publisher, who has no second factor yet."""
    return Colleague("publisher")


@pytest.fixture
def translator_at_the_door(db: None) -> Colleague:
    """A translator, who needs no second factor and has none."""
    return Colleague("russian")
