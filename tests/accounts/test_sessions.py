"""When sessions end, and what of a sign-in is kept for how long."""

import re
import time
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.core import mail
from django.http import HttpResponse
from django.urls import reverse

from mep_site.accounts import sessions
from mep_site.accounts.resetting import reset_second_factor

from ..admin_forms import errors, offered
from ..signing_in import PASSWORDS
from .conftest import Colleague

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds by which the clock of sessions is ahead."""
    ahead = [0.0]
    now = time.time
    monkeypatch.setattr(sessions.time, "time", lambda: now() + ahead[0])
    return ahead


def test_a_session_ends_with_the_browser_and_on_the_server_after_twelve_hours(
    publisher_at_the_door, settings
):
    publisher_at_the_door.signs_in()
    cookie = publisher_at_the_door.client.cookies["sessionid"]
    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""
    assert cookie["httponly"]
    assert settings.SESSION_COOKIE_AGE == sessions.LONGEST == 12 * 60 * 60
    line = next(x for x in OPERATIONS.read_text().splitlines() if x.startswith("| `sessionid`"))
    assert re.search(r"closed.*one hour.*twelve hours", line)


@pytest.mark.asvs("7.3.1")
@pytest.mark.parametrize(
    ("rest", "is_in"), [(sessions.LONGEST_REST - 60, True), (sessions.LONGEST_REST + 1, False)]
)
def test_a_session_in_which_nobody_does_anything_ends_after_an_hour(
    rest, is_in, publisher_at_the_door, passing
):
    publisher_at_the_door.signs_in()
    passing[0] = rest
    assert publisher_at_the_door.is_in() is is_in


@pytest.mark.asvs("7.3.2")
def test_whoever_works_stays_in_for_twelve_hours_and_no_longer(publisher_at_the_door, passing):
    publisher_at_the_door.signs_in()
    for half_hour in range(1, 24):
        passing[0] = half_hour * 30 * 60
        assert publisher_at_the_door.is_in(), half_hour
    passing[0] = sessions.LONGEST + 1
    assert not publisher_at_the_door.is_in()


def test_a_tab_that_only_reports_that_it_is_open_keeps_no_session(
    publisher_at_the_door, passing, home
):
    colleague = publisher_at_the_door
    colleague.signs_in()
    page = colleague.client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]), follow=True)
    ping = re.search(r"/admin/editions/\d+/[\w-]+/sessions/\d+/", page.content.decode())[0]
    passing[0] = sessions.LONGEST_REST - 60
    assert colleague.sends(ping).status_code == 200
    passing[0] = sessions.LONGEST_REST + 60
    assert not colleague.is_in()


@pytest.mark.asvs("7.2.1", "7.4.1")
def test_signing_out_ends_the_session(publisher_at_the_door):
    colleague = publisher_at_the_door
    colleague.signs_in()
    stolen = colleague.client.cookies["sessionid"].value
    colleague.client.post(reverse("wagtailadmin_logout"))
    colleague.client.cookies["sessionid"] = stolen
    assert not colleague.is_in()


@pytest.mark.asvs("7.2.2", "7.2.3", "7.2.4")
def test_signing_in_makes_a_new_session_of_whatever_the_browser_had(publisher_at_the_door):
    colleague = publisher_at_the_door
    colleague.types_password()
    before = colleague.client.cookies["sessionid"].value
    colleague.types_code()
    after = colleague.client.cookies["sessionid"].value
    assert after != before
    assert re.fullmatch("[a-z0-9]{32}", after), "Of 36 signs, which is 165 bits."


@pytest.mark.asvs("7.4.2")
@pytest.mark.parametrize("ends", [{"is_active": False}, None], ids=["retired", "deleted"])
def test_with_an_account_its_sessions_end(ends, translator_at_the_door):
    translator_at_the_door.types_password()
    users = User.objects.filter(username="russian")
    users.update(**ends) if ends else users.delete()
    assert not translator_at_the_door.is_in()


def changes_password(colleague: Colleague, new: str) -> HttpResponse:
    """Fill in the account page of the admin."""
    typed = offered(colleague.client, "/admin/account/", "#main form")
    typed |= {f"password-new_password{n}": new for n in (1, 2)}
    typed |= {"password-old_password": PASSWORDS[colleague.username]}
    names = {"first_name": "Ольга", "last_name": "Иванова", "email": "olga@example.org"}
    typed |= {f"name_email-{field}": name for field, name in names.items()}
    return colleague.sends("/admin/account/", **typed)


@pytest.mark.asvs("7.4.3")
def test_a_new_password_ends_all_other_sessions(translator_at_the_door):
    here, elsewhere = translator_at_the_door, Colleague("russian")
    here.types_password()
    elsewhere.types_password()
    assert elsewhere.is_in()
    assert changes_password(here, "a wholly new one 42").status_code == 302
    assert here.is_in()
    assert not elsewhere.is_in()


@pytest.mark.asvs("6.2.4")
def test_a_common_password_is_refused(translator_at_the_door):
    here = translator_at_the_door
    here.types_password()
    assert "широко распространён" in errors(changes_password(here, "password1234"))
    assert here.user.check_password(PASSWORDS["russian"])


@pytest.mark.asvs("7.5.2")
def test_one_sees_where_one_is_signed_in_and_signs_out_everywhere_else(translator_at_the_door):
    here, elsewhere = translator_at_the_door, Colleague("russian", network="198.51.100.7")
    here.types_password()
    elsewhere.types_password()
    assert "198.51.100.7" in here.client.get(reverse("usersessions_list")).content.decode()
    here.sends("usersessions_list")
    assert here.is_in()
    assert not elsewhere.is_in()


@pytest.mark.asvs("7.4.5")
def test_who_has_lost_the_telephone_is_helped_and_told(publisher_at_the_door):
    colleague = publisher_at_the_door.has_codes("11112222")
    colleague.signs_in()
    colleague.user.save()
    user = colleague.user
    user.email = "zhou@example.org"
    user.save()
    assert reset_second_factor(user) == 2
    assert not colleague.is_in()
    assert not UserSession.objects.filter(user=user).exists()
    wait_for_mail()
    assert mail.outbox[0].to == ["zhou@example.org"]
    assert "第二验证方式" in mail.outbox[0].subject
    again = Colleague("publisher")
    again.types_password()
    place = again.client.get("/admin/", follow=True)
    assert place.redirect_chain[-1][0].startswith(reverse("mfa_index"))


def wait_for_mail() -> None:
    """Mails are sent beside what causes them."""
    deadline = time.monotonic() + 10
    while not mail.outbox and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.mark.asvs("6.4.3")
def test_a_forgotten_password_is_told_to_its_owner_and_asked_for_alike_by_everybody(
    publisher_at_the_door, visitor
):
    user = publisher_at_the_door.user
    user.email = "zhou@example.org"
    user.save()
    url = reverse("wagtailadmin_password_reset")
    answers = [
        visitor.post(url, {"email": email}).headers["Location"]
        for email in ("nobody@example.org", "zhou@example.org")
    ]
    assert len(set(answers)) == 1
    wait_for_mail()
    assert [message.to for message in mail.outbox] == [["zhou@example.org"]]
    link = re.search(r"/admin/password_reset/confirm/\S+", mail.outbox[0].body)[0]
    form = visitor.get(link).headers["Location"]
    new = "a wholly new one 42"
    visitor.post(form, {"new_password1": new, "new_password2": new})
    assert visitor.get("/admin/").status_code == 302
    assert publisher_at_the_door.types_password(new).headers["Location"] == reverse(
        "mfa_authenticate"
    )
