"""Sends requests to the site as a web server would, and notes which of them make it fail."""

import traceback
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.core.signals import got_request_exception
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.test import RequestFactory

from ...pagecache.requests import HOST
from ...pagecache.site import cached
from ..belongings import all_belongings
from ..cast import ADMINISTRATOR, all_roles
from .inventing import Inventor, MalformedRequest, Sessions


class Asker:
    """The site as a web server asks it, with its page cache; nothing that is sent is kept."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.application = cached(get_wsgi_application())
        self.raised = ""

    def note(self, **options: Any) -> None:
        """Keep what was raised, which the answer does not say."""
        self.raised = traceback.format_exc()

    def failure(self, asked: MalformedRequest) -> str:
        """What went wrong with a request; empty if it was answered."""
        self.raised, environ = "", self._environ(asked)
        with transaction.atomic():
            try:
                status = self._answer(environ)
            except Exception:
                self.raised, status = traceback.format_exc(), "500 and no answer"
            transaction.set_rollback(True)
        return f"{asked} {status}\n{self.raised}" if status >= "5" else ""

    def _answer(self, environ: dict[str, Any]) -> str:
        """The status, after all of the answer was taken."""
        status: list[str] = []
        parts = self.application(environ, lambda line, *_: status.append(line))
        for _ in parts:
            pass
        getattr(parts, "close", bool)()
        return status[0]

    def _environ(self, asked: MalformedRequest) -> dict[str, Any]:
        environ = RequestFactory().get("/").environ
        secret = "c" * 32
        cookies = f"csrftoken={secret}; {self.sessions.cookie_of(asked.person)}"
        return environ | {
            "REQUEST_METHOD": asked.method,
            "PATH_INFO": asked.path,
            "QUERY_STRING": asked.query,
            "HTTP_HOST": HOST,
            "HTTP_COOKIE": cookies,
            "HTTP_X_CSRFTOKEN": secret,
            "CONTENT_TYPE": asked.content_type,
            "CONTENT_LENGTH": str(len(asked.body)),
            "wsgi.input": BytesIO(asked.body),
            **asked.headers,
        }


def failures(first: int, number: int) -> Iterator[str]:
    """What went wrong with each of so many requests, empty where nothing did."""
    own = next(
        own for role, own in all_belongings(all_roles()).items() if role.name == ADMINISTRATOR
    )
    sessions = Sessions()
    asker, inventor = Asker(sessions), Inventor(own, sessions)
    got_request_exception.connect(asker.note)
    # Between two requests the site gives up a connection in a transaction, as these are.
    connection.close_if_unusable_or_obsolete = lambda: None
    try:
        for seed in range(first, first + number):
            yield asker.failure(inventor.request(seed))
    finally:
        del connection.close_if_unusable_or_obsolete
        got_request_exception.disconnect(asker.note)
