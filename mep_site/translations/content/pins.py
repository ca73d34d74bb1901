"""Pins: which Chinese text each unit of a translation was made from.

The pins of a page lie beside its texts and travel with them through drafts, copies and reversals:
``{"en": {unit id: {"text": fingerprint, "date": ISO 8601 date-time or None}}}``. The date says when
that Chinese text was published; it is missing where a translation was made from a draft. A pin that
took the place of an earlier one keeps that as ``before``, so that it can be taken back.

A unit that is in work carries beside its pin, or instead of one, ``in_work``: the fingerprint of
the Chinese text that its translator saw when they first touched it. See ``progress``. Whose words
a unit is stands there as ``origin``. See ``origins``.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from html import unescape
from typing import Any

from ..languages import Language
from .columns import Columns

Pin = dict[str, Any]
Pins = dict[str, Pin]
Work = dict[str, str]

IN_WORK = "in_work"
ORIGIN = "origin"
FINGERPRINT_LENGTH = 24

# Draftail gives each paragraph a key of its own, which readers never see.
EDITOR_KEYS = re.compile(r'\sdata-block-key="[^"]*"')
WHITE_SPACE = re.compile(r"\s+")


def fingerprint(text: str) -> str:
    """A short name for a text; the same for texts that read the same."""
    shown = WHITE_SPACE.sub(" ", unescape(EDITOR_KEYS.sub("", text))).strip()
    return sha256(shown.encode("utf-8")).hexdigest()[:FINGERPRINT_LENGTH]


def pins_in(columns: Columns, language: Language) -> Pins:
    """The pins of one translation."""
    return {
        unit: {name: value for name, value in record.items() if name not in {IN_WORK, ORIGIN}}
        for unit, record in records_in(columns, language).items()
        if "text" in record
    }


def work_in(columns: Columns, language: Language) -> Work:
    """The units of one translation that are in work."""
    return {
        unit: record[IN_WORK]
        for unit, record in records_in(columns, language).items()
        if IN_WORK in record
    }


def records_in(columns: Columns, language: Language) -> Pins:
    """All that is recorded of the units of one translation."""
    return (columns.get("pins") or {}).get(language.code) or {}


def write_pins(
    columns: Columns, language: Language, pins: Mapping[str, Pin], work: Mapping[str, str]
) -> Columns:
    """The columns with these pins, and these units in work, for one translation.

    Whose words a unit is does not depend on them, and stays recorded.
    """
    records = {unit: dict(pin) for unit, pin in pins.items()}
    for unit, seen in work.items():
        records.setdefault(unit, {})[IN_WORK] = seen
    for unit, record in records_in(columns, language).items():
        if ORIGIN in record:
            records.setdefault(unit, {})[ORIGIN] = record[ORIGIN]
    return columns | {"pins": {**(columns.get("pins") or {}), language.code: records}}


def pin_to(chinese: Mapping[str, str], ids: Iterable[str], published: datetime | None) -> Pins:
    """Pins of these units to the Chinese texts, which were published at that time."""
    date = published.isoformat() if published else None
    return {
        unit: {"text": fingerprint(chinese[unit]), "date": date} for unit in ids if unit in chinese
    }


def moved(
    pins: Mapping[str, Pin], old: Mapping[str, str], new: Mapping[str, str], published: datetime
) -> Pins:
    """The pins after an editorial change of the Chinese from ``old`` to ``new``.

    Those that were up to date stay so; those that were behind before stay behind.
    """
    kept = {
        unit: pin
        for unit, pin in pins.items()
        if unit in new and unit in old and pin["text"] == fingerprint(old[unit])
    }
    return _renamed(pins, pin_to(new, kept, published))


def moved_work(work: Work, old: Mapping[str, str], new: Mapping[str, str]) -> Work:
    """The units in work after an editorial change: what their translators saw was as good."""
    return {
        unit: fingerprint(new[unit])
        if unit in new and unit in old and seen == fingerprint(old[unit])
        else seen
        for unit, seen in work.items()
    }


def confirmed(pins: Mapping[str, Pin], chinese: Mapping[str, str], published: datetime) -> Pins:
    """The pins, with a date for those whose Chinese text has been published just now."""
    fresh = {
        unit
        for unit, pin in pins.items()
        if not pin["date"] and unit in chinese and pin["text"] == fingerprint(chinese[unit])
    }
    return _renamed(pins, pin_to(chinese, fresh, published))


def _renamed(pins: Mapping[str, Pin], changed: Pins) -> Pins:
    """The pins with some that name another text or date, but were made from no other."""
    return {**pins, **{unit: pins[unit] | pin for unit, pin in changed.items()}}
