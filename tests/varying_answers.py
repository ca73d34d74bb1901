"""An application whose public answer depends on the reader's language, as none of the site does."""

from collections.abc import Iterable
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIEnvironment


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer with the language that is asked for."""
    body = environ["HTTP_ACCEPT_LANGUAGE"].encode()
    headers = [
        ("Content-Type", "text/plain"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "public, s-maxage=1"),
        ("Vary", "Accept-Language"),
    ]
    start_response(f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}", headers)
    return [body]
