"""Tells of an error what helps to find it, and nothing that was in the data.

Messages of errors quote what was looked up, typed or sent. So of an error are told its class and
its way through the code; its message only where the class says that it is about machines or code.
"""

import traceback

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from django.template import TemplateDoesNotExist

from .redaction import redacted

ABOUT_MACHINES = (
    AttributeError,
    ImportError,
    ImproperlyConfigured,
    InterfaceError,
    MemoryError,
    NameError,
    OperationalError,
    RecursionError,
    TemplateDoesNotExist,
)
MOST_CAUSES = 5


def message_of(error: BaseException) -> str:
    """What may be told of the message of an error; empty if nothing.

    Of an error of the operating system that is its own word for it: beside it stands a file name,
    or what a mail server has said of an address.
    """
    if isinstance(error, OSError):
        return redacted(error.strerror or "")
    return redacted(str(error)) if isinstance(error, ABOUT_MACHINES) else ""


def trace_of(error: BaseException, causes: int = MOST_CAUSES) -> str:
    """The errors that led to this one, and this one, each with its way through the code."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = []
    if cause is not None and causes:
        parts = [trace_of(cause, causes - 1), "", "From which followed:", ""]
    way = "".join(traceback.format_tb(error.__traceback__)).rstrip("\n")
    return "\n".join([*parts, "Traceback (most recent call last):", way, name_of_error(error)])


def name_of_error(error: BaseException) -> str:
    """Its class, and its message if that may be told."""
    message = message_of(error)
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name}: {message}" if message else name
