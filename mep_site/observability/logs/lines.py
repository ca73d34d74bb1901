"""The lines of the log: to be read, or as JSON for programs that collect logs.

Both have the same fields, and no others: what a library adds to a record, such as the request, is
left out. The fields of JSON: ``time`` (ISO 8601, UTC), ``level``, ``logger``, ``message``,
``request`` (the id that nginx's log has too), ``error``.
"""

import logging
from datetime import UTC, datetime
from typing import Any

from django_guid import get_guid
from pythonjsonlogger.json import JsonFormatter

from .errors import trace_of
from .redaction import redacted

# Guesses of passwords: whoever keeps an attacker off has to know from where (`deploy/fail2ban`).
NAME_ADDRESSES = frozenset({"mep_site.accounts.throttling"})


def fields_of_line(record: logging.LogRecord) -> dict[str, str]:
    """What is told of a record; fields that are empty are left out."""
    moment = datetime.fromtimestamp(record.created, UTC)
    error = record.exc_info[1] if record.exc_info else None
    fields = {
        "time": moment.isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": redacted(record.getMessage(), record.name in NAME_ADDRESSES),
        "request": get_guid() or "",
        "error": trace_of(error) if error else "",
    }
    return {name: value for name, value in fields.items() if value}


class PlainLines(logging.Formatter):
    """Lines for people; an error follows in lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        fields = fields_of_line(record)
        request = f" [{fields['request']}]" if "request" in fields else ""
        line = "{time} {level} {logger}{request}: {message}".format(
            **{"message": "", **fields, "request": request}
        )
        return f"{line}\n{fields['error']}" if "error" in fields else line


class JsonLines(JsonFormatter):
    """One object to a line."""

    def __init__(self) -> None:
        super().__init__(json_ensure_ascii=False)

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        log_data.update(fields_of_line(record))
