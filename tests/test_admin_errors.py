"""Errors inside the admin: its look, the language of its user, and what to do."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from news.models import NewsArticle

from .admin_forms import edit_url

HEADINGS = {
    "editor": {404: "此地址没有内容", 500: "操作未成功", 403: "表单未被接受"},
    "english": {
        404: "There is nothing at this address",
        500: "This has not worked",
        403: "The form was not accepted",
    },
    "russian": {404: "По этому адресу ничего нет", 500: "Не получилось", 403: "Форма не принята"},
}


@pytest.fixture(params=HEADINGS)
def person(request, db):
    client = Client(
        raise_request_exception=False, enforce_csrf_checks=True, headers={"Accept-Language": "de"}
    )
    client.force_login(User.objects.get(username=request.param))
    client.headings = HEADINGS[request.param]
    return client


def check(person, response):
    page = BeautifulSoup(response.content, "html.parser")
    assert page.body["id"] == "wagtail"
    assert page.h1.get_text(strip=True) == person.headings[response.status_code]
    assert page.title.get_text(strip=True).startswith(page.h1.get_text(strip=True))
    assert len(page.select_one("main > p").get_text(strip=True)) > 15
    assert reverse("wagtailadmin_home") in [link["href"] for link in page.select("main a")]


def test_what_does_not_exist(person):
    for address in ("nowhere/", "pages/999999/edit/?language=en"):
        response = person.get(f"/admin/{address}")
        assert response.status_code == 404
        check(person, response)


def test_a_server_that_fails(person, monkeypatch):
    def fail(*arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("wagtail.admin.views.home.HomeView.dispatch", fail)
    response = person.get("/admin/")
    assert response.status_code == 500
    check(person, response)


def test_a_server_that_fails_so_badly_that_the_admin_has_no_look(person, monkeypatch):
    monkeypatch.setattr("mep_site.core.errors.admin_error", None)
    monkeypatch.setattr("wagtail.admin.views.home.HomeView.dispatch", None)
    response = person.get("/admin/")
    assert response.status_code == 500
    assert "The server has failed" in response.content.decode()


def test_a_form_whose_token_is_gone(person, some):
    response = person.post(edit_url(some(NewsArticle)), {"title_zh_hans": "改"})
    assert response.status_code == 403
    check(person, response)


def test_a_script_without_the_right(editor):
    response = editor.get("/admin/users/", headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.status_code == 403
    page = BeautifulSoup(response.content, "html.parser")
    assert page.h1.get_text(strip=True) == "您无权执行此操作"


def test_the_session_of_a_form(editor, visitor):
    session = editor.get(reverse("form_session")).json()
    assert session["user"] == str(User.objects.get(username="editor").pk)
    assert len(session["token"]) == 64
    asks = {"X-Requested-With": "XMLHttpRequest"}
    assert visitor.get(reverse("form_session"), headers=asks).status_code == 403
    assert "/login/" in visitor.get(reverse("signed_in")).headers["Location"]
    assert editor.get(reverse("signed_in")).status_code == 200


def test_a_visitor_of_the_site_finds_its_own_pages(visitor):
    page = BeautifulSoup(visitor.get("/en/nowhere/").content, "html.parser")
    assert page.body.get("id") != "wagtail"


@pytest.mark.parametrize("query", ["q=%00", "section=water%00", "next=nowhere"])
def test_a_parameter_that_no_view_can_use_is_refused(query, editor):
    assert editor.get(f"/admin/next/?{query}").status_code == 400
