"""What came back is merged three ways, and saved as a draft on the path of the form."""

import pytest
from wagtail.models import PageLogEntry

from mep_site.translations.admin.forms.sources import source_of
from mep_site.translations.content.pins import fingerprint

from ..translations.steps import ENGLISH, live, newest_draft, save
from .steps import (
    FIRST,
    ITEM,
    SECOND,
    edited,
    edition_of,
    exported,
    outcomes,
    planned,
    state_of,
    take,
    texts,
)

pytestmark = pytest.mark.django_db


def with_first(words):
    """A body like that of the article, with other words in the first paragraph."""
    from .conftest import WORDS, body

    blocks = body("en")
    blocks[0]["value"] = WORDS["en"][0].replace("Protect", words)
    return blocks


def publish_chinese(page, words):
    """Publish another first paragraph in Chinese."""
    from .conftest import WORDS, body

    blocks = body("zh_hans")
    blocks[0]["value"] = WORDS["zh_hans"][0].replace("保护", words)
    draft = newest_draft(page)
    from ..translations.steps import CHINESE, NOTE

    draft.enter(CHINESE)
    draft.body_zh_hans = blocks
    draft.change = {"kind": "material", "note": NOTE}
    draft.save_revision().publish()


def test_a_file_that_comes_back_as_it_went_changes_nothing(article):
    assert outcomes(exported(article)) == {}


def test_a_text_that_changed_outside_is_taken_with_its_codes(article):
    take(edited(exported(article), "Protect ", "Keep "))
    assert texts(article)[FIRST].endswith(
        'Keep <b>air</b> and <a href="https://www.unep.org/">water</a>, CO<sub>2</sub></p>'
    )
    assert "Protect" in live(article).body_en.raw_data[0]["value"]


def test_an_import_is_a_draft_with_an_entry_in_the_history(article):
    take(edited(exported(article), "Protect ", "Keep "))
    edition = edition_of(article)
    assert edition.has_draft
    entry = PageLogEntry.objects.filter(page=article).first()
    assert (entry.action, entry.data["file"]) == ("exchange.import", "back.xlf")
    assert entry.revision_id == edition.latest_revision_id


def test_what_was_changed_here_only_stays(article):
    file = exported(article)
    save(article, ENGLISH, body_en=with_first("Guard"))
    assert outcomes(file) == {}


def test_what_was_changed_on_both_sides_is_a_conflict_and_stays_until_somebody_chooses(article):
    file = edited(exported(article), "Protect ", "Keep ")
    save(article, ENGLISH, body_en=with_first("Guard"))
    assert outcomes(file) == {FIRST: "conflict"}
    take(file)
    assert "Guard" in texts(article)[FIRST]
    take(file, FIRST)
    assert "Keep" in texts(article)[FIRST]


def test_both_sides_may_have_come_to_the_same(article):
    file = edited(exported(article), "Protect ", "Keep ")
    save(article, ENGLISH, body_en=with_first("Keep"))
    assert outcomes(file) == {}


def test_an_import_may_be_repeated(article):
    file = edited(exported(article), "Protect ", "Keep ")
    take(file)
    revision = edition_of(article).latest_revision_id
    take(file)
    assert edition_of(article).latest_revision_id == revision


def test_a_text_whose_chinese_has_moved_is_taken_and_stays_behind(article):
    file = edited(exported(article), "Protect ", "Keep ")
    publish_chinese(article, "守护")
    assert planned(file).told[0].has_moved
    take(file)
    assert "Keep" in texts(article)[FIRST]
    assert state_of(article, FIRST) == "to-do"
    assert state_of(article, SECOND) == "done"


def test_a_new_text_is_done_if_the_tool_says_so_and_pinned_to_what_went_out(article):
    publish_chinese(article, "守护")
    file = exported(article)
    assert state_of(article, FIRST) == "to-do"
    done = edited(file, "Protect ", "Guard ").replace(b"needs-translation", b"translated")
    take(done)
    assert state_of(article, FIRST) == "done"
    draft = newest_draft(article)
    draft.enter(ENGLISH)
    chinese = source_of(draft).published[FIRST].text
    assert draft.pins["en"][FIRST]["text"] == fingerprint(chinese)


def test_a_text_may_be_declared_right_as_it_is(article):
    publish_chinese(article, "守护")
    file = exported(article).replace(b"needs-translation", b"translated")
    assert outcomes(file) == {FIRST: "confirmed"}
    take(file)
    assert state_of(article, FIRST) == "done"
    assert "Protect" in texts(article)[FIRST]


def test_a_text_that_the_tool_does_not_call_done_is_in_work(article):
    publish_chinese(article, "守护")
    take(edited(exported(article), "Protect ", "Guard "))
    assert state_of(article, FIRST) == "in-work"


def test_a_text_without_a_translation_never_empties_one(article):
    file = edited(exported(article), ">Title<", "><")
    assert outcomes(file) == {}


def test_a_unit_that_lost_a_code_is_refused_and_named_and_the_others_go_on(article):
    file = edited(exported(article), "Points", "Items").replace(
        b"Protect <g ", b'Protect <mrk mtype="x-lost" ', 1
    )
    file = file.replace(b">air</g>", b">air</mrk>", 1)
    page = planned(file)
    faults = {unit.unit: unit.fault for unit in page.told}
    assert "1 <b>" in faults[FIRST]
    take(file)
    assert "Protect" in texts(article)[FIRST]
    assert "Items" in texts(article)[ITEM]


def test_a_code_that_is_there_twice_is_refused(article):
    file = exported(article)
    start = file.index(b"Protect ")
    code = file[file.index(b"<g ", start) : file.index(b"</g>", start) + 4]
    doubled = file[:start] + file[start:].replace(code, code + code, 1)
    assert outcomes(doubled) == {FIRST: "refused"}


def test_markup_that_the_editor_does_not_have_is_refused(article):
    hostile = exported(article).replace(b"&lt;b&gt;", b"&lt;script src=x&gt;")
    changed = edited(hostile, "Protect ", "Keep ")
    assert outcomes(changed)[FIRST] == "refused"


def test_a_text_that_has_no_place_any_more_is_shown_and_not_saved(article):
    file = edited(exported(article), "Protect ", "Keep ").replace(
        FIRST.encode(), FIRST[:-1].encode() + b"9"
    )
    assert list(outcomes(file).values()) == ["homeless"]


def test_a_text_that_is_too_long_is_refused_in_the_words_of_the_form(article):
    file = edited(exported(article), ">Title<", f">{'T' * 300}<")
    (unit,) = planned(file).told
    assert unit.outcome == "refused"
    assert "255" in unit.fault
