"""Begins an answer whose headers have been looked at before, without looking at them again.

gunicorn tries each header of each answer against two regular expressions, which for an answer from
memory takes longer than all that the layer does. Django has looked at the headers of a page when it
was made, and the layer wrote the others. Relied on: ``start_response`` is a method of gunicorn's
``Response``, which sends what its list of ``headers`` holds then. gunicorn 20.0 to 27.0. Another
server, or a layer between it and this one, is told in the usual way.
"""

from wsgiref.types import StartResponse

from gunicorn.http.wsgi import Response

from .entries import Headers


def start_known_response(
    start_response: StartResponse, status: str, length: Headers, others: Headers
) -> None:
    """Begin an answer; ``length`` has the headers by which the server knows where it ends."""
    response = getattr(start_response, "__self__", None)
    if isinstance(response, Response):
        start_response(status, length)
        response.headers += others
    else:
        start_response(status, [*others, *length])
