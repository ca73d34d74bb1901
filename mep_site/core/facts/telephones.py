"""Telephone numbers that are certain."""

import re

INTERNATIONAL = re.compile(r"\+[0-9][0-9 ().-]+")


def is_international(number: str) -> bool:
    """Whether it is a full number with its country code, and nothing else, that can be dialled."""
    return bool(INTERNATIONAL.fullmatch(number))
