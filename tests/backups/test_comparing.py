"""Which difference between two sites is explained by what was changed, and which is a fault."""

from dataclasses import replace

from mep_site.backups.drilling.answers import PublicAnswer
from mep_site.backups.drilling.changes import RecordedChanges
from mep_site.backups.drilling.comparing import compare_answers

NOTHING = RecordedChanges(frozenset(), frozenset())


def page(number: int, tree: str, path: str, *links: str) -> PublicAnswer:
    return PublicAnswer(number, tree, "en", path, 200, "then", list(links))


SECTION = page(1, "00010001", "/en/news/")
ARTICLE = page(2, "000100010001", "/en/news/a/")
OTHER = page(3, "000100010002", "/en/news/b/")
ABOUT = page(4, "00010002", "/en/about/")
SITE = [SECTION, ARTICLE, OTHER, ABOUT]


def now(answer: PublicAnswer, **changes) -> PublicAnswer:
    return replace(answer, digest="now", **changes)


def compared(*running: PublicAnswer, pages=(), models=()):
    changed = {each.page: each for each in running}
    site = [changed.get(each.page, each) for each in SITE]
    return compare_answers(SITE, site, RecordedChanges(frozenset(pages), frozenset(models)))


def test_the_same_is_the_same():
    found = compared()
    assert (found.equal, found.changed, found.faults) == (4, [], [])


def test_a_page_that_was_changed_explains_itself_and_what_lists_it():
    found = compared(now(ARTICLE), now(SECTION), pages=[ARTICLE.page])
    assert found.changed == ["/en/news/", "/en/news/a/"]
    assert found.faults == []


def test_a_link_to_what_was_changed_explains_a_difference_in_either_state():
    linking = now(ABOUT, links=["/en/news/a/"])
    assert compared(linking, pages=[ARTICLE.page]).changed == ["/en/about/"]
    before, after = [linking, ARTICLE], [replace(ABOUT, digest="later"), ARTICLE]
    gone = compare_answers(before, after, RecordedChanges(frozenset({2}), frozenset()))
    assert gone.changed == ["/en/about/"]


def test_nothing_explains_a_change_that_nobody_has_recorded():
    found = compared(now(OTHER), now(ARTICLE), pages=[ARTICLE.page])
    assert found.faults == ["/en/news/b/ differs, and no record says that it was changed"]


def test_a_page_that_is_gone_or_new_is_a_difference():
    lost = compare_answers(SITE, SITE[:3], NOTHING)
    assert lost.faults == ["/en/about/ differs, and no record says that it was changed"]
    assert compare_answers(
        SITE[:3], SITE, RecordedChanges(frozenset({4}), frozenset())
    ).changed == ["/en/about/"]


def test_a_setting_may_stand_on_any_page():
    assert compared(now(OTHER), models=["sitetexts"]).changed == ["/en/news/b/"]


def test_an_error_of_the_site_is_a_fault_though_both_have_it():
    broken = replace(ABOUT, status=500)
    found = compare_answers([broken], [broken], RecordedChanges(frozenset({4}), frozenset()))
    assert found.faults == ["/en/about/ is answered by an error of the site"]
