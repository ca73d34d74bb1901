"""Walks through the admin as somebody: along every link, and into every form.

Addresses of one kind (the same view for the same type of page, the same parameters) are visited
once. What a form does is undone, so that the next one finds the demo as it was.
"""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from mep_site.core.models import BasePage
from mep_site.translations.languages import get_language

from .reading import Form, Reader, read

ADMIN = "/admin/"
# Pages that end the walk, answer with an error on purpose, or hold no words of the interface.
SHUNNED = ("/admin/logout/", "/admin/failwhale/", "/admin/jsi18n/", "/admin/sprite/", "/admin/api/")
# Shows the page as the public will see it, in the language of the page.
PUBLIC = "/view_draft/"
ADD, EDIT = "wagtailadmin_pages:add", "wagtailadmin_pages:edit"
# Parameters whose value makes another page.
TELLING = {"language", "tab", "page_type", "select_format"}


@dataclass(frozen=True)
class CrawledPage:
    """An address, what was sent to it, and what it says."""

    address: str
    sent: str
    texts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.sent or 'GET'} {self.address}"


class Walk:
    """The admin as one person finds it, or somebody who has not signed in.

    ``is_thorough`` looks at the form of each type of page; they are the same for everybody.
    """

    def __init__(self, person: str, *, is_thorough: bool) -> None:
        self._is_thorough = is_thorough
        self.client = Client(raise_request_exception=False)
        if person:
            self.client.force_login(User.objects.get(username=person))
        self._known: set[tuple] = set()
        self._ahead: deque[str] = deque()
        self._note(ADMIN, ADMIN)

    def __iter__(self) -> Iterator[CrawledPage]:
        while self._ahead:
            address = _with_a_row(self._ahead.popleft())
            response = self.client.get(address)
            if response.status_code in {301, 302}:
                self._note(address, response["Location"])
                continue
            page = self._look(address, response)
            yield CrawledPage(address, "", tuple(page.texts))
            for form in page.forms:
                yield from self._send(address, form)

    def _send(self, address: str, form: Form) -> Iterator[CrawledPage]:
        """Send a form as it is, and with everything typed removed; then undo what it did."""
        target = urljoin(address, form.action)
        if form.method != "post" or not self._is_new_form(address, target):
            return
        sent = {name: value or "" for name, value in form.fields.items()}
        for data in (sent, form.emptied()) if form.typed else (sent,):
            cookies = self.client.cookies.copy()
            with transaction.atomic():
                response = self.client.post(target, data)
                shown = self._after(target, response)
                transaction.set_rollback(True)
            self.client.cookies = cookies
            yield CrawledPage(target, "POST", tuple(shown.texts))

    def _after(self, target: str, response: HttpResponse) -> Reader:
        """What is shown after a form: its errors, or the next page with a message."""
        while response.status_code in {301, 302}:
            target = urljoin(target, response["Location"])
            if not target.startswith(ADMIN):
                return Reader()
            response = self.client.get(target)
        return self._look(target, response)

    def _look(self, address: str, response: HttpResponse) -> Reader:
        if response.status_code >= 500:
            return Reader.of(f"answers {response.status_code}")
        page = read(_html(response))
        for link in page.links:
            self._note(address, link)
        return page

    def _note(self, address: str, link: str) -> None:
        target = urldefrag(urljoin(address, link)).url
        is_admin = target.startswith(ADMIN) and not target.startswith(SHUNNED)
        if is_admin and PUBLIC not in target and self._is_new(target):
            self._ahead.append(target)

    def _is_new_form(self, address: str, target: str) -> bool:
        """Any form once, but that of a page in each language of its own."""
        kind = ("POST", *_without_type(_kind(target)))
        if kind[1] in {ADD, EDIT}:
            kind = (*kind, dict(parse_qsl(urlsplit(address).query)).get("language"))
        is_new = target.startswith(ADMIN) and kind not in self._known
        self._known.add(kind)
        return is_new

    def _is_new(self, target: str) -> bool:
        kind = _kind(target) if self._is_thorough else _without_type(_kind(target))
        is_new = kind not in self._known
        self._known.add(kind)
        return is_new


def _with_a_row(address: str) -> str:
    """A bulk action is one on something."""
    match = resolve(urlsplit(address).path)
    if match.view_name != "wagtail_bulk_action":
        return address
    model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    return f"{address}?id={model.objects.order_by('-pk').values_list('pk', flat=True)[0]}"


def _kind(target: str) -> tuple:
    """What two addresses have in common that show the same page with other content."""
    parts = urlsplit(target)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ("nowhere",)
    asked = dict(parse_qsl(parts.query))
    kind = (match.view_name, *(asked[name] for name in sorted(TELLING & asked.keys())))
    if match.view_name == ADD:
        return kind
    if match.view_name == EDIT:
        return _kind_of_form(match.kwargs["page_id"], asked.get("language"))
    given = [*match.kwargs.items(), *enumerate(match.args)]
    return *kind, *(str(value) for name, value in given if not _is_row(name, value))


def _without_type(kind: tuple) -> tuple:
    return tuple(each for each in kind if isinstance(each, str))


def _kind_of_form(page_id: int, code: str | None) -> tuple:
    """Each type of page has a form of its own; all translations have one."""
    if code and not get_language(code).is_authoritative:
        return EDIT, code
    return EDIT, BasePage.objects.get(pk=page_id).specific_class


def _is_row(name: str | int, value: object) -> bool:
    """Whether the argument of a view only tells one row from another."""
    return name in {"pk", "page_id", "object_id"} or str(value).isdigit()


def _html(response: HttpResponse) -> str:
    """The HTML of an answer; a dialog brings it in JSON, an export is no page."""
    kind = response.get("Content-Type", "").partition(";")[0]
    if (
        response.streaming
        or response.status_code == HTTPStatus.BAD_REQUEST
        or kind not in {"text/html", "application/json"}
    ):
        return ""
    text = response.content.decode()
    if kind == "application/json":
        return " ".join(_strings(json.loads(text)))
    return text


def _strings(answer: object) -> Iterator[str]:
    if isinstance(answer, dict):
        for value in answer.values():
            yield from _strings(value)
    elif isinstance(answer, str) and "<" in answer:
        yield answer
