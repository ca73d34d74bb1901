"""Editors and translators handle what visitors have reported, each in their languages."""

from collections.abc import Callable
from smtplib import SMTPServerDisconnected

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.log_actions import registry

from mep_site.core.models import BasePage
from mep_site.feedback.models import ErrorReport
from mep_site.feedback.permissions import ReportPermissionPolicy
from news.models import NewsArticle, NewsIndex

from .admin_forms import errors, offered, send
from .test_error_reports import NO_MAIL
from .test_public_pages import address

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

INDEX = "/admin/reports-of-errors/"
PEOPLE = {
    "admin": {"zh-hans", "en", "ru"},
    "editor": {"zh-hans", "en", "ru"},
    "publisher": {"zh-hans", "en", "ru"},
    "english_translator": {"en"},
    "russian_translator": {"ru"},
}


@pytest.fixture
def reported(some) -> Callable[..., ErrorReport]:
    """Makes reports about an article."""
    page = some(NewsArticle)

    def make(code: str = "en", about: BasePage = page, **fields: str) -> ErrorReport:
        return ErrorReport.objects.create(
            page=about,
            address=address(about, code),
            language=code,
            **{"kind": "fact", "message": f"Wrong in {code}.", "email": "a@example.org", **fields},
        )

    return make


def edit_url(report: ErrorReport) -> str:
    return reverse("error_reports:edit", args=[report.pk])


def listed(client: Client, query: str = "") -> set[str]:
    html = BeautifulSoup(client.get(f"{INDEX}{query}").content, "html.parser")
    return {a.get_text(strip=True) for a in html.select("table a[href*='/edit/']")}


def label(client: Client) -> str:
    """The entry of the menu, or nothing."""
    page = client.get("/admin/").content.decode()
    return page.split('"name": "error-reports"')[-1][:300] if "error-reports" in page else ""


# Permissions


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_sees_the_reports_in_their_languages(name, reported, request):
    client = request.getfixturevalue(name)
    numbers = {code: reported(code).reference for code in ("zh-hans", "en", "ru")}
    assert listed(client) == {numbers[code] for code in PEOPLE[name]}


ROUTES = ("edit", "inspect", "history", "history_results")


@pytest.mark.parametrize("route", ROUTES)
def test_a_report_in_another_language_is_refused(route, reported, russian_translator):
    url = reverse(f"error_reports:{route}", args=[reported("en").pk])
    for response in (russian_translator.get(url), russian_translator.post(url, {})):
        assert response.headers["Location"] == reverse("wagtailadmin_home")
    own = reverse(f"error_reports:{route}", args=[reported("ru").pk])
    assert russian_translator.get(own).status_code == 200


@pytest.mark.parametrize("route", ROUTES)
def test_a_stranger_is_sent_to_the_login(route, reported, visitor):
    for url in (reverse(f"error_reports:{route}", args=[reported("en").pk]), INDEX):
        for response in (visitor.get(url), visitor.post(url, {})):
            assert "/admin/login/" in response.headers["Location"]


def test_whoever_may_edit_no_language_sees_no_reports(reported, db):
    report = reported("en")
    user = User.objects.create_user("guest", password="guest")
    user.user_permissions.add(*_access_to_the_admin())
    guest = Client()
    guest.force_login(user)
    urls = [
        INDEX,
        f"{INDEX}results/",
        *(reverse(f"error_reports:{r}", args=[report.pk]) for r in ROUTES),
    ]
    for url in urls:
        assert guest.get(url).headers["Location"] == reverse("wagtailadmin_home")
    assert "error-reports" not in guest.get("/admin/").content.decode()


def _access_to_the_admin():
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename="access_admin")


def test_reports_are_neither_added_nor_deleted_by_hand(admin, reported):
    report = reported("en")
    for route in ("new/", f"delete/{report.pk}/", f"copy/{report.pk}/", f"usage/{report.pk}/"):
        assert admin.get(f"{INDEX}{route}").status_code == 404


def test_the_policy_knows_who_handles_reports(db):
    policy = ReportPermissionPolicy(ErrorReport)
    users = policy.users_with_permission("change")
    assert set(users.values_list("username", flat=True)) == {
        *("admin", "editor", "english", "russian", "publisher")
    }
    assert not policy.users_with_permission("delete").exists()


# The list


def test_the_list_can_be_narrowed_down(admin, reported, some):
    first = reported("en", message="The bridge is elsewhere.").reference
    second = reported("ru", about=some(NewsIndex), kind="link", state="done").reference
    news = some(NewsIndex)
    assert listed(admin, "?state=new") == {first}
    assert listed(admin, "?language=ru") == {second}
    assert listed(admin, "?kind=link") == {second}
    assert listed(admin, f"?section={news.pk}") == {first, second}
    assert listed(admin, "?q=bridge") == {first}
    assert listed(admin, f"?q={second}") == {second}


@pytest.mark.parametrize(
    "query",
    ["?state=x", "?section=999999999999999999999", "?p=9999999", "?q=" + "x" * 5000],
)
def test_the_list_survives_bad_input(query, admin, reported):
    reported("en")
    assert admin.get(INDEX + query).status_code == 200


def test_menu_and_home_page_count_what_is_new(english_translator, reported):
    assert "(" not in label(english_translator).split("icon_name")[0]
    reported("en")
    reported("en", state="done")
    reported("ru")
    assert "Error reports (1)" in label(english_translator)
    home = BeautifulSoup(english_translator.get("/admin/").content, "html.parser")
    link = home.select_one(f'a[href="{INDEX}?state=new"]')
    assert " ".join(link.get_text().split()) == "1 new error report"


# The form


def test_the_form_shows_the_report_and_leads_to_page_and_editor(english_translator, reported):
    report = reported("en", paragraph_text="The old text.")
    html = BeautifulSoup(english_translator.get(edit_url(report)).content, "html.parser")
    shown = html.select_one(".error-report")
    assert {report.message, "The old text.", report.email} <= set(shown.stripped_strings)
    links = {a["href"] for a in shown.select("a")}
    assert links == {
        report.address,
        f"{reverse('wagtailadmin_pages:edit', args=[report.page_id])}?language=en",
    }
    assert english_translator.get(links.pop()).status_code == 200


def test_the_form_leads_to_no_editor_that_its_user_may_not_open(editor, reported):
    for code, is_linked in (("zh-hans", True), ("ru", False)):
        html = BeautifulSoup(editor.get(edit_url(reported(code))).content, "html.parser")
        assert bool(html.select('.error-report a[href*="/pages/"]')) is is_linked


def test_only_state_and_answer_are_edited(english_translator, reported):
    report = reported("en")
    fields = set(offered(english_translator, edit_url(report)))
    assert fields - {"csrfmiddlewaretoken", "next", "stored_state"} == {"state", "answer"}
    response = send(
        english_translator,
        edit_url(report),
        state="in_work",
        message="Forged",
        email="forged@example.org",
        language="ru",
    )
    report.refresh_from_db()
    assert response.status_code == 302
    assert (report.state, report.message, report.language) == ("in_work", "Wrong in en.", "en")
    assert report.email == "a@example.org"
    assert (report.handled_by.username, bool(report.handled_at)) == ("english", True)
    assert (report.closed_at, mail.outbox) == (None, [])


def test_the_history_says_who_did_what(english_translator, reported):
    report = reported("en")
    send(english_translator, edit_url(report), state="done", answer="Thank you.", send_answer="on")
    actions = {entry.action for entry in registry.get_logs_for_instance(report)}
    assert actions == {"wagtail.edit", "feedback.state", "feedback.answer"}
    page = english_translator.get(reverse("error_reports:history", args=[report.pk]))
    assert "corrected or answered" in page.content.decode()


def test_closing_is_dated_and_reopening_undone(english_translator, reported):
    report = reported("en")
    send(english_translator, edit_url(report), state="declined")
    report.refresh_from_db()
    closed = report.closed_at
    send(english_translator, edit_url(report), state="done")
    report.refresh_from_db()
    assert closed
    assert report.closed_at == closed
    send(english_translator, edit_url(report), state="in_work")
    report.refresh_from_db()
    assert report.closed_at is None


# The answer


@pytest.mark.parametrize(
    ("code", "word"), [("zh-hans", "您"), ("en", "You reported"), ("ru", "Вы сообщили")]
)
def test_the_answer_is_sent_in_the_language_of_the_report(code, word, editor, reported):
    report = reported(code, message="First line\nsecond line")
    send(editor, edit_url(report), state="done", answer="Corrected.", send_answer="on")
    (sent,) = mail.outbox
    report.refresh_from_db()
    assert sent.to == ["a@example.org"]
    assert report.reference in sent.subject
    assert word in sent.body
    assert "Corrected." in sent.body
    assert "> First line\n> second line" in sent.body
    assert report.address in sent.body
    assert report.answered_at


def test_without_a_tick_or_an_address_nothing_is_sent(editor, reported):
    send(editor, edit_url(reported("en")), state="done", answer="Corrected.")
    without = reported("en", email="")
    assert "send_answer" not in offered(editor, edit_url(without))
    send(editor, edit_url(without), state="done", answer="Corrected.", send_answer="on")
    assert mail.outbox == []


def test_an_empty_answer_is_not_sent(editor, reported):
    report = reported("en")
    response = send(editor, edit_url(report), state="done", answer=" ", send_answer="on")
    assert response.status_code == 200
    assert errors(response)
    report.refresh_from_db()
    assert (report.state, mail.outbox) == ("new", [])


class FailingBackend(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages: list) -> int:
        raise SMTPServerDisconnected("a@example.org: no")


@override_settings(EMAIL_BACKEND=f"{__name__}.FailingBackend")
def test_a_mail_server_that_fails_loses_nothing_and_is_named(editor, reported, caplog):
    report = reported("en")
    response = send(editor, edit_url(report), state="done", answer="Corrected.", send_answer="on")
    page = editor.get(response.headers["Location"]).content.decode()
    report.refresh_from_db()
    assert (report.state, report.answer, report.answered_at) == ("done", "Corrected.", None)
    assert "邮件" in page
    assert report.reference in caplog.text
    assert "a@example.org" not in caplog.text


@override_settings(EMAIL_BACKEND=NO_MAIL)
def test_without_a_mail_server_no_answer_is_promised(editor, reported):
    assert "send_answer" not in offered(editor, edit_url(reported("en")))


@pytest.mark.asvs("1.3.11")
def test_an_answer_cannot_smuggle_headers(editor, reported):
    report = reported("en", email="a@example.org")
    send(editor, edit_url(report), answer="x\nBcc: b@example.org", send_answer="on", state="done")
    (sent,) = mail.outbox
    assert sent.recipients() == ["a@example.org"]
    assert "Bcc" not in sent.message()
