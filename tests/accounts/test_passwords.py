"""What passwords may be, how they are typed, and what else is random or long where one signs in."""

import re
import secrets
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from mep_site.accounts.passwords import WORDS_OF_THE_PLACE, WordsOfThePlaceValidator

from ..admin_forms import errors, offered
from ..signing_in import PASSWORDS
from .conftest import Colleague

# A sentence of 64 signs in three scripts, with a space at either end and no digit.
LONG = " Ящик 水獭 river, not one sign of which may be lost or changed ok. "


def changes_password_to(colleague: Colleague, new: str, present: str = "") -> HttpResponse:
    """Send the form for a password of the page of one's account."""
    typed = offered(colleague.client, "/admin/account/", "#main form")
    typed |= {f"password-new_password{number}": new for number in (1, 2)}
    typed |= {"password-old_password": present or PASSWORDS[colleague.username]}
    names = {"first_name": "Ольга", "last_name": "Иванова", "email": "olga@example.org"}
    typed |= {f"name_email-{field}": name for field, name in names.items()}
    return colleague.sends("/admin/account/", **typed)


@pytest.mark.asvs("6.2.2", "6.2.8", "6.2.9")
def test_a_password_of_64_signs_is_taken_as_it_was_typed(translator_at_the_door):
    assert len(LONG) >= 64
    colleague = translator_at_the_door
    colleague.types_password()
    assert changes_password_to(colleague, LONG).status_code == 302
    others = (LONG.strip(), LONG.lower(), LONG[:-2], PASSWORDS["russian"])
    assert [Colleague("russian").types_password(each).status_code for each in others] == [200] * 4
    again = Colleague("russian")
    again.types_password(LONG)
    assert again.is_in()


@pytest.mark.asvs("6.2.1", "6.2.3")
@pytest.mark.parametrize(
    ("new", "present"), [("яШ7!яШ7", ""), ("a wholly new one 42", "wrong"), ("", "")]
)
def test_no_password_is_changed_to_one_of_seven_signs_or_without_the_present_one(
    new, present, translator_at_the_door
):
    colleague = translator_at_the_door
    colleague.types_password()
    assert errors(changes_password_to(colleague, new, present)) or not new
    assert colleague.user.check_password(PASSWORDS["russian"])


@pytest.mark.asvs("6.2.11")
@pytest.mark.parametrize(
    "new", ["Mee-2026!", "Shengtai Huanjing 7", "生态环境部部部部2026", "среда-МЭП26"]
)
def test_words_of_the_place_do_not_make_a_password(new, translator_at_the_door):
    colleague = translator_at_the_door
    colleague.types_password()
    assert "не засчитываются" in errors(changes_password_to(colleague, new))
    assert colleague.user.check_password(PASSWORDS["russian"])


def test_words_of_the_place_may_stand_in_a_longer_one():
    WordsOfThePlaceValidator().validate("environment, horse and staple")


def test_words_of_the_place_are_written_down():
    text = (Path(__file__).parents[2] / "docs" / "signing-in.md").read_text("utf-8")
    assert [word for word in WORDS_OF_THE_PLACE if f"`{word}`" not in text] == []


@pytest.mark.asvs("6.2.10")
def test_a_password_is_good_for_years(translator_at_the_door):
    long_ago = timezone.now() - timedelta(days=4000)
    User.objects.filter(username="russian").update(date_joined=long_ago, last_login=long_ago)
    translator_at_the_door.types_password()
    assert translator_at_the_door.is_in()


@pytest.mark.asvs("6.2.6", "6.2.7", "7.6.2")
def test_a_password_is_masked_and_known_to_password_managers(visitor, russian_translator):
    expected = {
        reverse("wagtailadmin_login"): ["current-password"],
        "/admin/account/": ["current-password", "new-password", "new-password"],
    }
    for url, purposes in expected.items():
        client = visitor if "login" in url else russian_translator
        page = BeautifulSoup(client.get(url).content, "html.parser")
        fields = page.select("input[name*=password]")
        assert {field["type"] for field in fields} == {"password"}
        assert [field["autocomplete"] for field in fields] == purposes
        assert not [name for field in fields for name in field.attrs if name.startswith("on")]
    assert "sessionid" not in visitor.cookies, "To look at the form begins no session."


@pytest.mark.asvs("6.5.3", "6.5.4")
def test_codes_and_their_seeds_are_random_and_long_enough(publisher_at_the_door, monkeypatch):
    asked = []
    for name in ("token_bytes", "token_hex"):
        make = getattr(secrets, name)
        monkeypatch.setattr(secrets, name, lambda n, make=make: asked.append(n) or make(n))
    generate_totp_secret()
    codes = RecoveryCodes.activate(publisher_at_the_door.user).get_unused_codes()
    assert len(asked) > 1
    assert min(asked) * 8 >= 112
    assert all(re.fullmatch("[0-9]{8}", code) for code in codes)


@pytest.mark.asvs("6.3.2")
def test_nothing_but_the_demo_brings_accounts_along(db):
    User.objects.all().delete()
    call_command("migrate", verbosity=0)
    call_command("create_groups", verbosity=0)
    assert not User.objects.exists()
