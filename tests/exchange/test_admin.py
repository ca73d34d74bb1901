"""The exchange in the admin: out by a page, a list or a selection, back in two steps."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from mep_site.exchange.models import Transfer
from mep_site.translations.models import Edition

from ..admin_forms import edit_url
from ..translations.steps import ENGLISH, RUSSIAN, live, newest_draft, save
from .steps import FIRST, edited, edition_of, exported, outcomes, texts
from .test_imports import with_first

pytestmark = pytest.mark.django_db

INDEX, EXPORT = "/admin/exchange/", "/admin/exchange/export/"


def send(client, content, name="back.xlf"):
    file = BytesIO(content)
    file.name = name
    return client.post(INDEX, {"file": file})


def decide(client, url, **answers):
    """Press the button of the plan, with its hidden fields."""
    html = BeautifulSoup(client.get(url).content, "html.parser")
    hidden = {each["name"]: each.get("value", "") for each in html.select("input[type=hidden]")}
    hidden.pop("csrfmiddlewaretoken", None)
    return client.post(url, {**hidden, **answers})


def said(client, url):
    html = BeautifulSoup(client.get(url).content, "html.parser")
    return html.select_one(".exchange").get_text(" ", strip=True)


@pytest.fixture
def stranger(db):
    """Somebody who may enter the admin and edit no language."""
    user = User.objects.create_user("stranger", password="x")
    group = Group.objects.create(name="strangers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def test_a_page_is_exported_from_its_form(english_translator, article):
    form = BeautifulSoup(english_translator.get(edit_url(article, "en")).content, "html.parser")
    (link,) = {each["href"] for each in form.select("a[href*='exchange/export']")}
    page = english_translator.get(link)
    assert page.status_code == 200
    answer = english_translator.post(link, {"language": "en", "format": "xliff20"})
    assert answer["Content-Disposition"] == 'attachment; filename="codes-zh-hans-en.xlf"'
    assert b'trgLang="en"' in answer.content
    assert outcomes(answer.content) == {}


def test_an_export_leaves_a_record(english_translator, article):
    english_translator.post(f"{EXPORT}?page={article.pk}", {"language": "en", "format": "po"})
    record = Transfer.objects.get()
    assert (record.direction, record.language, record.format) == ("export", "en", "po")
    assert (record.pages, record.user.username) == (1, "english")
    assert record.file_name in english_translator.get(INDEX).content.decode()


def test_ticked_pages_are_exported_with_those_below(english_translator, article):
    action = reverse("wagtail_bulk_action", args=["core", "basepage", "export_texts"])
    parent = article.get_parent()
    answer = english_translator.get(f"{action}?id={parent.pk}&next=/admin/")
    url = answer.headers["Location"]
    file = english_translator.post(url, {"language": "en", "format": "xliff12", "below": "on"})
    assert file.content.count(b"<file ") == 1 + parent.get_descendants().count()


def test_a_selection_of_editions_is_exported(publisher, article):
    ids = Edition.objects.filter(page=article, language__in=["en", "ru"]).values_list("pk")
    url = EXPORT + "?" + "&".join(f"edition={pk}" for (pk,) in ids)
    answer = publisher.post(url, {"format": "xliff12"})
    assert answer["Content-Type"] == "application/zip"
    assert outcomes_of_archive(answer.content) == ["en", "ru"]


def outcomes_of_archive(content):
    from mep_site.exchange.formats.intake import read_file

    return sorted(document.language.code for document in read_file(content))


@pytest.mark.every_database
def test_a_file_is_shown_before_it_is_taken(english_translator, article):
    answer = send(english_translator, edited(exported(article), "Protect ", "Keep "))
    plan = answer.headers["Location"]
    shown = said(english_translator, plan)
    assert "Protect" in shown
    assert "Keep" in shown
    assert "Protect" in texts(article)[FIRST]
    decide(english_translator, plan, take="yes")
    assert "Keep" in texts(article)[FIRST]
    assert live(article).title_en == "Title"
    transfer = Transfer.objects.get(direction="import")
    assert (transfer.content, transfer.outcome) == (None, {"taken": 1})
    assert edition_of(article).latest_revision.user.username == "english"


def test_a_conflict_is_decided_text_by_text(english_translator, article):
    file = edited(exported(article), "Protect ", "Keep ")
    save(article, ENGLISH, body_en=with_first("Guard"))
    plan = send(english_translator, file).headers["Location"]
    decide(english_translator, plan, take="yes", **{f"take-{article.pk}": FIRST})
    assert "Keep" in texts(article)[FIRST]


@pytest.mark.every_database
def test_what_was_saved_after_the_plan_was_shown_is_not_gone_over(english_translator, article):
    file = edited(exported(article), "Protect ", "Keep ")
    plan = send(english_translator, file).headers["Location"]
    shown = BeautifulSoup(english_translator.get(plan).content, "html.parser")
    mark = shown.select_one(f"[name=mark-{article.pk}]")["value"]
    save(article, ENGLISH, title_en="Newer")
    answer = english_translator.post(plan, {f"mark-{article.pk}": mark, "take": "yes"})
    assert answer.headers["Location"] == plan
    assert newest_draft(article).title_en == "Newer"
    assert "Protect" in texts(article)[FIRST]
    decide(english_translator, plan, take="yes")
    assert (newest_draft(article).title_en, "Keep" in texts(article)[FIRST]) == ("Newer", True)


def test_an_open_form_is_told_of_what_was_imported(english_translator, article):
    from ..admin_forms import offered, unit

    url = edit_url(article, "en")
    form = offered(english_translator, url)
    plan = send(english_translator, edited(exported(article), ">Title<", ">Headline<"))
    decide(english_translator, plan.headers["Location"], take="yes")
    english_translator.post(url, {**form, unit("title"): "Mine"})
    assert newest_draft(article).title_en == "Headline"


def test_a_file_may_be_discarded(english_translator, article):
    plan = send(english_translator, edited(exported(article), "Protect ", "Keep "))
    decide(english_translator, plan.headers["Location"], discard="yes")
    assert Transfer.objects.get().content is None
    assert "Protect" in texts(article)[FIRST]


def test_a_file_that_is_refused_is_refused_beside_its_field(english_translator):
    answer = send(english_translator, b"nothing")
    assert "XLIFF" in answer.content.decode()
    assert not Transfer.objects.exists()


def test_a_stranger_is_refused_everywhere(stranger, article):
    transfer = Transfer.objects.create(direction="import", language="en", content=b"x")
    plan = reverse("exchange:import", args=[transfer.pk])
    for url in (INDEX, f"{EXPORT}?page={article.pk}", plan, "/admin/exchange/results/"):
        assert stranger.get(url).status_code == 302, url
        assert stranger.post(url).status_code == 302, url
    assert Transfer.objects.get().content is not None


def test_a_translator_of_another_language_is_refused(russian_translator, article):
    file = edited(exported(article), "Protect ", "Keep ")
    assert "English" in send(russian_translator, file).content.decode()
    edition = edition_of(article)
    assert russian_translator.get(f"{EXPORT}?edition={edition.pk}").status_code == 302
    answer = russian_translator.post(
        f"{EXPORT}?page={article.pk}", {"language": "en", "format": "po"}
    )
    assert "attachment" not in answer.get("Content-Disposition", "")
    transfer = Transfer.objects.create(direction="import", language="en", content=file)
    plan = reverse("exchange:import", args=[transfer.pk])
    assert russian_translator.get(plan).status_code == 302
    assert russian_translator.post(plan, {"discard": "yes"}).status_code == 302
    assert Transfer.objects.get().content is not None


@pytest.mark.every_database
def test_lists_show_what_concerns_the_languages_of_the_user(russian_translator):
    for code in ("en", "ru"):
        Transfer.objects.create(direction="export", language=code, file_name=f"file-{code}.xlf")
    listed = russian_translator.get(INDEX).content.decode()
    assert ("file-ru.xlf" in listed, "file-en.xlf" in listed) == (True, False)


def test_a_page_that_the_user_may_not_edit_is_not_exported(russian_translator, article):
    from wagtail.models import GroupPagePermission

    GroupPagePermission.objects.all().delete()
    answer = russian_translator.post(
        f"{EXPORT}?page={article.pk}", {"language": "ru", "format": "po"}
    )
    assert "Content-Disposition" not in answer
    transfer_file = edited(exported(article, RUSSIAN), ">Заголовок<", ">Название<")
    plan = send(russian_translator, transfer_file).headers["Location"]
    decide(russian_translator, plan, take="yes")
    assert newest_draft(article).title_ru == "Заголовок"
