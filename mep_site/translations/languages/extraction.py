"""Finds the messages of Django templates for Babel, which by itself reads Python only."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

Message = tuple[int, str, str | tuple[str | None, ...], list[str]]


def extract(
    file: BinaryIO,
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Message]:
    """Yield the messages of a template: line number, function, message or messages, comments."""
    calls = templatize(file.read().decode("utf-8"))
    # What stood between the tags is left as filler, whose indentation is no Python.
    lines = "\n".join(line.strip() for line in calls.splitlines())
    return extract_python(BytesIO(lines.encode("utf-8")), keywords, comment_tags, dict(options))
