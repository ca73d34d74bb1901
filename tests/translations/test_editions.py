"""Editions agree with their page after everything that can happen to it."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageLogEntry, Workflow
from wagtail.users.models import UserProfile

from cooperation.models import Programme
from mep_site.core.models import BasePage
from mep_site.memory.models import MemorySheet
from mep_site.translations.content.composition import reverted
from mep_site.translations.content.content import Content
from mep_site.translations.models import Edition
from mep_site.translations.receivers import make_missing_editions
from news.models import NewsArticle, NewsIndex

from .steps import (
    CHINESE,
    ENGLISH,
    RUSSIAN,
    edition,
    in_hours,
    live,
    newest_draft,
    pinned_page,
    save,
    states,
    titles,
)

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

ALL_LIVE = ["live"] * 3
ALL_WITHDRAWN = ["withdrawn"] * 3
NEVER_PUBLISHED = ["unpublished"] * 3


@pytest.fixture
def page(some):
    """An article that is public in three languages, both translations up to date."""
    return pinned_page(some(NewsArticle))


@pytest.fixture(autouse=True)
def _everything_agrees(db):
    """Whatever a test does, all editions agree with their pages afterwards."""
    yield
    call_command("check_editions", stdout=StringIO())


def new_article(**columns):
    index = NewsIndex.objects.first()
    return index.add_child(instance=NewsArticle(slug="new-article", **columns))


# Creating, publishing, unpublishing


def test_a_page_that_is_created_live_has_editions_in_the_languages_of_its_texts(db):
    page = new_article(title_zh_hans="新", title_ru="Новое")
    assert states(page) == ["live", "unpublished", "live"]
    assert edition(page, RUSSIAN).first_published_at


def test_a_draft_that_is_created_has_no_public_edition(db):
    page = new_article(title_zh_hans="新", title_en="New", live=False)
    assert states(page) == NEVER_PUBLISHED
    assert edition(page, ENGLISH).freshness == "absent"


def test_an_edition_goes_live_with_its_first_publication(db):
    page = new_article(title_zh_hans="新", live=False)
    save(page, CHINESE).publish()
    assert states(page) == ["live", "unpublished", "unpublished"]
    save(page, ENGLISH, title_en="New").publish()
    assert states(page) == ["live", "live", "unpublished"]
    assert edition(page, ENGLISH).last_published_at > edition(page, CHINESE).last_published_at


def test_an_edition_keeps_its_first_date_when_it_comes_back(page):
    first = edition(page, ENGLISH).first_published_at
    page.unpublish(languages=[ENGLISH])
    assert edition(page, ENGLISH).withdrawn_at
    save(page, ENGLISH).publish()
    assert edition(page, ENGLISH).first_published_at == first
    assert edition(page, ENGLISH).withdrawn_at is None


@pytest.mark.parametrize("load", [BasePage.objects.get, NewsArticle.objects.get])
def test_unpublishing_a_page_withdraws_all_its_editions(load, page):
    load(pk=page.pk).unpublish()
    assert not live(page).live
    assert states(page) == ALL_WITHDRAWN


def test_unpublishing_withdraws_the_editions_of_a_page_of_which_more_was_read_before(page):
    base = BasePage.objects.get(pk=page.pk)
    assert base.specific.live
    base.unpublish()
    assert states(page) == ALL_WITHDRAWN


def test_unpublishing_a_queryset_withdraws_the_editions_of_every_page(page):
    BasePage.objects.filter(pk=page.pk).unpublish()
    assert not live(page).live
    assert states(page) == ALL_WITHDRAWN


def test_the_last_language_takes_the_page_along(page):
    page.unpublish(languages=[ENGLISH, RUSSIAN])
    live(page).unpublish(languages=[CHINESE])
    assert not live(page).live
    assert all(titles(newest_draft(page)))


# Schedules


def schedule(page, language, hours=1, **columns):
    """A publication in an hour or later; returns the revision that waits."""
    revision = save(page, language, go_live_at=in_hours(hours), **columns)
    revision.publish()
    return revision


def test_a_scheduled_publication_waits(page):
    before = page.title_en
    revision = schedule(page, ENGLISH, title_en="Later")
    revision.refresh_from_db()
    assert revision.approved_go_live_at
    assert live(page).title_en == before
    assert states(page) == ALL_LIVE
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.schedule").get()
    assert entry.data["languages"] == ["en"]
    assert entry.data["revision"]["id"] == revision.pk
    assert str(revision.pk) in entry.formatter.format_message(entry)


def test_a_schedule_publishes_its_language_and_leaves_the_schedules_of_others(page, clock):
    before = page.title_zh_hans
    chinese = schedule(page, CHINESE, hours=3, title_zh_hans="晚些")
    schedule(page, ENGLISH, title_en="Sooner")
    clock.let_pass(hours=2)
    assert titles(live(page))[:2] == [before, "Sooner"]
    assert titles(newest_draft(page))[:2] == ["晚些", "Sooner"]
    chinese.refresh_from_db()
    assert chinese.approved_go_live_at > timezone.now()
    assert edition(page, CHINESE).go_live_at
    assert not edition(page, ENGLISH).go_live_at


def test_every_language_has_a_schedule_of_its_own(page, clock):
    for language, title in ((CHINESE, "晚些"), (ENGLISH, "Later"), (RUSSIAN, "Позже")):
        schedule(page, language, **{language.column("title"): title})
    clock.let_pass(hours=2)
    assert titles(live(page)) == ["晚些", "Later", "Позже"]
    assert states(page) == ALL_LIVE
    assert not live(page).has_unpublished_changes


def test_publishing_one_language_now_leaves_the_schedules_of_others(page, clock):
    russian = schedule(page, RUSSIAN, title_ru="Позже")
    save(page, ENGLISH, title_en="Now").publish()
    russian.refresh_from_db()
    assert russian.approved_go_live_at
    clock.let_pass(hours=2)
    assert titles(live(page))[1:] == ["Now", "Позже"]


def test_unpublishing_one_language_leaves_the_schedules_of_others(page):
    russian = schedule(page, RUSSIAN, title_ru="Позже")
    live(page).unpublish(languages=[ENGLISH])
    russian.refresh_from_db()
    assert russian.approved_go_live_at


def test_a_translation_that_is_due_before_its_chinese_waits_for_it(db, clock):
    page = new_article(title_zh_hans="新", live=False)
    save(page, CHINESE)
    schedule(page, ENGLISH, title_en="New")
    clock.let_pass(hours=2)
    assert states(page) == NEVER_PUBLISHED
    save(page, CHINESE).publish()
    call_command("publish_scheduled")
    assert states(page) == ["live", "live", "unpublished"]


# Copies and aliases


def copy(page, **options):
    return page.copy(to=NewsIndex.objects.first(), update_attrs={"slug": "copied"}, **options)


def test_a_copy_that_stays_live_has_the_same_editions(page):
    copied = copy(page)
    assert states(copied) == ALL_LIVE
    assert edition(copied, ENGLISH).freshness == edition(page, ENGLISH).freshness == "current"


def test_what_a_copy_rendered_is_known_when_its_chinese_changes(page):
    copied = live(copy(page))
    before = copied.title_zh_hans
    save(copied, CHINESE, kind="material", title_zh_hans="新题").publish()
    assert copied.authoritative_texts.filter(text=before).exists()
    assert edition(copied, ENGLISH).differing == 1


def test_a_copy_that_is_not_live_has_drafts_only(page):
    copied = copy(page, keep_live=False)
    assert states(copied) == NEVER_PUBLISHED
    save(copied, CHINESE).publish()
    assert states(copied) == ["live", "unpublished", "unpublished"]
    save(copied, ENGLISH).publish()
    assert edition(copied, ENGLISH).freshness == "current"


@pytest.mark.parametrize(
    ("model", "active"), [(NewsArticle, "zh-hans"), (NewsArticle, "ru"), (Programme, "en")]
)
def test_a_copy_has_every_text_and_pin_in_its_place(model, active, some):
    page = pinned_page(some(model))
    save(page, CHINESE, title_zh_hans="草稿")
    with translation.override(active):
        copied = live(page).copy(update_attrs={"slug": "copied"})
    for old, new in ((live(page), live(copied)), (newest_draft(page), newest_draft(copied))):
        for language in (CHINESE, ENGLISH, RUSSIAN):
            one, other = (Content.of(each).texts(language) for each in (old, new))
            assert one == other
        assert old.pins == new.pins


def copy_in_admin(client, page, admin_language, title):
    """Copy with the form of the admin; returns the title that it offered, and the copy."""
    UserProfile.objects.filter(user__username="publisher").update(preferred_language=admin_language)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    offered = client.get(url).context_data["form"]["new_title"].value()
    data = {
        "new_title": title,
        "new_slug": "copied",
        "new_parent_page": page.get_parent().pk,
        "publish_copies": "on",
    }
    assert client.post(url, data).status_code == 302
    return offered, NewsArticle.objects.get(slug="copied")


@pytest.mark.parametrize(
    ("admin_language", "place"), [("zh-hans", 0), ("en", 1), ("ru", 2)], ids=["zh", "en", "ru"]
)
def test_the_title_of_a_copy_goes_to_the_language_of_the_admin(
    admin_language, place, page, publisher
):
    before = titles(live(page))
    offered, copied = copy_in_admin(publisher, page, admin_language, "Copied")
    assert offered == before[place]
    expected = [*before[:place], "Copied", *before[place + 1 :]]
    assert titles(copied) == titles(newest_draft(copied)) == expected


def test_the_title_of_a_copy_goes_to_a_language_that_the_page_has(page, publisher):
    page.unpublish(languages=[ENGLISH])
    save(page, ENGLISH, title_en="")
    offered, copied = copy_in_admin(publisher, page, "en", "副本")
    assert offered == page.title_zh_hans
    assert titles(copied) == ["副本", None, page.title_ru]
    assert states(copied) == ["live", "unpublished", "live"]


def test_a_copy_can_be_published_whatever_language_was_saved_last(page):
    save(page, ENGLISH, title_en="Fixed")
    copied = copy(live(page), keep_live=False)
    live(copied).latest_revision.publish()
    assert states(copied) == ALL_LIVE


def test_an_alias_has_the_editions_of_its_source_and_follows_it(page):
    alias = page.create_alias(update_slug="alias")
    assert states(alias) == ALL_LIVE
    assert edition(alias, ENGLISH).freshness == "current"
    save(page, CHINESE, title_zh_hans="新题").publish()
    assert live(alias).title_zh_hans == "新题"
    assert edition(alias, ENGLISH).freshness == "behind"
    live(page).unpublish(languages=[RUSSIAN])
    assert states(alias) == ["live", "live", "withdrawn"]
    live(page).unpublish()
    assert states(alias) == ALL_WITHDRAWN


# Other changes


def test_a_page_that_is_moved_keeps_its_editions(page):
    before = list(Edition.objects.filter(page_id=page.pk).values())
    parent = page.path[: -page.steplen]
    other = NewsIndex.objects.first().add_sibling(
        instance=NewsIndex(title_zh_hans="另一", slug="other")
    )
    page.move(other, pos="last-child")
    page.refresh_from_db()
    after = list(Edition.objects.filter(page_id=page.pk).values())
    assert {each["parent_path"] for each in before} == {parent}
    assert {each["parent_path"] + each["path_end"] for each in after} == {page.path}
    places = {"parent_path": "", "path_end": ""}
    assert [each | places for each in after] == [each | places for each in before]


def test_editions_go_with_their_page(page):
    key = page.pk
    page.delete()
    assert not Edition.objects.filter(page_id=key).exists()


@pytest.mark.parametrize("language", [CHINESE, ENGLISH, RUSSIAN], ids=str)
def test_reverting_a_language_brings_back_its_text_and_no_other(language, page):
    old = page.latest_revision
    column = language.column("title")
    before = getattr(page, column)
    for each in (CHINESE, ENGLISH, RUSSIAN):
        save(page, each, **{each.column("title"): "Newer"}).publish()
    newest = Content.stored_in(live(page).latest_revision, NewsArticle)
    content = reverted(newest, Content.stored_in(old, NewsArticle), language)
    draft = live(page).with_content_json(content.columns)
    draft.edition_language = language
    draft.save_revision(previous_revision=old).publish()
    expected = [before if each == language else "Newer" for each in (CHINESE, ENGLISH, RUSSIAN)]
    assert titles(live(page)) == expected
    assert getattr(live(page), column) == before


def test_a_program_that_saves_a_page_changes_its_editions(page):
    page = live(page)
    page.title_en, page.title_zh_hans = "", "新题"
    page.save()
    assert states(page) == ["live", "withdrawn", "live"]
    assert edition(page, RUSSIAN).freshness == "behind"


# The command


@pytest.mark.parametrize(
    ("damage", "mended"),
    [
        ("UPDATE translations_edition SET state = 'withdrawn' WHERE page_id = %s", "live"),
        ("UPDATE translations_edition SET freshness = 'partial' WHERE page_id = %s", "live"),
        ("UPDATE translations_edition SET differing = 7 WHERE page_id = %s", "live"),
        ("DELETE FROM translations_edition WHERE page_id = %s", "live"),
        ("UPDATE core_basepage SET title_en = '' WHERE id = %s", "withdrawn"),
    ],
    ids=["state", "freshness", "counts", "missing", "text"],
)
def test_damage_done_by_sql_is_found_and_mended(damage, mended, page):
    # The database lets nobody delete an edition of which pairs are remembered.
    MemorySheet.objects.filter(edition__page=page).delete()
    with connection.cursor() as cursor:
        cursor.execute(damage, [page.pk])
    with pytest.raises(CommandError, match="do not agree"):
        call_command("check_editions", stdout=StringIO())
    out = StringIO()
    call_command("check_editions", mend=True, stdout=out)
    assert live(page).url_path in out.getvalue()
    assert states(page) == ["live", mended, "live"]
    assert edition(page, ENGLISH).differing == 0
    assert edition(page, RUSSIAN).freshness == "current"


def test_looking_for_damage_changes_nothing(page):
    Edition.objects.filter(page_id=page.pk, language="en").update(freshness="partial")
    with pytest.raises(CommandError):
        call_command("check_editions", stdout=StringIO())
    assert edition(page, ENGLISH).freshness == "partial"
    call_command("check_editions", mend=True, stdout=StringIO())
    assert edition(page, ENGLISH).freshness == "current"


# Workflow


def submitted(page):
    """The page with a Chinese draft that waits for approval."""
    save(page, CHINESE, title_zh_hans="送审")
    workflow = Workflow.objects.get()
    return workflow.start(newest_draft(page), User.objects.get(username="editor"))


def approve(state):
    publisher = User.objects.get(username="publisher")
    state.refresh_from_db()
    state.current_task_state.specific.approve(user=publisher)


def test_an_approval_publishes_the_chinese_only(page):
    english = page.title_en
    state = submitted(page)
    save(page, ENGLISH, title_en="Unapproved")
    approve(state)
    assert titles(live(page))[:2] == ["送审", english]
    assert titles(newest_draft(page))[:2] == ["送审", "Unapproved"]
    assert edition(page, ENGLISH).has_draft
    assert not edition(page, CHINESE).has_draft
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").latest("pk")
    assert entry.data["languages"] == ["zh-hans"]


def test_an_approval_for_later_publishes_the_chinese_only(page, clock):
    english = page.title_en
    save(page, CHINESE, go_live_at=in_hours(1))
    state = submitted(page)
    save(page, ENGLISH, title_en="Unapproved")
    approve(state)
    assert live(page).title_zh_hans != "送审"
    clock.let_pass(hours=2)
    assert titles(live(page))[:2] == ["送审", english]


def test_publishing_a_translation_does_not_cancel_the_workflow(page):
    state = submitted(page)
    save(page, ENGLISH, title_en="Fixed").publish()
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    approve(state)
    assert titles(live(page))[:2] == ["送审", "Fixed"]


def test_publishing_the_chinese_ends_its_workflow(page):
    state = submitted(page)
    save(page, CHINESE).publish()
    state.refresh_from_db()
    assert state.status == state.STATUS_CANCELLED


def test_pages_that_migrations_made_get_their_editions(home):
    Edition.objects.filter(page_id=home.pk).delete()
    make_missing_editions()
    assert states(home) == ["live", "live", "live"]
