"""Gives a site French and looks at it; ``test_another_language`` calls it in a copy of the project.

It runs the commands of ``manage.py`` that it is given, in one process for the sake of time. Then it
publishes a page of each type in French, asks for what a visitor, a search and a translator would
ask for, and prints as JSON what all of them get.
"""

import json
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import execute_from_command_line
from django.test import Client

from mep_site.core.models import BasePage
from mep_site.search.analysis.folding import fold
from mep_site.search.query.date_terms import dates
from mep_site.translations.content.columns import text_fields
from mep_site.translations.languages import authoritative, get_language, languages
from mep_site.translations.languages.dates import PartialDate, format_partial_date
from mep_site.translations.permissions.groups import TRANSLATORS
from news.models import NewsArticle

from .admin_forms import edit_url, send, unit
from .measuring.places import PAGE_TYPES, address, in_every_language

FRENCH = "fr"
TITLE, CHANGED_TITLE = "Parcs nationaux", "Parcs nationaux protégés"
# What every language has besides its pages.
ADDRESSES = ("search/?q=parc", "display/", "report/", "feed/")


def main(commands: Sequence[str]) -> None:
    """Run these commands; print what each of them says, and how the site is then."""
    said = {command: _run(command) for command in commands}
    print(json.dumps({"said": said, "site": _look()}))  # noqa: T201


def _run(command: str) -> str:
    output = StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        execute_from_command_line(command.split())
    return output.getvalue()


def _look() -> dict[str, Any]:
    _publish_a_page_of_each_type()
    visitor = Client()
    article = in_every_language(NewsArticle)
    in_french = visitor.get(address(article, FRENCH)).content.decode()
    absent = BasePage.objects.published().not_in_language(get_language(FRENCH)).last()
    return {
        "statuses": _statuses(visitor),
        "article": in_french,
        "beside": visitor.get(f"{address(article, FRENCH)}?with=en").content.decode(),
        "absent": visitor.get(address(absent, FRENCH)).content.decode(),
        "switch": _switch(visitor.get(address(article, "zh-hans")).content.decode()),
        "results": _results(visitor, "parc national"),
        "dates": _dates(),
        "translator": _as_translator(article),
    }


def _publish_a_page_of_each_type() -> None:
    """A French text for a page that has one in every other language: the title, and its bodies."""
    french = get_language(FRENCH)
    for model in PAGE_TYPES:
        pages = model.objects.published().order_by("path")
        for language in languages():
            if language != french:
                pages = pages.in_language(language)
        draft = pages.first().get_latest_revision_as_object()
        draft.enter(french)
        for field in text_fields(model):
            chinese = getattr(draft, authoritative().column(field.name))
            setattr(draft, french.column(field.name), chinese)
        draft.title_fr = TITLE
        draft.save_revision().publish()


def _statuses(visitor: Client) -> dict[str, int]:
    """What each page type, and each address that is no page, answers in every language."""
    codes = [language.code for language in languages()]
    pages = [in_every_language(model) for model in PAGE_TYPES]
    asked = [address(page, code) for page in pages for code in codes]
    asked += [f"/{code}/{path}" for code in codes for path in ADDRESSES]
    asked += ["/sitemap.xml", "/sitemap-0.xml"]
    return {url: visitor.get(url).status_code for url in asked}


def _switch(html: str) -> list[str]:
    """The languages that the switch of a page leads to."""
    page = BeautifulSoup(html, "html.parser")
    return [link["hreflang"] for link in page.select(".language-switch a")]


def _results(visitor: Client, words: str) -> str:
    """What is found first, with the marks of what was asked for."""
    page = BeautifulSoup(
        visitor.get(f"/{FRENCH}/search/", {"q": words}).content.decode(), "html.parser"
    )
    return str(page.select_one(".entries"))


def _dates() -> list[str]:
    """A day, a month and a year as French writes them, and what a search takes for a day."""
    written = [
        format_partial_date(PartialDate.parse(value), get_language(FRENCH))
        for value in ("2014-06-13", "2014-06", "2014")
    ]
    return [*written, *(each.mark.value for each in dates(fold("1er août 2019")))]


def _as_translator(page: Any) -> dict[str, Any]:
    """What somebody of the French translators' group may do with the page in the admin."""
    user = get_user_model().objects.create_user("french")
    user.groups.add(Group.objects.get(name=TRANSLATORS[FRENCH].name))
    client = Client()
    client.force_login(user)
    saved = send(client, edit_url(page, FRENCH), **{unit("title"): CHANGED_TITLE})
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    return {
        "saved": saved.status_code,
        "draft": draft.title_fr,
        "chinese form": client.get(edit_url(page, "zh-hans")).status_code,
    }
