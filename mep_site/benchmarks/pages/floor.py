"""What an answer costs that takes no work: a bare WSGI application under gunicorn's own code."""

import socket
from collections.abc import Callable, Iterable
from time import process_time

from gunicorn.config import Config
from gunicorn.http import wsgi
from gunicorn.http.parser import RequestParser

BODY = b"x" * 30_000
REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"


def _application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(BODY)))])
    return [BODY]


def floor_seconds() -> float:
    """The processor time of reading a request, answering it with 30 kB and sending these."""
    server, client = socket.socketpair()
    configuration = Config()
    with server, client:
        client.sendall(REQUEST)
        begin = process_time()
        request = next(RequestParser(configuration, server, ("127.0.0.1", 1)))
        response, environ = wsgi.create(
            request, server, ("127.0.0.1", 1), ("127.0.0.1", 80), configuration
        )
        for chunk in _application(environ, response.start_response):
            response.write(chunk)
        response.close()
        return process_time() - begin
