"""Families of captures that have no breadcrumb to tell their kind: several of each, all invented.

An office as bullets with numbers, the masthead above a section and a byline, a front page, a news
page with its widgets, a department in pinyin, a directory in three languages. ``families.json``
says of what kind each is and which facts it states: a person looked through it, much of it was
written down from what the parser found.
"""

import json
from pathlib import Path

import pytest

from mep_site.benchmarks.legacy.measuring import measure_file
from mep_site.legacy.parsing import Parsed, parse_capture
from mep_site.legacy.phrases.document_kinds import DocumentKind
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.segments import Role

FOLDER = Path(__file__).with_name("families")
FILES = sorted(FOLDER.glob("*.txt"))
EXPECTED = json.loads(Path(__file__).with_name("families.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def parsed(name: str) -> Parsed:
    return parse_capture(FOLDER.joinpath(f"{name}.txt").read_bytes())


def facts(result: Parsed, names: set[str]) -> dict[str, list[object]]:
    """The texts of fields and rows by their names; what is in no language stands by itself."""
    found: dict[str, list[object]] = {}
    for target, texts in result.derivation.texts.items():
        name = f"{target.field}.{target.path[-1]}" if target.path else target.field
        if name in names:
            found.setdefault(name, []).append(texts.get("", texts))
    return found


def test_every_capture_of_a_family_has_its_expectation():
    assert {file.stem for file in FILES} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_capture_is_known_by_what_it_shows(name):
    result, expected = parsed(name), EXPECTED[name]
    assert result.kind == expected["kind"]
    assert facts(result, set(expected["facts"])) == expected["facts"]
    measure = measure_file(FOLDER / f"{name}.txt")
    assert (measure.coverage, measure.overlap, measure.lost, measure.invented) == (100, 0, 0, 0)
    assert measure.unplaced == 0


@pytest.mark.parametrize("cut", [0.6, 0.8, 0.9])
def test_most_captures_are_still_known_when_they_were_cut(cut):
    known = 0
    for name, expected in EXPECTED.items():
        text = FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8")
        known += parse_capture(text[: int(len(text) * cut)].encode()).kind == expected["kind"]
    assert known >= cut * len(EXPECTED)


def test_what_stands_round_the_news_of_a_front_page_is_frame():
    frame = {
        result.capture.text[segment.start : segment.end]
        for name in ("front-english", "front-menu")
        for result in (parsed(name),)
        for segment in result.segments
        if segment.role in {Role.WIDGETS, Role.NAVIGATION, Role.SECTION_LABEL}
    }
    assert {"Search", "Pilot Station", "Visitors: 00048213", "Regulations", "More..."} <= frame


def test_a_label_without_a_value_is_only_a_label():
    result = parsed("share-empty")
    assert [
        result.capture.text[segment.start : segment.end]
        for segment in result.segments
        if segment.role is Role.LABEL
    ] == ["Date:", "Source:"]


def test_spelled_out_chinese_is_chinese_and_told():
    spelled_out = {name for name in EXPECTED if name.startswith("pinyin")}
    assert spelled_out
    for name in spelled_out:
        assert Code.PINYIN in {anomaly.code for anomaly in parsed(name).anomalies}, name


@pytest.mark.parametrize(
    "text",
    [
        "Gao Wenshu",
        "Li Wei, Wang Fang, Zhang Min, He Long",
        "You are here: Home",
        "Chloé Böhm met Łucja Nuñez",
    ],
)
def test_names_and_english_are_not_taken_for_pinyin(text):
    result = parse_capture(f"Home > News\n{text}\n\nThey met.\n".encode())
    assert Code.PINYIN not in {anomaly.code for anomaly in result.anomalies}


@pytest.mark.parametrize(
    "text",
    [
        "Wells Centre opens a hall\n\nThe hall of the centre opened on a rainy day.\n",
        "Notes on reeds\n\n- green\n- tall\n\nThey bloom late.\n",
        "水井 Wells\n\n水井很深。\n\nWells are deep.\n\n泉水很清。\n\nSprings are clear.\n",
    ],
)
def test_what_shows_too_little_stays_unknown(text):
    assert parse_capture(text.encode()).kind is DocumentKind.UNKNOWN
