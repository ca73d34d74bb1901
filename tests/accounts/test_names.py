"""What is known of colleagues: a name that is not taken apart, and perhaps no address."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from ..admin_forms import offered

ACCOUNT = "/admin/account/"


@pytest.fixture
def known(russian_translator):
    """The Russian translator, of whom neither a first name nor an address is known."""
    user = get_user_model().objects.get(username="russian")
    assert (user.first_name, user.email) == ("", "")
    return user


def test_who_has_one_name_and_no_address_changes_the_account(russian_translator, known):
    typed = offered(russian_translator, ACCOUNT, "#main form")
    answer = russian_translator.post(ACCOUNT, typed | {"locale-preferred_language": "en"})
    assert answer.status_code == 302
    known.wagtail_userprofile.refresh_from_db()
    assert known.wagtail_userprofile.preferred_language == "en"


def test_an_address_that_is_known_is_not_taken_away_unasked(russian_translator, known):
    known.email = "olga@example.org"
    known.save()
    typed = offered(russian_translator, ACCOUNT, "#main form")
    answer = russian_translator.post(ACCOUNT, typed | {"name_email-email": ""})
    assert answer.status_code == 200
    assert "Ничего не изменено" in answer.content.decode()
    known.refresh_from_db()
    assert known.email == "olga@example.org"


def test_an_administrator_writes_a_chinese_name_whole(admin):
    address = "/admin/users/new/"
    person = {
        "username": "liu",
        "last_name": "刘洋",
        "first_name": "",
        "password1": "a wholly new one 42",
        "password2": "a wholly new one 42",
    }
    nameless = offered(admin, address, "#main form") | person
    assert "email" in admin.post(address, nameless).context_data["form"].errors
    admin.post(address, nameless | {"email": "liu@example.org"})
    made = get_user_model().objects.get(username="liu")
    assert made.get_full_name() == "刘洋"
    edit = f"/admin/users/edit/{made.pk}/"
    changed = offered(admin, edit, "#main form") | {"last_name": "刘扬"}
    assert admin.post(edit, changed).status_code == 302
    made.refresh_from_db()
    assert made.get_full_name() == "刘扬"


def test_time_zones_are_those_that_browsers_know():
    """One that they do not know ends the script that names them in the reader's language."""
    assert "Asia/Shanghai" in settings.WAGTAIL_USER_TIME_ZONES
    assert "localtime" not in settings.WAGTAIL_USER_TIME_ZONES
