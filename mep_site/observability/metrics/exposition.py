"""Answers Prometheus at ``/metrics``, in front of Django: by whatever name it asks for the site.

Whoever asks has to know the token (RFC 6750); to all others there is nothing here.
"""

import os
from collections.abc import Iterable
from hmac import compare_digest
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import close_old_connections

from .processes import FOLDER

ADDRESS = "/metrics"


def with_metrics(application: WSGIApplication) -> WSGIApplication:
    """The application with that address in front of it; without where there is no token."""
    if not settings.METRICS_TOKEN:
        return application
    expected = f"Bearer {settings.METRICS_TOKEN}".encode()

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] != ADDRESS:
            return application(environ, start_response)
        said = environ.get("HTTP_AUTHORIZATION", "").encode("latin-1", "replace")
        if not compare_digest(said, expected):
            return application(environ, start_response)
        status, headers, body = _exposed()
        start_response(status, headers)
        return [body]

    return answer


def _exposed() -> tuple[str, list[tuple[str, str]], bytes]:
    from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    from .asking import LookedUp

    registry = CollectorRegistry()
    if FOLDER in os.environ:
        MultiProcessCollector(registry)
    else:
        registry.register(REGISTRY)
    registry.register(LookedUp())
    # As Django does round a request.
    close_old_connections()
    try:
        body = generate_latest(registry)
    finally:
        close_old_connections()
    headers = [("Content-Type", CONTENT_TYPE_LATEST), ("Content-Length", str(len(body)))]
    return "200 OK", [*headers, ("Cache-Control", "no-store")], body
