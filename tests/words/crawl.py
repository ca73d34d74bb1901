"""Walks through the admin as somebody: along every link, and into every form.

Addresses of one kind (the same view for the same type of page, the same parameters) are visited
once. What a form does is undone, so that the next one finds the demo as it was.
"""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from mep_site.core.models import BasePage

from .reading import Form, Reader, read

ADMIN = "/admin/"
# Pages that end the walk, answer with an error on purpose, or hold no words of the interface.
SHUNNED = ("/admin/logout/", "/admin/failwhale/", "/admin/jsi18n/", "/admin/sprite/", "/admin/api/")
# Parameters whose value makes another page.
TELLING = {"language", "tab", "page_type", "select_format"}
# Arguments of views that tell one row from another.
ROWS = {"pk", "page_id", "object_id"}


@dataclass(frozen=True)
class Visit:
    """An address, what was sent to it, and what it says."""

    address: str
    sent: str
    texts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.sent or 'GET'} {self.address}"


class Walk:
    """The admin as one person finds it."""

    def __init__(self, person: str, starts: tuple[str, ...] = (ADMIN,)) -> None:
        self.client = Client(raise_request_exception=False)
        self.client.force_login(User.objects.get(username=person))
        self._known: set[tuple] = set()
        self._ahead: deque[str] = deque()
        for start in starts:
            self._note(ADMIN, start)

    def __iter__(self) -> Iterator[Visit]:
        while self._ahead:
            address = self._ahead.popleft()
            response = self.client.get(address)
            if response.status_code in {301, 302}:
                self._note(address, response["Location"])
                continue
            page = self._look(address, response)
            yield Visit(address, "", tuple(page.texts))
            for form in page.forms:
                yield from self._send(address, form)

    def _send(self, address: str, form: Form) -> Iterator[Visit]:
        """Send a form as it is, and with everything typed removed; then undo what it did."""
        target = urljoin(address, form.action)
        if form.method != "post" or not self._is_new(target, "POST", *sorted(form.fields)[:20]):
            return
        sent = {name: value or "" for name, value in form.fields.items()}
        for data in (sent, form.emptied()) if form.typed else (sent,):
            cookies = self.client.cookies.copy()
            with transaction.atomic():
                response = self.client.post(target, data)
                shown = self._after(target, response)
                transaction.set_rollback(True)
            self.client.cookies = cookies
            yield Visit(target, "POST", tuple(shown.texts))

    def _after(self, target: str, response: HttpResponse) -> Reader:
        """What is shown after a form: its errors, or the next page with a message."""
        while response.status_code in {301, 302}:
            target = urljoin(target, response["Location"])
            if not target.startswith(ADMIN):
                return Reader()
            response = self.client.get(target)
        return self._look(target, response)

    def _look(self, address: str, response: HttpResponse) -> Reader:
        page = read(_html(response))
        if response.status_code >= 500:
            print("FIVEHUNDRED", address, file=open("/tmp/words/500", "a"))
        for link in page.links:
            self._note(address, link)
        return page

    def _note(self, address: str, link: str) -> None:
        target = urldefrag(urljoin(address, link)).url
        if target.startswith(ADMIN) and not target.startswith(SHUNNED) and self._is_new(target):
            self._ahead.append(target)

    def _is_new(self, target: str, *more: str) -> bool:
        kind = (*_kind(target), *more)
        is_new = kind not in self._known
        self._known.add(kind)
        return is_new


def _kind(target: str) -> tuple:
    """What two addresses have in common that show the same page with other content."""
    parts = urlsplit(target)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ("nowhere",)
    asked = dict(parse_qsl(parts.query))
    given = [
        "" if name in ROWS or str(value).isdigit() else value
        for name, value in [*match.kwargs.items(), *enumerate(match.args)]
    ]
    if match.view_name == "wagtailadmin_pages:edit":
        given = [BasePage.objects.get(pk=match.kwargs["page_id"]).specific_class]
    return match.view_name, *given, *(asked[name] for name in sorted(TELLING & asked.keys()))


def _html(response: HttpResponse) -> str:
    """The HTML of an answer; a dialog brings it in JSON, an export is no page."""
    kind = response.get("Content-Type", "").partition(";")[0]
    if response.streaming or kind not in {"text/html", "application/json"}:
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
