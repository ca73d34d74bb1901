"""Tells Sentry of errors, where it is set up, by the same rules as the log.

Sent are the class of an error, its way through the code, the name of the view and the id of the
request: no request, no user, no variables, nothing that happened before.
"""

from typing import Any

import sentry_sdk
from django_guid import get_guid

from .logs.errors import message_of
from .logs.redaction import redacted

KEPT = frozenset(
    {
        "contexts",
        "environment",
        "event_id",
        "exception",
        "level",
        "logentry",
        "logger",
        "platform",
        "release",
        "sdk",
        "tags",
        "timestamp",
        "transaction",
        "type",
    }
)
CONTEXTS = frozenset({"runtime", "trace"})


def start_sentry(dsn: str, release: str, **options: Any) -> None:
    """Send errors to this address from now on; of people the library collects nothing by itself."""
    sentry_sdk.init(
        dsn=dsn,
        release=release or None,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=scrubbed,
        **options,
    )


def scrubbed(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The event with what it may tell, and nothing else."""
    kept = {name: value for name, value in event.items() if name in KEPT}
    contexts = kept.get("contexts", {})
    kept["contexts"] = {name: contexts[name] for name in contexts.keys() & CONTEXTS}
    kept["tags"] = {"request": get_guid() or "none"}
    error = (hint.get("exc_info") or (None, None))[1]
    said = message_of(error) if error else ""
    for value in kept.get("exception", {}).get("values", ()):
        value["value"] = said if error and value.get("type") == type(error).__name__ else ""
        value.pop("mechanism", None)
    if "logentry" in kept:
        entry = kept["logentry"]
        message = entry.get("formatted") or entry.get("message", "")
        kept["logentry"] = {"message": redacted(message)}
    if "transaction" in kept:
        kept["transaction"] = redacted(kept["transaction"])
    return kept
