"""Asks as somebody, undoes what that did, and says whether they were let in."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse

from .requests import Request

WRITING = ("INSERT", "UPDATE", "DELETE")
# What any request may write: the session, in which messages are kept, and whether somebody is told
# of comments on a page that they may edit, which its form notes before it asks for the language.
NOT_COUNTED = ("django_session", "wagtailcore_pagesubscription")
REFUSALS = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
# What answers in the same way whether it does something or not.
SILENT = ("wagtail_bulk_action", "wagtailadmin_editing_sessions:release")


class Answer:
    """What came back, and which tables were written to."""

    def __init__(
        self, request: Request, method: str, response: HttpResponse, written: list[str]
    ) -> None:
        self.request, self.method = request, method
        self.response, self.written = response, written

    @property
    def is_failure(self) -> bool:
        """Whether the server failed."""
        return self.response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR

    @property
    def lets_in(self) -> bool:
        """Whether somebody was let in: something was shown to them, or they could do something."""
        if self.response.status_code in REFUSALS:
            return False
        if self.method == "get":
            return not self._leads_on and self._has_items
        if self.request.name.startswith(SILENT):
            return bool(self.written)
        return self._place not in {reverse("wagtailadmin_login"), reverse("wagtailadmin_home")}

    @property
    def _place(self) -> str:
        """Where the answer leads, if it leads on; what is shown there is asked for by itself."""
        return self.response.headers.get("Location", "").partition("?")[0]

    @property
    def _leads_on(self) -> bool:
        return bool(self._place)

    @property
    def _has_items(self) -> bool:
        """Whether an action on several things has any that it may act on."""
        context = getattr(self.response, "context_data", None) or {}
        return "items_with_no_access" not in context or bool(context["items"])


def ask(client: Client, method: str, request: Request) -> Answer:
    """The answer to a request, of which nothing is kept."""
    written: list[str] = []

    def noted(execute, sql, params, many, context):
        if sql.startswith(WRITING) and not any(name in sql for name in NOT_COUNTED):
            written.append(" ".join(sql.split()[:3]))
        return execute(sql, params, many, context)

    cookies = client.cookies.copy()
    with transaction.atomic(), connection.execute_wrapper(noted):
        options = {"data": request.body} if method == "post" else {}
        response = getattr(client, method)(request.url, **options)
        transaction.set_rollback(True)
    client.cookies = cookies
    return Answer(request, method, response, written)


@contextmanager
def nothing_is_rendered() -> Iterator[None]:
    """Who is let in is decided before a template is filled in, which takes most of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", lambda self, context=None, request=None: "")
        yield
