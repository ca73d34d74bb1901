"""The real documents and the invented ones, against what was counted in them by hand."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from mep_site.benchmarks.legacy.measuring import Measure, is_right, measure_file
from mep_site.legacy.parsing import Parsed, parse_capture
from mep_site.legacy.phrases.markers import ListMarker
from mep_site.legacy.structure.chunks import chunks_in

from .seeds import SAMPLES, SEEDS, needs_seeds, seed

EXPECTATIONS = Path(__file__).with_name("expectations.json")
EXPECTED = json.loads(EXPECTATIONS.read_text(encoding="utf-8"))
FILES = sorted([*SEEDS.glob("*.txt"), *SAMPLES.glob("*.txt")])
# The heading of a list of offices is broken over two lines; it stays text.
KNOWN_GAPS = {("037_report-front-pag", "sections")}

pytestmark = [needs_seeds, pytest.mark.django_db]


@pytest.mark.parametrize("key", EXPECTED)
def test_a_file_is_understood_as_a_person_does(key):
    (file,) = (file for file in FILES if file.stem[:20] == key)
    measure = measure_file(file)
    names = ("kind", "title", "parent", "sections", "items", "pairs", "anomalies", "rows")
    wrong = {name for name in names if not is_right(measure, expected(key, name), name)}
    assert wrong == {name for known, name in KNOWN_GAPS if known == key}
    assert (measure.coverage, measure.overlap) == (100, 0)
    assert (measure.lost, measure.invented) == (0, 0)


def expected(key: str, name: str) -> dict:
    """What was counted, or nothing of it."""
    empty = {"sections": 0, "items": 0, "pairs": 0}
    return {name: EXPECTED[key].get(name, empty.get(name, {}))}


def test_every_file_was_counted_by_hand():
    assert {file.stem[:20] for file in FILES} == set(EXPECTED)


@pytest.fixture(scope="module")
def brochure() -> Parsed:
    return parse_capture(seed(3).read_bytes())


def values(brochure: Parsed, field: str, part: str) -> list[dict[str, str]]:
    """The texts of one part of the rows, in order."""
    return [
        texts
        for target, texts in brochure.derivation.texts.items()
        if target.field == field and target.path[-1:] == (part,)
    ]


def test_the_brochure_quotes_six_times(brochure):
    assert [date[""] for date in values(brochure, "quotations", "date")] == [
        *("2014-09-13", "2018-06-10", "2013-11-29", "2019-06-14", "2019-06", "2019-09"),
    ]
    assert values(brochure, "quotations", "speaker") == [
        {"zh_hans": "习近平主席", "en": "President Xi Jinping"},
        {"zh_hans": "李克强总理", "en": "Prime Minister Li Keqiang"},
    ]
    places = values(brochure, "quotations", "place")
    assert [place["en"].split(",")[0] for place in places] == [
        *("Dushanbe", "Qingdao", "Tashkent", "Bishkek"),
    ]
    assert len(values(brochure, "quotations", "occasion")) == 6
    for texts in values(brochure, "quotations", "text"):
        assert set(texts) == {"zh_hans", "en"}
        assert not any(text.startswith(("“", '"')) for text in texts.values())


def test_the_brochure_states_ten_counts_of_sessions(brochure):
    counts = values(brochure, "working_groups", "sessions_held")
    assert [int(count[""]) for count in counts] == [11, 14, 13, 13, 13, 2, 7, 8, 8, 8]
    launched = values(brochure, "working_groups", "launched")
    assert [year[""] for year in launched] == [
        *("2005", "2006", "2007", "2007", "2007", "2017", "2011", "2012", "2012", "2005"),
    ]


def test_the_brochure_lists_members_in_three_languages_in_their_order(brochure):
    statuses = [s[""] for s in values(brochure, "members", "status")]
    names = values(brochure, "members", "name")
    in_three = [name for name in names if len(name) == 3]
    assert len(in_three) == 8 + 4 + 6
    assert in_three[0]["ru"] == "Республика Индия"
    assert in_three[-1]["en"] == "The Democratic Socialist Republic of Sri Lanka"
    assert (statuses.count("member"), statuses.count("observer")) == (27 + 8, 13 + 4)
    assert statuses.count("dialogue_partner") == 6


def test_the_brochure_has_four_chapters(brochure):
    chunks = chunks_in(brochure.capture.lines, brochure.capture.text)
    assert sum(1 for chunk in chunks if chunk.mark is ListMarker.CHAPTER and chunk.sign) == 4
    assert [page.model for page in brochure.pages] == ["cooperation_index"] + ["programme"] * 5


def test_the_committed_table_is_what_the_command_writes(tmp_path):
    document = Path(__file__).parents[2] / "docs" / "legacy.md"
    copy = tmp_path / "legacy.md"
    copy.write_text(document.read_text(encoding="utf-8"), encoding="utf-8")
    folders = (str(SEEDS), str(SAMPLES))
    call_command("measure_legacy", *folders, f"--expectations={EXPECTATIONS}", f"--table={copy}")
    assert copy.read_text(encoding="utf-8") == document.read_text(encoding="utf-8")


def test_a_wrong_count_would_be_seen():
    measure = Measure("a", "news", "", "", 1, 0, 0, 100.0, 0, 0, 0, 0, {})
    assert not is_right(measure, {"sections": 2}, "sections")
