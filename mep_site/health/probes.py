"""Answers for load balancers and container engines, before anything else is asked.

They come by any host name, over HTTP, and have no language: so neither Django's middleware nor the
page cache, which asks the database for the version, may stand before them.
"""

import json
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.db import close_old_connections

LIVENESS, READINESS = "/healthz", "/readyz"


def with_probes(application: WSGIApplication) -> WSGIApplication:
    """The application with the two addresses in front of it."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        probe = PROBES.get(environ.get("PATH_INFO", ""))
        if probe is None:
            return application(environ, start_response)
        status, said = probe()
        body = json.dumps(said).encode()
        headers = [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
        ]
        start_response(status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    return answer


def _alive() -> tuple[str, dict[str, object]]:
    """The process has a thread to answer with, and touches nothing else."""
    return "200 OK", {"status": "alive"}


def _ready() -> tuple[str, dict[str, object]]:
    # Once the models are loaded.
    from .readiness import readiness

    # As Django does round a request: a connection that is broken is replaced.
    close_old_connections()
    try:
        found = readiness()
    finally:
        close_old_connections()
    status = "200 OK" if found.is_ready else "503 Service Unavailable"
    return status, {"status": found.status, "checks": found.found}


PROBES: dict[str, Callable[[], tuple[str, dict[str, object]]]] = {
    LIVENESS: _alive,
    READINESS: _ready,
}
