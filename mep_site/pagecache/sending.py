"""Sends an answer whose headers have been looked at before: in one piece, without looking again.

gunicorn tries each header of each answer against two regular expressions, which for an answer from
memory takes longer than all that the layer does. Django has looked at the headers of a page when it
was made, and the layer wrote the others. gunicorn also sends the headers by themselves and the body
after them, by which a crowd gets a tenth fewer answers a second.

Relied on: ``start_response`` is a method of gunicorn's ``Response``, which has a list of
``headers``, tells its ``default_headers`` as lines, and sends none if they were ``headers_sent``.
gunicorn 20.0 to 27.0. Another server, or a layer between it and this one, is told in the usual way.
"""

from collections.abc import Iterable
from wsgiref.types import StartResponse

from gunicorn.http.wsgi import Response

from .entries import Headers


def send_known(
    start_response: StartResponse, status: str, length: Headers, others: Headers, body: bytes
) -> Iterable[bytes]:
    """Begin an answer, and return what of its body the server still has to send.

    ``length`` has the headers by which the server knows where it ends. ``OSError`` if the reader
    has gone, as from the server's own sending.
    """
    response = getattr(start_response, "__self__", None)
    # Not of a class that inherits from it: HTTP/2 is written otherwise.
    if type(response) is not Response:
        start_response(status, [*others, *length])
        return [body]
    start_response(status, length)
    response.headers += others
    _send_at_once(response, body)
    return []


def _send_at_once(response: Response, body: bytes) -> None:
    lines = [f"{name}: {value}\r\n" for name, value in response.headers]
    head = "".join([*response.default_headers(), *lines, "\r\n"]).encode("latin-1")
    # Before, so that nothing is written again behind what has gone out when it fails.
    response.headers_sent, response.sent = True, len(body)
    response.sock.sendall(head + body)
