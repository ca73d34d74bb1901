"""An answer from memory begins in the same bytes as any other, without being looked at again."""

from types import SimpleNamespace

import pytest
from gunicorn.http import wsgi

from mep_site.pagecache.starting import start_known_response

LENGTH = [("Content-Length", "3")]
OTHERS = [("Content-Type", "text/html"), ("Vary", "Accept-Encoding")]


class Wire:
    """What the server would send."""

    def __init__(self):
        self.sent = b""

    def sendall(self, data):
        self.sent += data


def answer(method):
    """An answer of gunicorn's to a request, and what of it is sent."""
    wire = Wire()
    request = SimpleNamespace(version=(1, 1), method=method, should_close=lambda: False)
    configuration = SimpleNamespace(protocol="http", is_ssl=False)
    return wsgi.Response(request, wire, configuration), wire


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("status", ["200 OK", "304 Not Modified"])
def test_a_known_answer_is_sent_like_any_other(method, status, monkeypatch):
    monkeypatch.setattr(wsgi.util, "http_date", lambda: "Sun, 29 Nov 2026 00:00:00 GMT")
    length = LENGTH if status.startswith("200") else []
    usual, usual_wire = answer(method)
    usual.start_response(status, [*length, *OTHERS])
    known, known_wire = answer(method)
    start_known_response(known.start_response, status, length, OTHERS)
    for each in (usual, known):
        each.write(b"abc")
        each.close()
    assert known_wire.sent == usual_wire.sent
    assert b"Vary: Accept-Encoding\r\n" in known_wire.sent


def test_headers_of_a_known_answer_are_not_tried_again(monkeypatch):
    tried = []

    def remember(self, headers):
        tried.extend(headers)

    monkeypatch.setattr(wsgi.Response, "process_headers", remember)
    known, _wire = answer("GET")
    start_known_response(known.start_response, "200 OK", LENGTH, OTHERS)
    assert tried == LENGTH


def test_another_server_is_told_in_the_usual_way():
    begun = []
    start_known_response(lambda *begin: begun.append(begin), "200 OK", LENGTH, OTHERS)
    assert begun == [("200 OK", [*OTHERS, *LENGTH])]
