"""How often one may guess: under a name, from an address, in a known browser, for all processes."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connections
from django.urls import reverse

from mep_site.accounts.models import FailedAttempt
from mep_site.accounts.throttling import MOST_FROM_NETWORK, MOST_UNDER_NAME

from ..signing_in import PASSWORDS
from .conftest import Colleague

FILTER = Path(__file__).parents[2] / "deploy" / "fail2ban" / "filter-mep-site.conf"


def fails(colleague: Colleague, times: int) -> list[int]:
    """The status of each of so many answers to a wrong password."""
    return [colleague.types_password("wrong").status_code for _ in range(times)]


def grow_old(minutes: int) -> None:
    """Let time pass for all failures."""
    for trace in FailedAttempt.objects.all():
        trace.at -= timedelta(minutes=minutes)
        trace.save()


@pytest.mark.asvs("2.4.1", "6.3.1")
@pytest.mark.every_database
def test_guesses_under_a_name_are_answered_429_with_a_time_to_try_again(publisher_at_the_door):
    colleague = publisher_at_the_door
    assert fails(colleague, MOST_UNDER_NAME) == [200] * MOST_UNDER_NAME
    grow_old(minutes=5)
    response = colleague.types_password()
    assert response.status_code == 429
    assert 9 * 60 < int(response.headers["Retry-After"]) <= 10 * 60
    assert "10 分钟" in response.content.decode()
    grow_old(minutes=10)
    assert colleague.types_password().status_code == 302


AT_ONCE = 16


@pytest.fixture
def _nothing_is_left(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """What threads count is really stored: they do not see what a test's transaction holds."""
    with django_db_blocker.unblock():
        yield
        FailedAttempt.objects.all().delete()


@pytest.mark.asvs("2.3.4")
@pytest.mark.every_database
@pytest.mark.slow
@pytest.mark.usefixtures("_nothing_is_left")
def test_guesses_at_the_same_moment_do_not_pass_each_other():
    def guess(number: int) -> int:
        try:
            return Colleague("nobody").types_password(f"guess {number}").status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as strangers:
        statuses = list(strangers.map(guess, range(AT_ONCE)))
    assert set(statuses) <= {200, 429}
    assert statuses.count(200) <= MOST_UNDER_NAME


def test_another_process_counts_the_same_also_without_a_cache(publisher_at_the_door):
    fails(publisher_at_the_door, MOST_UNDER_NAME)
    cache.clear()
    assert fails(Colleague("publisher", network="198.51.100.7"), 1) == [429]


def test_a_name_that_does_not_exist_is_throttled_alike(db):
    nobody = Colleague("nobody")
    assert fails(nobody, MOST_UNDER_NAME + 1) == [200] * MOST_UNDER_NAME + [429]


def test_other_spellings_of_a_name_count_as_the_name(publisher_at_the_door):
    fails(publisher_at_the_door, MOST_UNDER_NAME)
    for spelling in ("PUBLISHER", " publisher", "ｐｕｂｌｉｓｈｅｒ"):
        assert fails(Colleague(spelling), 1) == [429], spelling


@pytest.mark.asvs("6.3.1")
def test_guesses_from_one_address_are_counted_over_all_names(db):
    statuses = [fails(Colleague(f"name-{n}"), 1)[0] for n in range(MOST_FROM_NETWORK + 1)]
    assert statuses == [200] * MOST_FROM_NETWORK + [429]
    assert fails(Colleague("name-0", network="198.51.100.7"), 1) == [200]


def test_who_gets_in_does_not_clear_what_failed_before(publisher_at_the_door):
    """Else somebody with an account could guess at others without end."""
    fails(Colleague("editor"), MOST_UNDER_NAME - 1)
    Colleague("russian").types_password()
    assert fails(Colleague("editor"), 2) == [200, 429]


@pytest.mark.asvs("6.3.1")
def test_a_stranger_cannot_lock_out_a_colleague_who_has_signed_in_in_their_browser_before(
    publisher_at_the_door,
):
    colleague = publisher_at_the_door
    colleague.signs_in()
    colleague.client.post(reverse("wagtailadmin_logout"))
    fails(Colleague("publisher", network="203.0.113.9"), MOST_UNDER_NAME + 3)
    assert fails(Colleague("publisher", network="198.51.100.7"), 1) == [429]
    assert colleague.types_password().status_code == 302


def test_a_known_browser_is_counted_too_and_knows_one_name_only(publisher_at_the_door):
    colleague = publisher_at_the_door
    colleague.signs_in()
    cookie = colleague.client.cookies["known_browser"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/admin/login/"
    assert "publisher" not in cookie.value
    colleague.client.post(reverse("wagtailadmin_logout"))
    assert 429 in fails(colleague, 11)
    fails(Colleague("editor", network="198.51.100.7"), MOST_UNDER_NAME)
    colleague.username = "editor"
    assert fails(colleague, 1) == [429]


@pytest.mark.asvs("6.6.3")
def test_codes_are_throttled_and_so_are_recovery_codes(publisher_at_the_door):
    colleague = publisher_at_the_door.has_codes("11112222")
    colleague.types_password()
    for wrong in ("000000", "000001", "11110000", "22220000", "33330000"):
        assert colleague.types_code(wrong).status_code == 200
    assert colleague.types_code("11112222").status_code == 429
    assert not colleague.is_in()


def test_strangers_do_not_keep_a_colleague_who_is_signed_in_from_confirming(translator_at_the_door):
    translator_at_the_door.types_password()
    fails(Colleague("russian", network="203.0.113.9"), MOST_UNDER_NAME)
    password = PASSWORDS["russian"]
    response = translator_at_the_door.sends("account_reauthenticate", password=password)
    assert response.status_code == 302


def test_a_new_password_is_asked_for_so_often_only(mailoutbox, visitor, db):
    url, typed = reverse("wagtailadmin_password_reset"), {"email": "somebody@example.org"}
    statuses = [visitor.post(url, typed).status_code for _ in range(MOST_UNDER_NAME + 1)]
    assert statuses == [302] * MOST_UNDER_NAME + [429]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Слишком много"), ("en", "Too many"), ("zh-hans", "尝试次数过多")],
)
def test_the_page_speaks_the_reader_s_language(language, words, db):
    stranger = Colleague("nobody")
    stranger.client.cookies["django_language"] = language
    fails(stranger, MOST_UNDER_NAME)
    assert words in stranger.types_password("wrong").content.decode()


# What fail2ban reads


def lines_of(caplog) -> list[str]:
    return [record.getMessage() for record in caplog.records if "accounts" in record.name]


@pytest.mark.asvs("16.3.3")
def test_each_guess_is_a_line_that_fail2ban_reads_and_that_names_nobody(
    publisher_at_the_door, caplog, settings
):
    settings.TRUSTED_PROXIES = 1
    colleague = publisher_at_the_door.has_codes("11112222")
    colleague.client.defaults["HTTP_X_FORWARDED_FOR"] = "10.0.0.1, 2001:db8::7"
    fails(colleague, MOST_UNDER_NAME + 1)
    FailedAttempt.objects.all().delete()
    colleague.types_password()
    colleague.types_code("000000")
    colleague.sends("mfa_login_webauthn", credential='{"response": {"userHandle": "MQ"}}')
    pattern = re.search(r"^failregex = (.+)$", FILTER.read_text(), re.MULTILINE)[1]
    regex = re.compile(pattern.replace("<HOST>", r"(?P<host>[\da-fA-F.:]+)"))
    lines = lines_of(caplog)
    assert {regex.search(line)["host"] for line in lines} == {"2001:db8::7"}
    found = {re.search(r"\((.+)\)", line)[1] for line in lines}
    assert found == {"password", "too many", "code", "passkey"}
    assert not any("publisher" in line for line in lines)


def test_who_gets_in_at_once_is_no_guess(publisher_at_the_door, caplog):
    publisher_at_the_door.signs_in()
    assert lines_of(caplog) == []
    assert not FailedAttempt.objects.exists()
