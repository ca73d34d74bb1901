"""Signing in as people do it: passkeys of Chromium's virtual authenticator, codes, two tabs."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User

from mep_site.accounts.models import FailedAttempt, UsedCode

from ..people import log_in
from ..signing_in import PASSWORDS
from .conftest import Colleague

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEY = 25  # Milliseconds between two keys.


@pytest.fixture
def door(site: str) -> Iterator[str]:
    """The address of the site by a name: browsers keep no passkeys for numbers."""
    yield site.replace("127.0.0.1", "localhost")
    for model in (Authenticator, FailedAttempt, UsedCode):
        model.objects.all().delete()


@pytest.fixture
def device(tab: Any) -> Iterator[Any]:
    """A telephone that keeps passkeys and knows its owner's finger; what it is told to do."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    session.authenticator = made["authenticatorId"]
    yield session
    session.send("WebAuthn.disable")


def types_name_and_password(tab: Any, door: str, username: str) -> None:
    tab.goto(f"{door}/admin/login/")
    tab.locator("#id_login").press_sequentially(username, delay=KEY)
    tab.locator("#id_password").press_sequentially(PASSWORDS[username], delay=KEY)
    tab.press("#id_password", "Enter")


def signs_out(tab: Any, door: str) -> None:
    tab.context.clear_cookies(name="sessionid")
    tab.goto(f"{door}/admin/")
    tab.wait_for_url("**/admin/login/**")


def test_a_newcomer_sets_up_a_passkey_and_comes_in_with_it_alone(tab, door, device):
    types_name_and_password(tab, door, "publisher")
    tab.wait_for_url("**/admin/account/second-factor/**")
    tab.get_by_role("link", name="添加通行密钥").click()
    assert tab.locator("#id_passwordless").is_checked()
    tab.locator("#passkey-button").click()
    tab.wait_for_url("**/admin/account/second-factor/codes/")
    assert tab.locator(".sign-in__codes li").count() == 10
    tab.get_by_role("link", name="我已妥善保存").click()
    tab.wait_for_url(f"{door}/admin/")
    signs_out(tab, door)
    tab.locator("#passkey-button").click()
    tab.wait_for_url(f"{door}/admin/")


def test_a_passkey_is_a_second_step_and_confirms_too(tab, door, device):
    test_a_newcomer_sets_up_a_passkey_and_comes_in_with_it_alone(tab, door, device)
    signs_out(tab, door)
    types_name_and_password(tab, door, "publisher")
    tab.wait_for_url("**/admin/login/code/")
    tab.locator("#passkey-button").click()
    tab.wait_for_url(f"{door}/admin/")
    tab.goto(f"{door}/admin/account/confirm/passkey/?next=/admin/reports/locked/")
    tab.locator("#passkey-button").click()
    tab.wait_for_url(f"{door}/admin/reports/locked/")


def test_a_device_that_refuses_is_told_of_in_words(tab, door, device):
    device.send(
        "WebAuthn.setUserVerified",
        {"authenticatorId": device.authenticator, "isUserVerified": False},
    )
    tab.goto(f"{door}/admin/login/")
    tab.locator("#passkey-button").click()
    tab.get_by_text("gave no passkey").wait_for()
    assert tab.url == f"{door}/admin/login/"


def test_an_app_is_set_up_from_the_secret_that_is_shown(tab, door):
    types_name_and_password(tab, door, "publisher")
    tab.get_by_role("link", name="设置应用").click()
    assert tab.locator(".sign-in__code").evaluate("picture => picture.naturalWidth") > 0
    secret = tab.locator(".sign-in__secret").inner_text()
    tab.locator("#id_code").press_sequentially(Colleague.code_of(secret), delay=KEY)
    tab.press("#id_code", "Enter")
    tab.wait_for_url("**/admin/account/second-factor/codes/")
    code = tab.locator(".sign-in__codes li").first.inner_text()
    tab.go_back()
    tab.goto(f"{door}/admin/account/second-factor/codes/")
    assert tab.locator(".sign-in__codes").count() == 0
    signs_out(tab, door)
    types_name_and_password(tab, door, "publisher")
    tab.locator("#id_code").press_sequentially(code, delay=KEY)
    tab.press("#id_code", "Enter")
    tab.wait_for_url(f"{door}/admin/")


def test_the_second_step_can_be_left_for_another_account(tab, door, site):
    user = User.objects.get(username="publisher")
    Colleague("publisher").has_app()
    types_name_and_password(tab, door, user.username)
    tab.wait_for_url("**/admin/login/code/")
    tab.get_by_role("button", name="Sign in as somebody else").click()
    tab.wait_for_url("**/admin/login/**")
    types_name_and_password(tab, door, "english")
    tab.wait_for_url(f"{door}/admin/")


def test_a_second_tab_at_the_second_step_is_no_dead_end(tab, door):
    Colleague("publisher").has_app().has_codes("11112222")
    types_name_and_password(tab, door, "publisher")
    tab.wait_for_url("**/admin/login/code/")
    other = tab.context.new_page()
    other.goto(f"{door}/admin/login/code/")
    tab.fill("#id_code", "11112222")
    tab.press("#id_code", "Enter")
    tab.wait_for_url(f"{door}/admin/")
    other.fill("#id_code", "11112222")
    other.press("#id_code", "Enter")
    other.get_by_role("link", name="返回管理后台首页").click()
    other.wait_for_url(f"{door}/admin/")


def test_who_signs_in_by_the_form_of_the_tests_shows_a_code(tab, door):
    log_in(tab, door, "admin")
    assert tab.url == f"{door}/admin/"
