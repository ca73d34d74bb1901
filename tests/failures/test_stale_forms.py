"""No form of the admin goes over what it has not shown: of two who save, the second is told."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from mep_site.core.admin.stale_forms import nothing_saved_message
from mep_site.core.models import BasePage
from mep_site.siteconfig.models import FooterLink
from mep_site.textchecks.models import CheckDecision
from mep_site.translations.languages import languages

from ..admin_forms import edit_url, offered, offered_in, unit
from ..translations.committed import article
from ..translations.steps import newest_draft
from ..turns import IS_WHOLE
from .edit_forms import (
    FORMS,
    VIEWS,
    changes,
    remembered,
    says,
    something_to_edit,
    state,
    taken_away,
)

pytestmark = pytest.mark.slow

# Views that edit something and are no edit views; each with the reason why nothing is lost there.
OTHERS = {
    "wagtailadmin_pages:edit": "has rules of its own: tests/translations/test_conflicts.py",
    "legacy_readings:edit": "leads to the review, which decides and edits nothing",
    "wagtaildocs:edit_multiple": "its form is on the page of who has just uploaded the file only",
    "wagtailimages:edit_multiple": "its form is on the page of who has just uploaded the file only",
    "wagtailsettings:preview_on_edit": "stores nothing but what is being looked at",
}


def told(response):
    """What the answer sets beside each other, by the label of the field; none if all was saved."""
    page = BeautifulSoup(response.content, "html.parser")
    return {
        row.th.get_text(strip=True): [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in page.select("#conflict tbody tr")
    }


def test_every_view_that_edits_something_is_guarded_or_says_why_not():
    edits = {
        name
        for name, view in VIEWS.items()
        if name.rpartition(":")[2].startswith("edit")
        or getattr(view, "view_class", view).__name__.endswith(("EditView", "Edit"))
    }
    guarded = {form.partition(" ")[0] for form in FORMS}
    assert edits - guarded - OTHERS.keys() == set()


@pytest.mark.parametrize("form", FORMS)
def test_a_form_does_not_go_over_what_it_has_not_shown(form, admin):
    stored, url = something_to_edit(form)
    first, second = changes(form, admin, url)
    mine, theirs = offered(admin, url) | second, offered(admin, url) | first
    assert admin.post(url, theirs).status_code == 302
    after = state(stored)
    answer = admin.post(url, mine)
    assert answer.status_code == 200
    assert state(stored) == after
    assert told(answer)
    page = BeautifulSoup(answer.content, "html.parser")
    for name, typed in second.items():
        controls = page.select(f"form[data-edit-form] [name='{name}']")
        boxes = [each for each in controls if each.get("type") == "checkbox"]
        kept = [each for each in controls if each not in boxes or each.has_attr("checked")]
        assert typed in {each.get("value", each.text.strip() or "on") for each in kept}
    # Whoever has seen what is stored may replace it.
    again = page.select_one("[name=stored_state]")["value"]
    assert admin.post(url, mine | {"stored_state": again}).status_code == 302
    assert state(stored) != after


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_sent_twice_is_no_conflict(form, admin):
    _, url = something_to_edit(form)
    data = offered(admin, url) | changes(form, admin, url)[0]
    assert [admin.post(url, data).status_code for _ in range(2)] == [302, 302]


CONFIGURATION = "wagtailsettings:edit siteconfig.siteconfiguration"


def test_two_who_change_different_fields_are_not_in_each_others_way(admin):
    """As far as what one of them has not touched is what the other one has stored."""
    stored, url = something_to_edit(CONFIGURATION)
    mine = offered(admin, url)
    stored.map_approval = mine["map_approval"] = "GS(2019)1"
    stored.save()
    assert admin.post(url, mine | {"data_licence": "https://www.example.org/"}).status_code == 302


def test_rows_that_somebody_took_away_do_not_come_back(admin):
    stored, url = something_to_edit(CONFIGURATION)
    gone = FooterLink.objects.create(configuration=stored, label="Gone", url="https://a.example/")
    mine = offered(admin, url)
    gone.delete()
    answer = admin.post(url, mine | {"map_approval": "GS(2019)1"})
    ((now, sent),) = told(answer).values()
    assert ("Gone" in now, "Gone" in sent) == (False, True)
    # Whoever sends the form once more as it has come back wants them.
    assert admin.post(url, offered_in(answer)).status_code == 302
    assert FooterLink.objects.filter(label="Gone").count() == 1


def test_permissions_that_somebody_withdrew_do_not_come_back(admin):
    group, url = something_to_edit("wagtailusers_groups:edit")
    granted = Permission.objects.get(codename="access_admin")
    group.permissions.add(granted)
    root = BasePage.get_first_root_node()
    GroupPagePermission.objects.create(group=group, page=root, permission_type="publish")
    mine = offered(admin, url)
    group.permissions.clear()
    group.page_permissions.all().delete()
    assert len(told(admin.post(url, mine | {"name": "New"}))) == 2
    group.refresh_from_db()
    assert (group.name[:3], group.permissions.count()) == ("Old", 0)


def test_a_form_that_says_nothing_of_what_it_shows_changes_nothing(admin):
    stored, url = something_to_edit("wagtailredirects:edit")
    before = state(stored)
    for marks in ("", "{", "[]"):
        data = offered(admin, url) | {"redirect_link": "https://b.example/", "stored_state": marks}
        assert told(admin.post(url, data))
    assert state(stored) == before


def test_what_was_deleted_is_not_made_again(admin):
    stored, url = something_to_edit("wagtailredirects:edit")
    data = offered(admin, url)
    stored.delete()
    assert admin.post(url, data).status_code == 404


@pytest.mark.parametrize("language", [each.code for each in languages()])
def test_the_answer_is_in_the_language_of_the_reader(language, admin):
    user = User.objects.get(username="admin")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    stored, url = something_to_edit("wagtailredirects:edit")
    data = offered(admin, url)
    stored.redirect_link = "https://a.example/"
    stored.save()
    words = BeautifulSoup(admin.post(url, data).content, "html.parser").get_text()
    with override(language):
        assert nothing_saved_message() in words
    shown = BeautifulSoup(admin.post(url, data).content, "html.parser").select_one("#conflict")
    letters = {"zh-hans": "[\u4e00-\u9fff]", "en": "[a-z]{3}", "ru": "[а-я]{3}"}
    texts = [tag.get_text() for tag in shown.select("h2, p:not(td p), thead th")]
    assert [text for text in texts if not re.search(letters[language], text)] == []


def test_decisions_on_checks_do_not_go_over_each_other(admin):
    url, form = reverse("textchecks:settings"), "main form[method=post]"
    mine = offered(admin, url, form)
    theirs = mine | {"numbers": "off", "untranslated": "warning"}
    assert admin.post(url, theirs).status_code == 302
    answer = admin.post(url, mine | {"numbers": "blocking"})
    assert answer.status_code == 200
    decided = CheckDecision.objects.order_by("check_name").values_list("effect", flat=True)
    assert [*decided] == ["off", "warning"]
    page = BeautifulSoup(answer.content, "html.parser")
    seen = page.select_one("[name=initial-numbers]")["value"]
    again = mine | {"numbers": "blocking", "initial-numbers": seen}
    assert admin.post(url, again).status_code == 302
    # What nobody touched in this form stays as the other person has decided.
    assert [*decided.all()] == ["blocking", "warning"]


# Races

# Of each form; all of them are some 200 in full.
RACES = 11 if IS_WHOLE else 1
PAGE_RACES = 50 if IS_WHOLE else 1


@pytest.fixture
def people(django_db_setup, django_db_blocker):
    """Two who are signed in, and are seen by other connections."""
    with django_db_blocker.unblock():
        clients = [Client(), Client()]
        for client, name in zip(clients, ("admin", "second"), strict=True):
            user, _ = User.objects.get_or_create(username=name, defaults={"is_superuser": True})
            client.force_login(user)
        yield clients
        User.objects.filter(username="second").delete()


def at_once(people, url, forms, **headers):
    """The answers to two forms that are sent in the same moment, each over its own connection."""
    start = Barrier(2)

    def send(client, form):
        try:
            start.wait()
            return client.post(url, form, **headers)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(send, people, forms))


@pytest.mark.asvs("2.3.4")
@pytest.mark.every_database
@pytest.mark.parametrize("form", FORMS)
def test_of_two_who_save_at_once_one_is_told(form, people):
    stored, url = something_to_edit(form)
    put_back = remembered(stored)
    try:
        for _ in range(RACES):
            both = changes(form, people[0], url)
            forms = [
                offered(person, url) | typed for person, typed in zip(people, both, strict=True)
            ]
            answers = at_once(people, url, forms)
            assert sorted(answer.status_code for answer in answers) == [200, 302]
            winner, loser = sorted(range(2), key=lambda number: answers[number].status_code)[::-1]
            assert says(stored, both[winner])
            assert not says(stored, both[loser])
            assert told(answers[loser])
            put_back()
    finally:
        taken_away(form, stored)


@pytest.mark.every_database
def test_of_two_who_autosave_a_page_at_once_one_is_asked(people):
    """And what the other one wrote is in no form that goes over it."""
    with article("races") as page:
        for number in range(PAGE_RACES):
            forms = [
                offered(person, edit_url(page, "en")) | {unit("title"): f"Writer {name} {number}"}
                for name, person in enumerate(people)
            ]
            answers = at_once(people, edit_url(page, "en"), forms, HTTP_ACCEPT="application/json")
            saved = [answer.json()["success"] for answer in answers]
            assert sorted(saved) == [False, True]
            assert newest_draft(page).title_en == f"Writer {saved.index(True)} {number}"
