"""Requests to a WSGI application, as a server makes them."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

HOST = "testserver"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def whence(self) -> str:
        """What the cache says about it."""
        return self.headers.get("Cache-Status", "")


def environ_of(url: str, method: str = "GET", **headers: str) -> WSGIEnvironment:
    """The environment of a request; ``accept_encoding="br"`` is a header."""
    path, _, query = url.partition("?")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": HOST,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": BytesIO(),
    }
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    setup_testing_defaults(environ)
    return environ


def ask(application: WSGIApplication, url: str, method: str = "GET", **headers: str) -> Answer:
    """Ask, and read the answer to its end."""
    return ask_in(application, environ_of(url, method, **headers))


def ask_in(application: WSGIApplication, environ: WSGIEnvironment) -> Answer:
    """The same for an environment that is no ordinary one."""
    said: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        said[:] = [status, headers]

    parts = application(environ, start_response)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, headers = said
    return Answer(int(status.split()[0]), dict(headers), body)
