"""Which pairs are remembered, and which leave."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from mep_site.memory.models import MemoryPair, MemorySheet
from mep_site.memory.remembering.rebuilding import rebuild_memory
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.models import Edition

from ..translations.steps import ENGLISH, IDS, RUSSIAN, live, newest_draft, paragraphs, save

pytestmark = pytest.mark.usefixtures("version_is_kept")


def offered(page, language=ENGLISH):
    """What is remembered of a page, as pairs of texts."""
    pairs = MemoryPair.objects.offered().filter(sheet__edition__page=page.pk)
    return list(pairs.in_language(language).order_by("pk").values_list("chinese", "target"))


def user(name):
    return User.objects.get(username=name)


def body(words, number=2):
    """The paragraphs of the page with other words in one of them."""
    blocks = paragraphs("Paragraph {}" if words.isascii() else "第{}段")
    blocks[number - 1]["value"] = f'<p data-block-key="a1b2c">{words}</p>'
    return blocks


def test_a_published_pair_is_remembered_with_its_place_and_its_people(page):
    save(page, ENGLISH, body_en=body("The second one"))
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    draft.save_revision(user=user("english")).publish(user=user("publisher"))
    pair = MemoryPair.objects.get(sheet__edition__page=page.pk, target="The second one")
    assert (pair.chinese, pair.unit) == ("第2段", f"body.{IDS[1]}")
    assert pair.target_html == "<p>The second one</p>"
    assert (pair.translator, pair.publisher) == (user("english"), user("publisher"))
    others = MemoryPair.objects.get(sheet=pair.sheet, chinese="第1段")
    assert others.after == pair.key
    assert others.key == pair.before


def test_an_edit_of_a_translation_takes_the_place_of_the_pair(page):
    save(page, ENGLISH, body_en=body("Two")).publish()
    assert [target for source, target in offered(page) if source == "第2段"] == ["Two"]


def test_the_pair_of_an_earlier_chinese_text_stays_beside_the_new_one(page):
    save(page, live(page).get_source_language(), "material", body_zh_hans=body("改过")).publish()
    assert ("改过", "Paragraph 2") not in offered(page)
    assert ("第2段", "Paragraph 2") in offered(page)
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    draft.body_en = body("Changed")
    draft.pins["en"][f"body.{IDS[1]}"] = {
        **draft.pins["en"][f"body.{IDS[1]}"],
        "text": fingerprint("<p>改过</p>"),
    }
    draft.save_revision().publish()
    assert {("改过", "Changed"), ("第2段", "Paragraph 2")} <= set(offered(page))


def test_an_editorial_change_of_the_chinese_is_remembered_with_the_same_translator(page):
    MemoryPair.objects.filter(sheet__edition__page=page.pk).update(translator=user("english"))
    chinese = live(page).get_source_language()
    save(page, chinese, "editorial", body_zh_hans=body("第二段")).publish()
    pair = MemoryPair.objects.in_language(ENGLISH).get(
        sheet__edition__page=page.pk, chinese="第二段"
    )
    assert (pair.target, pair.translator) == ("Paragraph 2", user("english"))


def test_the_pairs_of_a_withdrawn_edition_leave_and_come_back(page):
    before, russian = offered(page), offered(page, RUSSIAN)
    live(page).unpublish(languages=[ENGLISH])
    assert (offered(page), offered(page, RUSSIAN)) == ([], russian)
    save(page, ENGLISH).publish()
    assert offered(page) == before != []


def test_the_pairs_of_an_unpublished_or_deleted_page_leave(page):
    live(page).unpublish()
    assert offered(page) == []
    live(page).delete()
    assert not MemorySheet.objects.filter(edition__page=page.pk).exists()


def test_a_draft_is_not_remembered(page):
    before = offered(page)
    save(page, ENGLISH, title_en="Not yet")
    assert offered(page) == before


def test_what_is_not_known_to_render_a_chinese_text_is_not_remembered(page):
    draft = newest_draft(page)
    draft.pins = {}
    draft.title_en = "Of nothing"
    draft.save_revision().publish()
    assert "Of nothing" not in dict(offered(page)).values()


def test_a_publication_that_is_rolled_back_leaves_no_pair(page):
    before = offered(page)
    revision = save(page, ENGLISH, title_en="Rolled back")
    with transaction.atomic():
        revision.publish()
        assert "Rolled back" in dict(offered(page)).values()
        transaction.set_rollback(True)
    assert offered(page) == before


def test_a_pair_that_was_declared_wrong_stays_away_until_it_says_something_else(page):
    wrong = MemoryPair.objects.filter(sheet__edition__page=page.pk, target="Paragraph 2")
    assert wrong.declare_wrong(user("english")) == 1
    save(page, ENGLISH, title_en="Another").publish()
    assert "Paragraph 2" not in dict(offered(page)).values()
    save(page, ENGLISH, body_en=body("Two")).publish()
    assert dict(offered(page))["第2段"] == "Two"


@pytest.mark.slow
@pytest.mark.every_database
def test_the_memory_can_be_filled_from_what_is_public(page):
    found = sorted(offered(page))
    MemorySheet.objects.all().delete()
    assert rebuild_memory(lambda done: None) > 1000
    assert sorted(offered(page)) == found
    edition = Edition.objects.get(page=page.pk, language=ENGLISH.code)
    dates = MemoryPair.objects.filter(sheet__edition=edition).values_list("published_at", flat=True)
    assert set(dates) == {edition.last_published_at}
    assert rebuild_memory(lambda done: None) == 0


def test_the_demo_is_remembered_in_both_languages(db):
    for language in (ENGLISH, RUSSIAN):
        assert MemoryPair.objects.offered().in_language(language).count() > 500


def of_memory(captured):
    """The queries that the memory makes."""
    return [query["sql"] for query in captured if '"memory_' in query["sql"]]


def test_a_publication_costs_few_queries_more_and_a_save_that_says_the_same_one(page):
    revision = save(page, ENGLISH, title_en="Another", body_en=body("Two"))
    with CaptureQueriesContext(connection) as captured:
        revision.publish(user=user("publisher"))
    assert len(of_memory(captured)) <= 6
    with CaptureQueriesContext(connection) as captured:
        live(page).save()
    assert len(of_memory(captured)) == 1


@pytest.mark.slow
def test_the_command_says_what_it_did(db, capsys):
    call_command("rebuild_memory", verbosity=0)
    assert "every pair was right" in capsys.readouterr().out
