"""Who gets in, and with what: strangers, passwords alone, codes, recovery codes, the rule."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from mep_site.accounts import sessions
from mep_site.accounts.obligation import needs_second_factor
from mep_site.translations.permissions.groups import PUBLISHERS

from ..test_permissions import admin_addresses
from .conftest import Colleague


@pytest.mark.asvs("6.3.3")
def test_a_password_alone_opens_nothing_to_who_can_publish(publisher_at_the_door):
    colleague = publisher_at_the_door
    response = colleague.types_password()
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not colleague.is_in()
    assert "_auth_user_id" not in colleague.client.session


def test_password_and_code_open_the_admin_where_one_wanted_to_go(publisher_at_the_door):
    colleague = publisher_at_the_door
    colleague.types_password(next="/admin/reports/locked/")
    response = colleague.types_code()
    assert response.headers["Location"] == "/admin/reports/locked/"
    assert colleague.is_in()


@pytest.mark.asvs("3.7.2")
def test_where_to_go_on_is_never_another_site(publisher_at_the_door):
    publisher_at_the_door.types_password(next="https://evil.example/admin/")
    assert publisher_at_the_door.types_code().headers["Location"] == "/admin/"


@pytest.mark.asvs("6.5.1")
def test_a_code_is_good_once_in_all_processes(publisher_at_the_door):
    from django.core.cache import cache

    colleague, other = publisher_at_the_door, Colleague("publisher")
    code = colleague.code()
    colleague.types_password()
    assert colleague.types_code(code).status_code == 302
    other.types_password()
    cache.clear()  # Another process has another one.
    assert other.types_code(code).status_code == 200
    assert not other.is_in()


def test_a_wrong_code_opens_nothing_and_can_be_corrected(publisher_at_the_door):
    colleague = publisher_at_the_door
    colleague.types_password()
    assert colleague.types_code("000000").status_code == 200
    assert not colleague.is_in()
    assert colleague.types_code().status_code == 302
    assert colleague.is_in()


@pytest.mark.asvs("6.5.1")
def test_a_recovery_code_opens_the_admin_once(publisher_at_the_door):
    publisher_at_the_door.has_codes("11112222", "33334444")
    for code, opens in (("11112222", True), ("11112222", False), ("33334444", True)):
        colleague = Colleague("publisher")
        colleague.types_password()
        colleague.types_code(code)
        assert colleague.is_in() is opens


def test_a_translator_comes_in_by_a_password_and_may_set_up_more(translator_at_the_door):
    translator = translator_at_the_door
    assert translator.types_password().headers["Location"] == "/admin/"
    assert translator.is_in()
    assert translator.client.get(reverse("mfa_activate_totp")).status_code == 200


def test_a_translator_with_an_app_is_asked_for_its_code(translator_at_the_door):
    translator = translator_at_the_door.has_app()
    translator.types_password()
    assert not translator.is_in()
    translator.types_code()
    assert translator.is_in()


@pytest.mark.asvs("6.3.4")
def test_the_sign_in_of_readers_is_no_way_round(publisher_at_the_door):
    colleague = publisher_at_the_door
    typed = {"login": "publisher", "password": "demo-publisher", "next": "/ru/"}
    response = colleague.sends("/ru/_util/login/", **typed)
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not colleague.is_in()
    assert colleague.types_code().headers["Location"] == "/ru/"


# Where a second factor is shown or set up; all else is for nobody without one.
FOR_HALF_SIGNED_IN = (
    "/admin/login/",
    "/admin/password_reset/",
    "/admin/account/confirm/",
    "/admin/account/second-factor/",
)


@pytest.mark.asvs("2.3.1", "6.3.3")
@pytest.mark.slow
def test_every_address_of_the_admin_refuses_who_has_shown_a_password_only(newcomer, visitor, home):
    newcomer.types_password()
    assert "_auth_user_id" in newcomer.client.session
    swept = [url for url in admin_addresses(home.pk) if not url.startswith(FOR_HALF_SIGNED_IN)]
    assert len(swept) > 80
    for url in swept:
        for headers in ({}, {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}):
            theirs, strangers = (who.get(url, **headers) for who in (newcomer.client, visitor))
            assert theirs.status_code == strangers.status_code, url
            assert theirs.get("Location") == strangers.get("Location"), url


def test_a_page_that_is_not_public_refuses_who_has_shown_a_password_only(newcomer, home):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    newcomer.types_password()
    assert newcomer.client.get("/en/").headers["Location"].startswith("/en/_util/login/")


# Setting up the first second factor


def test_a_publisher_who_signs_in_for_the_first_time_is_led_to_a_second_factor(newcomer):
    response = newcomer.types_password(next="/admin/reports/")
    for _ in range(2):
        response = newcomer.client.get(response.headers["Location"])
    place = newcomer.client.get(response.headers["Location"])
    assert response.headers["Location"].startswith(reverse("mfa_index"))
    assert reverse("mfa_add_webauthn") in place.content.decode()
    assert f'"{reverse("wagtailadmin_account")}"' not in place.content.decode()


def test_who_sets_up_an_app_is_in_at_once_and_is_shown_recovery_codes_once(newcomer):
    newcomer.types_password()
    newcomer.client.get(reverse("mfa_activate_totp"))
    secret = newcomer.client.session["mfa.totp.secret"]

    response = newcomer.sends("mfa_activate_totp", code=newcomer.code_of(secret))
    assert response.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert newcomer.is_in()
    codes = newcomer.user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    first, second = (
        newcomer.client.get(reverse("mfa_view_recovery_codes")).content.decode() for _ in range(2)
    )
    assert all(code in first and code not in second for code in codes)


@pytest.mark.asvs("7.5.1")
def test_second_factors_are_changed_by_who_has_just_proved_who_they_are(
    publisher_at_the_door, monkeypatch
):
    colleague = publisher_at_the_door
    colleague.signs_in()
    assert colleague.client.get(reverse("mfa_add_webauthn")).status_code == 200
    monkeypatch.setattr(sessions, "RECENT", 0)
    for name in ("mfa_add_webauthn", "mfa_deactivate_totp"):
        response = colleague.client.get(reverse(name))
        assert response.headers["Location"].startswith(reverse("mfa_reauthenticate")), name


@pytest.mark.asvs("7.5.1")
def test_who_knows_the_password_only_cannot_add_to_what_its_owner_has_set_up(newcomer):
    """Somebody who signed in before the owner had a second factor is left with nothing."""
    newcomer.types_password()
    newcomer.has_app()
    for name in ("mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        response = newcomer.client.get(reverse(name))
        assert response.status_code in {302, 404}, name
    response = newcomer.client.get(reverse("mfa_add_webauthn"))
    assert response.headers["Location"].startswith(reverse("mfa_reauthenticate"))
    response = newcomer.client.get(reverse("account_reauthenticate"))
    assert response.headers["Location"].startswith(reverse("mfa_reauthenticate"))


def test_the_only_second_factor_of_who_needs_one_stays(publisher_at_the_door):
    publisher_at_the_door.signs_in()
    publisher_at_the_door.sends("mfa_deactivate_totp")
    assert Authenticator.objects.filter(user=publisher_at_the_door.user, type="totp").exists()


def test_a_translator_may_do_without_a_second_factor_again(translator_at_the_door):
    translator = translator_at_the_door.has_app()
    translator.signs_in()
    translator.sends("mfa_deactivate_totp")
    assert not Authenticator.objects.filter(user=translator.user).exists()
    assert translator.is_in()


# What no browser sends

UNREADABLE = (
    *("", "x", "[]", "1", "null", "{}", '{"response": null}', '{"response": {"userHandle": 5}}'),
    '{"response": {"userHandle": "' + "z" * 40 + '"}, "rawId": "AA", "id": "AA"}',
    '{"id": 1, "rawId": "AAA", "response": {"clientDataJSON": "e30", "authenticatorData": "AAAA"}}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": {"clientDataJSON": "x"}}',
)


@pytest.mark.parametrize("sent", UNREADABLE)
def test_what_no_device_answers_is_refused_in_words(sent, publisher_at_the_door):
    colleague = publisher_at_the_door
    statuses = [colleague.sends("mfa_login_webauthn", credential=sent).status_code]
    colleague.types_password()
    statuses.append(colleague.sends("mfa_authenticate", credential=sent).status_code)
    assert not colleague.is_in()
    colleague.types_code()
    statuses.append(colleague.sends("mfa_reauthenticate_webauthn", credential=sent).status_code)
    statuses.append(colleague.sends("mfa_add_webauthn", credential=sent).status_code)
    assert max(statuses) < 500
    assert Authenticator.objects.count() == 1


@pytest.mark.parametrize("typed", ["\0", "x" * 5000, "\u202e𝟘𝟙", "９" * 6, "-1"])
def test_odd_names_and_codes_are_refused_in_words(typed, publisher_at_the_door):
    stranger = Colleague(typed)
    assert stranger.types_password("x").status_code == 200
    assert stranger.sends("wagtailadmin_password_reset", email=typed).status_code == 200
    publisher_at_the_door.types_password()
    assert publisher_at_the_door.types_code(typed).status_code == 200


# The rule


def permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


@pytest.mark.parametrize(
    ("name", "is_needed"),
    [
        ("translations.publish_ru", True),
        ("translations.publish_zh_hans", True),
        ("translations.edit_zh_hans", False),
        ("translations.submit_en", False),
        ("auth.change_user", True),
        ("auth.add_group", True),
        ("wagtailcore.change_site", True),
        ("wagtailcore.change_workflow", True),
        ("siteconfig.change_siteconfiguration", True),
        ("wagtailadmin.access_admin", False),
    ],
)
def test_who_needs_a_second_factor_follows_from_permissions(name, is_needed, db):
    user = User.objects.create(username="somebody")
    group = Group.objects.create(name="一个组")
    group.permissions.add(permission(name))
    user.groups.add(group)
    assert needs_second_factor(user) is is_needed


def test_a_superuser_needs_a_second_factor(db):
    assert needs_second_factor(User.objects.create(username="root", is_superuser=True))


def test_who_is_made_a_publisher_while_signed_in_is_asked_at_once(translator_at_the_door):
    translator_at_the_door.types_password()
    assert translator_at_the_door.is_in()
    translator_at_the_door.user.groups.add(Group.objects.get(name=PUBLISHERS.name))
    assert not translator_at_the_door.is_in()


@pytest.mark.parametrize("is_only_offered", [True, False])
def test_the_demo_lets_a_publisher_in_and_says_what_a_real_site_asks_for(
    is_only_offered, newcomer, settings
):
    settings.SECOND_FACTOR_IS_ONLY_OFFERED = is_only_offered
    newcomer.types_password()
    assert newcomer.is_in() is is_only_offered


# Whether a name exists


@pytest.mark.parametrize(
    "username", ["nobody", "publisher", "russian", "retired", "no-password", "PUBLISHER"]
)
def test_nobody_finds_out_whether_a_name_exists(username, db, monkeypatch):
    """The same words, and as much work: as many passwords are hashed, which takes the time."""
    User.objects.create(username="retired", password=make_password("x"), is_active=False)
    User.objects.create_user("no-password")
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher,
        "encode",
        lambda *args: hashed.append(1) or encode(*args),
    )
    response = Colleague(username).types_password("wrong")
    assert response.status_code == 200
    assert len(hashed) == 1
    assert "用户名或密码" in response.content.decode()


def test_a_retired_colleague_is_not_told_more_than_others(db):
    User.objects.create_user("retired", password="right", is_active=False)
    retired = Colleague("retired")
    assert retired.types_password("right").status_code == 200
    assert AUTHENTICATION_METHODS_SESSION_KEY not in retired.client.session


def test_nobody_signs_up(visitor, db):
    from django.urls import NoReverseMatch

    for name in ("account_signup", "account_email", "account_request_login_code"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_a_reader_without_the_admin_is_let_in_to_pages_only(db, home):
    User.objects.create_user("reader", password="a reader's own")
    reader = Colleague("reader", Client())
    typed = {"login": "reader", "password": "a reader's own", "next": "/en/"}
    assert reader.sends("/en/_util/login/", **typed).headers["Location"] == "/en/"
    assert not reader.is_in()
    assert reader.client.get("/admin/login/").status_code == 200
    assert Site.objects.exists()
