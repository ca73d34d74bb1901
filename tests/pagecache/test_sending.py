"""An answer from memory goes out in the same bytes as any other, at once and unexamined."""

from types import SimpleNamespace

import pytest
from gunicorn.http import wsgi

from mep_site.pagecache.sending import send_known

LENGTH = [("Content-Length", "3")]
OTHERS = [("Content-Type", "text/html"), ("Vary", "Accept-Encoding")]
BODY = b"abc"


class Wire:
    """What the server would send, in pieces."""

    def __init__(self):
        self.pieces = []

    def sendall(self, data):
        self.pieces.append(data)

    @property
    def sent(self):
        return b"".join(self.pieces)


class Gone(Wire):
    """Nobody is there any more."""

    def sendall(self, data):
        super().sendall(data)
        raise BrokenPipeError


def answer(method="GET", wire=None, kind=wsgi.Response):
    """An answer of gunicorn's to a request, and what of it is sent."""
    wire = wire or Wire()
    request = SimpleNamespace(version=(1, 1), method=method, should_close=lambda: False)
    configuration = SimpleNamespace(protocol="http", is_ssl=False)
    return kind(request, wire, configuration), wire


def finish(response, parts):
    """Do with what an application has returned what the server does."""
    for part in parts:
        response.write(part)
    response.close()


@pytest.fixture(autouse=True)
def _time_stands_still(monkeypatch):
    monkeypatch.setattr(wsgi.util, "http_date", lambda: "Sun, 29 Nov 2026 00:00:00 GMT")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("status", ["200 OK", "304 Not Modified"])
def test_a_known_answer_is_sent_like_any_other(method, status):
    length = LENGTH if status.startswith("200") else []
    body = BODY if status.startswith("200") and method == "GET" else b""
    usual, usual_wire = answer(method)
    usual.start_response(status, [*length, *OTHERS])
    finish(usual, [body] if body else [])
    known, known_wire = answer(method)
    finish(known, send_known(known.start_response, status, length, OTHERS, body))
    assert known_wire.sent == usual_wire.sent
    assert (known.sent, known.should_close()) == (usual.sent, usual.should_close())
    assert b"Vary: Accept-Encoding\r\n" in known_wire.sent


def test_head_and_body_of_a_known_answer_go_out_together():
    known, wire = answer()
    finish(known, send_known(known.start_response, "200 OK", LENGTH, OTHERS, BODY))
    assert [piece[-len(BODY) :] for piece in wire.pieces] == [BODY]


def test_nothing_is_written_behind_an_answer_that_broke_off():
    known, wire = answer(wire=Gone())
    with pytest.raises(BrokenPipeError):
        send_known(known.start_response, "200 OK", LENGTH, OTHERS, BODY)
    known.close()
    assert len(wire.pieces) == 1


def test_headers_of_a_known_answer_are_not_tried_again(monkeypatch):
    tried = []

    def remember(self, headers):
        tried.extend(headers)

    monkeypatch.setattr(wsgi.Response, "process_headers", remember)
    known, _wire = answer()
    send_known(known.start_response, "200 OK", LENGTH, OTHERS, BODY)
    assert tried == LENGTH


def test_a_response_that_writes_otherwise_is_told_in_the_usual_way():
    class Framed(wsgi.Response):
        def _emit_body(self, data):
            self.sock.sendall(b"<" + data + b">")

    known, wire = answer(kind=Framed)
    finish(known, send_known(known.start_response, "200 OK", LENGTH, OTHERS, BODY))
    assert wire.pieces[-1] == b"<abc>"


def test_another_server_is_told_in_the_usual_way():
    begun = []
    left = send_known(lambda *begin: begun.append(begin), "200 OK", LENGTH, OTHERS, BODY)
    assert (begun, left) == ([("200 OK", [*OTHERS, *LENGTH])], [BODY])
