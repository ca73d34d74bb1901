"""Answers that may be kept, at ``/outage`` with the mark of what stands in for the site."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from mep_site.pagecache.replying import CACHE_STATUS, HIT, STALE

STATUS = {"/outage": STALE.format(seconds=3), "/usual": HIT}


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer as the page cache does, while the database is away or is there."""
    body = b"an answer"
    headers = [
        ("Content-Type", "text/plain"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "public, s-maxage=1, stale-if-error=86400"),
        (CACHE_STATUS, STATUS[environ["PATH_INFO"]]),
    ]
    start_response("200 OK", headers)
    return [body]
