"""Suggestions that are accepted, and what a newer version of the parser may change."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError

from mep_site.core.models import BasePage
from mep_site.legacy.importing import captures, importer, proposals
from mep_site.legacy.importing.anomaly_decisions import accept, dismiss, may_accept
from mep_site.legacy.importing.page_making import make_pages
from mep_site.legacy.models import LegacyAnomaly, LegacyReading
from mep_site.legacy.parsing import PARSER_VERSION
from mep_site.translations.content.envelope import saved_in
from mep_site.translations.languages import authoritative, get_language
from news.models import NewsArticle

CAPTURES = Path(__file__).parent / "captures"
DATED = "Home > News\nReeds bloom\nDate: 03-04-2031\n\nThey bloom.\n"
MIXED = (
    "水井\nWells\n\n水井很深。\n\nWells are deep.\n\n"
    "泉水 and 水井都很清。\n\nSprings and wells are clear.\n"
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> User:
    return User.objects.get(username="admin")


@pytest.fixture
def translator() -> User:
    return User.objects.get(username="english")


def imported(text: str, user: User | None = None) -> LegacyReading:
    return importer.import_file("a.txt", text.encode(), user).reading


def anomaly(reading: LegacyReading, code: str) -> LegacyAnomaly:
    return reading.anomalies.get(code=code)


def draft_of(reading: LegacyReading) -> BasePage:
    return reading.pages.get().page.specific.get_latest_revision_as_object()


# Suggestions


def test_accepting_a_suggestion_is_an_edit_with_a_name_to_it(boss):
    reading = imported(DATED)
    doubt = anomaly(reading, "ambiguous_date")
    accept(doubt, boss)
    draft = draft_of(reading)
    assert str(draft.date) == "2031-03-04"
    assert draft.latest_revision.user == boss
    assert NewsArticle.objects.get(pk=draft.pk).date is None
    doubt.refresh_from_db()
    assert (doubt.state, doubt.decided_by) == ("accepted", boss)
    assert doubt.revision == draft.latest_revision


def test_a_suggestion_changes_one_place_of_a_body(boss):
    reading = imported(MIXED)
    accept(anomaly(reading, "mixed_languages"), boss)
    draft = draft_of(reading)
    assert "泉水和水井都很清。" in str(draft.body_zh_hans.raw_data)
    assert "Springs and wells are clear." in str(draft.body_en.raw_data)


def test_a_suggestion_changes_the_block_that_it_was_made_for(boss):
    reading = imported(MIXED)
    draft = draft_of(reading)
    raw = draft.body_zh_hans.get_prep_value()
    inserted = {"type": "paragraph", "id": "new", "value": "<p>泉水 and 水井</p>"}
    draft.body_zh_hans = draft.body_zh_hans.stream_block.to_python([inserted, *raw])
    draft.save_revision(user=boss)
    accept(anomaly(reading, "mixed_languages"), boss)
    first, *_, last = draft_of(reading).body_zh_hans.raw_data
    assert first["value"] == "<p>泉水 and 水井</p>"
    assert last["value"] == "<p>泉水和水井都很清。</p>"


def test_a_suggestion_changes_a_row(boss):
    text = (CAPTURES / "brochure.txt").read_text(encoding="utf-8")
    reading = imported(text.replace("“水要清。”", "“水要清 and 水要深。”"))
    accept(anomaly(reading, "mixed_languages"), boss)
    page = reading.pages.get(number=1).page.specific.get_latest_revision_as_object()
    assert "水要清和水要深。" in [row.text_zh_hans for row in page.quotations.all()]


def test_a_place_that_an_editor_changed_is_left_alone(boss):
    reading = imported(DATED)
    draft = draft_of(reading)
    draft.date = "2031-04-03"
    draft.save_revision(user=boss)
    with pytest.raises(ValidationError):
        accept(anomaly(reading, "ambiguous_date"), boss)
    assert str(draft_of(reading).date) == "2031-04-03"


def test_a_translator_cannot_accept_what_belongs_to_the_chinese_edition(translator):
    doubt = anomaly(imported(DATED), "ambiguous_date")
    assert not may_accept(doubt, translator)
    with pytest.raises(PermissionDenied):
        accept(doubt, translator)


def test_a_doubt_may_be_left_as_it_is(boss):
    reading = imported(DATED)
    doubt = anomaly(reading, "ambiguous_date")
    dismiss(doubt, boss)
    assert not doubt.is_open
    assert draft_of(reading).date is None


# A newer version of the parser


def imported_with_broken_lines() -> LegacyReading:
    """A page as an older version made it, which did not join lines."""
    reading = captures.interpret(captures.receive("a.txt", OLD.encode()))
    reading.segments = [[*segment[:5], []] for segment in reading.segments]
    reading.save()
    make_pages(reading)
    return reading


OLD = "Home > News\nReeds bloom\n\nThey bloom\nin May.\n"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch):
    """Reads a capture again, as a version that joins broken lines would."""

    def read(reading: LegacyReading) -> LegacyReading:
        monkeypatch.setattr(captures, "PARSER_VERSION", PARSER_VERSION + 1)
        return importer.import_file("a.txt", OLD.encode()).reading

    return read


def test_a_newer_version_that_reads_the_same_takes_its_place(monkeypatch):
    earlier = imported(OLD)
    monkeypatch.setattr(captures, "PARSER_VERSION", PARSER_VERSION + 1)
    outcome = importer.import_file("a.txt", OLD.encode())
    earlier.refresh_from_db()
    assert (earlier.state, outcome.reading.state) == ("superseded", "imported")
    assert outcome.reading.pages.get().page_id == earlier.pages.get().page_id


def test_a_newer_version_only_proposes_a_change(newer):
    earlier = imported_with_broken_lines()
    before = earlier.pages.get().page.latest_revision_id
    reading = newer(earlier)
    assert reading.state == LegacyReading.State.PROPOSED
    page = BasePage.objects.get(pk=earlier.pages.get().page_id)
    assert page.latest_revision_id == before
    (change,) = proposals.changes_to(reading.pages.get(), earlier)
    assert (change.name, change.is_free) == ("body_en", True)


def test_a_proposal_becomes_a_draft_when_it_is_applied(newer, boss):
    reading = newer(imported_with_broken_lines())
    revisions, kept = proposals.apply_proposal(reading, boss)
    assert (len(revisions), kept) == (1, [])
    assert revisions[0].user == boss
    assert "They bloom in May." in str(draft_of(reading).body_en.raw_data)


def test_a_proposal_is_a_draft_of_the_language_that_it_changes(newer, boss):
    earlier = imported_with_broken_lines()
    draft = draft_of(earlier)
    draft.edition_language = authoritative()
    draft.save_revision(user=boss)
    (revision,), _kept = proposals.apply_proposal(newer(earlier), boss)
    assert saved_in(revision.content) == get_language("en")


def test_a_proposal_never_changes_what_an_editor_wrote(newer, boss):
    earlier = imported_with_broken_lines()
    draft = draft_of(earlier)
    draft.body_en = [("paragraph", "<p>Written by an editor.</p>")]
    draft.save_revision(user=boss)
    reading = newer(earlier)
    revisions, kept = proposals.apply_proposal(reading, boss)
    assert revisions == []
    assert [change.name for change in kept] == ["body_en"]
    assert "Written by an editor." in str(draft_of(reading).body_en.raw_data)
