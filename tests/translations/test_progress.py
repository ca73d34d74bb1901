"""How far a unit is: what touching, declaring done and taking back do to its pin."""

import pytest

from mep_site.translations.content.pins import (
    confirmed,
    fingerprint,
    moved,
    moved_work,
    pin_to,
    pins_in,
    work_in,
    write_pins,
)
from mep_site.translations.freshness.comparison import Freshness, compare_texts
from mep_site.translations.freshness.progress import Progress, UnitState

from .steps import ENGLISH, MAY

OLD, NEW, NEWEST = map(fingerprint, ("三个工作日", "五个工作日", "七个工作日"))


def pin(name):
    return {"text": name, "date": MAY.isoformat()}


@pytest.mark.parametrize(
    ("progress", "text", "expected"),
    [
        (Progress(), "", UnitState.TO_DO),
        (Progress(), "Five", UnitState.TO_DO),
        (Progress(pin(NEW)), "", UnitState.TO_DO),
        (Progress(pin(OLD)), "Three", UnitState.TO_DO),
        (Progress(pin(NEW)), "Five", UnitState.DONE),
        (Progress(None, NEW), "Fiv", UnitState.IN_WORK),
        (Progress(pin(OLD), NEW), "Fiv", UnitState.IN_WORK),
        (Progress(pin(NEW), OLD), "Fiv", UnitState.IN_WORK),
        (Progress(pin(OLD), NEW), "<p></p>", UnitState.TO_DO),
    ],
    ids=[
        "no text",
        "a text of unknown origin",
        "a text that was emptied",
        "behind",
        "up to date",
        "begun",
        "touched while it was behind",
        "touched before the Chinese came back to what it was made from",
        "emptied while it was behind",
    ],
)
def test_the_state_of_a_unit(progress, text, expected):
    assert progress.state(text, NEW) == expected


def test_touching_a_unit_moves_no_pin_and_what_was_seen_first_counts():
    once = Progress(pin(OLD)).touched(NEW)
    assert once == Progress(pin(OLD), NEW)
    assert once.touched(NEWEST) == once


def test_who_declares_a_unit_done_moves_its_pin_and_can_take_that_back():
    behind = Progress(pin(OLD)).touched(NEW)
    done = behind.declared_done(pin(NEW))
    assert done.state("Five", NEW) == UnitState.DONE
    assert done.taken_back(NEW) == behind


def test_a_new_unit_that_is_taken_back_has_no_pin_again():
    assert Progress().touched(NEW).declared_done(pin(NEW)).taken_back(NEW) == Progress(None, NEW)


def test_only_one_earlier_pin_is_kept():
    done = Progress(pin(OLD)).declared_done(pin(NEW)).declared_done(pin(NEWEST))
    assert done.pin["before"] == pin(NEW)


def test_marks_and_pins_are_stored_together_and_read_apart():
    content = write_pins({}, ENGLISH, {"a": pin(OLD)}, {"a": NEW, "b": NEW})
    assert pins_in(content, ENGLISH) == {"a": pin(OLD)}
    assert work_in(content, ENGLISH) == {"a": NEW, "b": NEW}


def test_an_editorial_change_leaves_a_unit_in_work_and_its_pin_where_they_are():
    old, new = {"a": "五个工作日", "b": "五个工作日"}, {"a": "五个工作日。", "b": "五个工作日。"}
    assert moved({"a": pin(OLD)}, old, new, MAY) == {"a": pin(OLD)}
    assert moved_work({"a": OLD, "b": NEW}, old, new) == {"a": OLD, "b": fingerprint(new["b"])}


def test_pins_that_are_renamed_can_still_be_taken_back():
    done = Progress(pin(OLD)).declared_done({"text": NEW, "date": None})
    chinese = {"a": "五个工作日"}
    dated = confirmed({"a": done.pin}, chinese, MAY)["a"]
    assert dated == pin(NEW) | {"before": pin(OLD)}
    later = moved({"a": dated}, chinese, {"a": "五个工作日。"}, MAY)["a"]
    assert later["before"] == pin(OLD)


@pytest.mark.parametrize(
    ("chinese", "expected"),
    [("一", Freshness.UNKNOWN), ("壹", Freshness.BEHIND)],
    ids=["its pin names the Chinese in force", "its pin names another one"],
)
def test_a_text_in_work_that_is_public_never_counts_as_current(chinese, expected):
    pins = pin_to({"a": "一"}, ["a"], MAY)
    assert compare_texts({"a": chinese}, {"a": "one"}, pins, {"a"}).freshness == expected
