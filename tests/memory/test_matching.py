"""What is offered for a Chinese text, with which score, and to whom."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from mep_site.memory.matching import known, matches_for, pairs_for
from mep_site.memory.matching.figures import with_figures
from mep_site.memory.remembering.taking import neighbours_in
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import pin_to

from ..translations.steps import ENGLISH, IDS, RUSSIAN, live

pytestmark = pytest.mark.usefixtures("version_is_kept")


def user(name):
    return User.objects.get(username=name)


def matches(text, before=None, after=None, language=ENGLISH, who="english", **options):
    return matches_for(text, language, before, after, user(who), **options)


def scores(found):
    return [(match.score, match.plain_target) for match in found]


SECOND = "第2段"
LONG = "环境保护部第十三次会议于2018年5月在北京召开。"
LATER = "环境保护部第十四次会议于2019年5月在北京召开。"


def retitled(page, chinese, english):
    """Publish the page with another title and its translation."""
    draft = live(page)
    draft.title_zh_hans, draft.title_en = chinese, english
    draft.pins["en"] |= pin_to({"title": chinese}, ["title"], draft.last_published_at)
    draft.save_revision().publish()


def test_the_same_text_between_the_same_texts_is_better_than_the_same_text(page):
    unit = f"body.{IDS[1]}"
    before, after = neighbours_in(Content.of(live(page)))[unit]
    assert (before, after) == ("第1段", "第3段")
    assert scores(matches(SECOND, before, after)) == [(101, "Paragraph 2")]
    assert scores(matches(SECOND)) == [(100, "Paragraph 2")]
    assert scores(matches("<p>第2段</p>", "", after, is_formatted=True)) == [(100, "Paragraph 2")]


def test_a_text_that_is_alike_is_offered_with_what_differs_and_its_figures(page):
    retitled(page, LONG, "The thirteenth meeting was held in Beijing in May 2018.")
    [best] = matches(LATER)
    assert 80 < best.score < 100
    assert best.remembered == "The thirteenth meeting was held in Beijing in May 2018."
    assert best.target == "The fourteenth meeting was held in Beijing in May 2019."
    assert [(each.old, each.new, each.is_done) for each in best.figures] == [
        ("第十三次", "第十四次", True),
        ("2018年5月", "2019年5月", True),
    ]
    assert "".join(piece.text for piece in best.pieces if not piece.is_added) == LONG
    assert "".join(piece.text for piece in best.pieces if not piece.is_removed) == LATER
    assert best.origin.name == LONG


def test_a_figure_that_cannot_be_brought_in_line_is_told():
    target, changes = with_figures("投入3万元。", "投入4万元。", "Money was spent.", ENGLISH)
    assert target == "Money was spent."
    assert [each.is_done for each in changes] == [False]


def test_many_texts_are_looked_up_at_once_for_a_translators_tool(page):
    translator = user("english")
    matches_for(SECOND, ENGLISH, None, None, translator)
    with CaptureQueriesContext(connection) as captured:
        found = pairs_for([SECOND, "第3段", "标题", "无"], ENGLISH, translator)
        targets = {pair.target for pair in found}
    assert {"Paragraph 2", "Paragraph 3", "Title"} <= targets
    assert len(captured) <= 6


def test_nothing_is_offered_for_a_text_that_is_like_none(page):
    assert matches("乌云密布天空下") == []
    assert matches("<p></p>", is_formatted=True) == []


def test_a_translator_is_offered_their_own_language_only(page):
    assert scores(matches(SECOND, language=RUSSIAN, who="russian")) == [(100, "Абзац 2")]
    assert matches(SECOND, language=RUSSIAN, who="english") == []
    assert matches(SECOND, who="russian") == []
    assert matches_for(SECOND, ENGLISH, None, None, AnonymousUser()) == []


def test_each_translation_is_offered_once(page):
    live(page).copy(update_attrs={"slug": "once-more"})
    assert scores(matches(SECOND)) == [(100, "Paragraph 2")]


def test_a_private_page_is_offered_to_those_only_who_may_see_it(page):
    group = Group.objects.create(name="Board")
    kind = PageViewRestriction.GROUPS
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.add(group)
    # Translators of the demo find all pages in the admin.
    assert len(matches(SECOND)) == 1
    assert matches_for(SECOND, ENGLISH, None, None, None) == []
    translator = user("english")
    for each in translator.groups.all():
        each.page_permissions.all().delete()
    assert matches(SECOND) == []
    translator.groups.add(group)
    assert len(matches(SECOND)) == 1


def test_what_was_withdrawn_is_not_offered_even_if_its_text_is_still_known(page, monkeypatch):
    assert len(matches(SECOND)) == 1
    monkeypatch.setattr(known, "MAX_AGE", 3600)
    live(page).unpublish(languages=[ENGLISH])
    assert matches(SECOND) == []


def test_new_texts_are_found_as_soon_as_they_are_published(page):
    assert matches("全新的一段文字在这里") == []
    retitled(page, "全新的一段文字在这里", "Title")
    assert scores(matches("全新的一段文字在那里")) == [(90, "Title")]


@pytest.mark.every_database
def test_matches_cost_four_queries_however_many_there_are(page):
    for number in range(3):
        live(page).copy(update_attrs={"slug": f"again-{number}", "title_en": f"Title {number}"})
    who = user("english")
    matches_for("标题", ENGLISH, None, None, who)
    with CaptureQueriesContext(connection) as captured:
        found = matches_for("标题", ENGLISH, None, None, who)
    assert len(found) > 1
    assert len(captured) <= 4
