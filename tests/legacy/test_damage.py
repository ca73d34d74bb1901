"""Captures that were damaged on the way: nothing raises, and every character keeps its home."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mep_site.benchmarks.legacy.measuring import measure_content
from mep_site.legacy.importing.compose import MODELS
from mep_site.legacy.importing.importer import import_file
from mep_site.legacy.models import LegacyCapture
from mep_site.legacy.parsing import parse_capture
from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError
from mep_site.legacy.structure.fitting import LIMITS
from mep_site.translations.content.rows import row_relations

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("captures/*.txt"), *HERE.glob("families/*.txt")])
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]
LINES = [line for text in TEXTS for line in text.splitlines()]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

Damage = Callable[[list[str], random.Random], list[str]]
DAMAGES: dict[str, Damage] = {
    "shuffled": lambda lines, chance: chance.sample(lines, len(lines)),
    "every other line lost": lambda lines, chance: [x for x in lines if chance.random() < 0.5],
    "lines doubled": lambda lines, chance: [x for x in lines for _ in range(chance.choice((1, 2)))],
    "blank lines lost": lambda lines, chance: [x for x in lines if x.strip()],
    "all on one line": lambda lines, chance: [" ".join(lines)],
    "another capture behind": lambda lines, chance: lines + chance.choice(TEXTS).splitlines(),
    "lines of anything": lambda lines, chance: chance.choices(LINES, k=len(lines)),
    "whole": lambda lines, chance: lines,
}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "cp1251", "koi8-r")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A capture with its lines in disorder, cut at any character or byte, in any encoding."""
    text, damage = draw(st.sampled_from(TEXTS)), DAMAGES[draw(st.sampled_from(list(DAMAGES)))]
    lines = damage(text.splitlines(), draw(st.randoms(use_true_random=False)))
    broken = draw(st.sampled_from(("\n", "\r\n", "\r", "\n\n"))).join(lines)
    start = draw(st.integers(0, len(broken) // 2))
    cut = broken[start : draw(st.integers(start, len(broken)))]
    content = cut.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    return content[: draw(st.integers(len(content) - 3, len(content)))]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(damaged())
def test_whatever_happened_to_a_capture_its_pages_show_all_that_has_a_place(content):
    try:
        found = measure_content("damaged.txt", content)
    except RefusedCaptureError as error:
        reason = error.reason
    else:
        reason = None
        assert (found.coverage, found.overlap) == (100, 0)
        assert (found.lost, found.invented) == (0, 0)
    assert reason in {None, Reason.EMPTY, Reason.BINARY}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(damaged())
def test_whatever_happened_to_a_capture_it_is_planted_or_refused_for_a_reason(content):
    with transaction.atomic():
        outcome = import_file("damaged.txt", content, public=True)
        reason = outcome.refusal.reason if outcome.refusal else None
        assert reason in {None, Reason.EMPTY, Reason.BINARY}
        assert LegacyCapture.objects.count() == 1
        transaction.set_rollback(True)


@pytest.mark.parametrize("content", [b"", b" \n", b"\0\1\2\3\xff" * 50, b"\n" * 1000])
def test_what_is_no_text_is_refused_and_kept(content):
    outcome = import_file("nothing.bin", content)
    assert outcome.refusal.reason in {Reason.EMPTY, Reason.BINARY}
    assert LegacyCapture.objects.get().refusal == outcome.refusal.reason


HUGE = {
    "blanks": f"wells{' ' * 100_000}springs",
    "one word": "w" * 500_000,
    "widgets": "S M L " * 20_000,
    "almost widgets": f"{'S M L ' * 60}wells",
    "brackets": "(" * 50_000,
    "syllables": f"{'xian' * 20_000}q",
    "numbers": "Wells Center\n" + "Tel: 010-5550101\n" * 2_000,
    "names": "成员国\n" + "蒙古国\nMongolia\nМонголия\n" * 700,
    "headings": "主要职责\n" * 2_000,
}


@pytest.mark.parametrize("sort", HUGE)
def test_a_huge_capture_is_read_in_the_time_that_its_length_takes(sort):
    started = time.process_time()
    result = parse_capture(HUGE[sort].encode())
    assert time.process_time() - started < 20
    assert result.coverage.covered == result.coverage.characters


def test_what_fields_hold_is_what_the_models_say():
    lengths = {
        field.name: field.max_length
        for model in MODELS.values()
        for holder in (model, *(relation.related_model for relation in row_relations(model)))
        for field in holder._meta.get_fields()
        if getattr(field, "max_length", None)
    }
    assert {name: lengths[name] for name in LIMITS} == LIMITS
