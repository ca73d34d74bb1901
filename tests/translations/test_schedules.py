"""What is approved happens at its time, whatever anybody has written in a draft since."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, Workflow

from mep_site.core.models import BasePage
from mep_site.translations.models import Edition
from mep_site.translations.publishing.publish import SCHEDULED, TooLateError
from mep_site.translations.publishing.unpublish import UnpublishEditionsAction, unschedule
from news.models import NewsIndex

from ..admin_forms import edit_url, errors, offered, send, stream, unit
from .steps import (
    CHINESE,
    ENGLISH,
    PUBLISH,
    RUSSIAN,
    edition,
    in_hours,
    live,
    newest_draft,
    save,
    states,
    titles,
)

pytestmark = pytest.mark.slow

ALL_LIVE = ["live"] * 3


def typed_in(**duration):
    """A moment as somebody types it into the form."""
    return f"{timezone.localtime(timezone.now() + timedelta(**duration)):%Y-%m-%d %H:%M}"


def write_chinese(client, page, **typed):
    """Change the Chinese title in the form."""
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    url = edit_url(page, "zh-hans")
    typed = {"title_zh_hans": "新标题", "change_kind": "editorial", **body, **typed}
    response = send(client, url, **typed)
    assert response.status_code == 302, errors(response)


def write_english(client, page, title="A fix", **typed):
    """Change the English title in the form."""
    response = send(client, edit_url(page, "en"), **{unit("title"): title, **typed})
    assert response.status_code == 302, errors(response)


# Drafts that nobody has approved


def test_an_editors_draft_moves_no_expiry_and_takes_no_language_along(
    publisher, editor, page, clock
):
    write_chinese(publisher, page, expire_at=typed_in(hours=2), **PUBLISH)
    write_chinese(editor, page, title_zh_hans="草稿", expire_at=typed_in(days=30))
    clock.let_pass(hours=3)
    assert states(page) == ["withdrawn", "live", "live"]
    assert newest_draft(page).title_zh_hans == "草稿"


def test_a_translators_draft_lets_nothing_expire(publisher, english_translator, page, clock):
    write_english(english_translator, page, expire_at=typed_in(hours=2))
    write_chinese(publisher, page, **PUBLISH)
    assert live(page).expire_at is None
    clock.let_pass(hours=3)
    assert states(page) == ALL_LIVE


def test_a_translators_draft_keeps_nothing_from_expiring(
    publisher, english_translator, page, clock
):
    write_english(publisher, page, expire_at=typed_in(hours=2), **PUBLISH)
    write_english(english_translator, page, "A draft", expire_at="")
    clock.let_pass(hours=3)
    assert states(page) == ["live", "withdrawn", "live"]
    assert edition(page, ENGLISH).has_draft
    assert newest_draft(page).title_en == "A draft"


def test_a_later_draft_does_not_move_an_approved_publication(page, clock):
    save(page, ENGLISH, title_en="Approved", go_live_at=in_hours(1)).publish()
    in_a_year = in_hours(24 * 365)
    save(page, ENGLISH, title_en="A draft", go_live_at=in_a_year)
    assert edition(page, ENGLISH).go_live_at < in_a_year
    clock.let_pass(hours=2)
    assert live(page).title_en == "Approved"
    assert edition(page, ENGLISH).go_live_at is None
    assert edition(page, ENGLISH).has_draft
    assert newest_draft(page).title_en == "A draft"
    assert edition(page, ENGLISH).draft_schedule.go_live_at == in_a_year


def test_the_form_shows_the_times_of_the_draft(publisher, english_translator, page):
    sooner, later = typed_in(days=3), typed_in(days=5)
    write_english(publisher, page, expire_at=sooner, **PUBLISH)
    approved = offered(english_translator, edit_url(page))["expire_at"]
    write_english(english_translator, page, "A draft", expire_at=later)
    drafted = offered(english_translator, edit_url(page))["expire_at"]
    assert (approved, drafted) == (sooner, later)


def test_times_that_have_passed_are_not_in_the_form(english, page, clock):
    write_english(english, page, expire_at=typed_in(hours=2), **PUBLISH)
    clock.let_pass(hours=3)
    assert not offered(english, edit_url(page))["expire_at"]
    write_english(english, page, "Back", **PUBLISH)
    assert states(page) == ALL_LIVE


# What is approved


def test_an_edition_expires_by_itself(page, clock):
    save(page, ENGLISH, title_en="For an hour", expire_at=in_hours(1)).publish()
    save(page, CHINESE).publish()
    assert live(page).expire_at == edition(page, ENGLISH).expire_at
    clock.let_pass(hours=2)
    assert states(page) == ["live", "withdrawn", "live"]
    assert live(page).expire_at is None
    assert newest_draft(page).title_en == "For an hour"


def test_every_language_expires_at_its_own_time(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    save(page, RUSSIAN, expire_at=in_hours(3)).publish()
    clock.let_pass(hours=2)
    assert states(page) == ["live", "withdrawn", "live"]
    assert live(page).expire_at == edition(page, RUSSIAN).expire_at
    clock.let_pass(hours=2)
    assert states(page) == ["live", "withdrawn", "withdrawn"]


def test_the_last_language_that_expires_takes_the_page_along(page, clock):
    live(page).unpublish(languages=[ENGLISH, RUSSIAN])
    save(page, CHINESE, expire_at=in_hours(1)).publish()
    clock.let_pass(hours=2)
    assert not live(page).live
    assert live(page).expired


def test_a_text_without_an_expiry_takes_the_place_of_one_with_it(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    save(page, ENGLISH, expire_at=None).publish()
    clock.let_pass(hours=2)
    assert states(page) == ALL_LIVE


def test_what_comes_after_an_expired_text_is_approved_too(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    save(page, ENGLISH, title_en="Next", go_live_at=in_hours(3), expire_at=None).publish()
    clock.let_pass(hours=2)
    assert states(page) == ["live", "withdrawn", "live"]
    clock.let_pass(hours=2)
    assert states(page) == ALL_LIVE
    assert live(page).title_en == "Next"


def test_a_program_that_makes_a_page_public_lets_it_expire_as_a_whole(page, clock):
    page = live(page)
    page.edition_language, page.expire_at = None, in_hours(1)
    page.save_revision().publish()
    clock.let_pass(hours=2)
    assert states(page) == ["withdrawn"] * 3


@pytest.mark.parametrize("columns", [{"go_live_at": 2, "expire_at": 2}, {"expire_at": -1}])
def test_nothing_goes_live_when_its_time_is_over(columns, page):
    times = {name: in_hours(number) for name, number in columns.items()}
    revision = save(page, ENGLISH, title_en="Over", **times)
    with pytest.raises(TooLateError):
        revision.publish()
    assert live(page).title_en != "Over"
    assert states(page) == ALL_LIVE


def test_a_timer_that_comes_too_late_ends_where_it_would_have_ended(page, clock):
    save(page, ENGLISH, title_en="Missed", go_live_at=in_hours(1), expire_at=in_hours(2)).publish()
    clock.let_pass(hours=3)
    assert states(page) == ["live", "withdrawn", "live"]
    assert newest_draft(page).title_en == "Missed"
    assert not live(page).revisions.filter(approved_go_live_at__isnull=False).exists()
    assert edition(page, ENGLISH).go_live_at is None


def test_an_approval_of_what_a_program_wrote_publishes_the_chinese_only(page, clock):
    draft = newest_draft(page)
    draft.edition_language, draft.go_live_at = None, in_hours(1)
    draft.title_zh_hans, draft.title_en = "送审", "Unapproved"
    draft.save_revision()
    state = Workflow.objects.get().start(draft, User.objects.get(username="editor"))
    state.current_task_state.specific.approve(user=User.objects.get(username="publisher"))
    clock.let_pass(hours=2)
    assert titles(live(page))[:2] == ["送审", page.title_en]


# Schedules that are changed


def test_a_schedule_that_is_taken_back_publishes_nothing(publisher, english, page, clock):
    write_english(english, page, go_live_at=typed_in(hours=2), **PUBLISH)
    assert edition(page, ENGLISH).go_live_at
    revision = edition(page, ENGLISH).latest_revision
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    publisher.post(url)
    assert edition(page, ENGLISH).go_live_at is None
    publisher.post(url)
    entry = PageLogEntry.objects.get(page=page.pk, action="wagtail.schedule.cancel")
    assert entry.data["languages"] == ["en"]
    clock.let_pass(hours=3)
    assert live(page).title_en == page.title_en
    assert edition(page, ENGLISH).has_draft


def test_a_schedule_is_taken_back_by_its_own_publishers_only(english, russian, page):
    write_english(english, page, go_live_at=typed_in(hours=2), **PUBLISH)
    revision = edition(page, ENGLISH).latest_revision
    russian.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]))
    assert edition(page, ENGLISH).go_live_at


def test_a_new_schedule_takes_the_place_of_the_old_one(page, clock):
    save(page, ENGLISH, title_en="First", go_live_at=in_hours(1)).publish()
    save(page, ENGLISH, title_en="Second", go_live_at=in_hours(3)).publish()
    clock.let_pass(hours=2)
    assert live(page).title_en == page.title_en
    clock.let_pass(hours=2)
    assert live(page).title_en == "Second"
    assert not edition(page, ENGLISH).has_draft


def test_publishing_at_once_takes_the_place_of_a_schedule(page, clock):
    save(page, ENGLISH, title_en="Later", go_live_at=in_hours(1)).publish()
    save(page, ENGLISH, title_en="Now", go_live_at=None).publish()
    clock.let_pass(hours=2)
    assert live(page).title_en == "Now"
    assert edition(page, ENGLISH).go_live_at is None


@pytest.mark.parametrize(
    ("kind", "title"), [("editorial", "Later"), ("material", "Later"), ("withdraw", None)]
)
def test_a_translation_stays_scheduled_unless_the_chinese_withdraws_it(kind, title, page, clock):
    save(page, ENGLISH, title_en="Later", go_live_at=in_hours(1)).publish()
    save(page, CHINESE, kind=kind, title_zh_hans="新标题").publish()
    assert bool(edition(page, ENGLISH).go_live_at) == bool(title)
    clock.let_pass(hours=2)
    assert live(page).title_en == title
    assert newest_draft(page).title_en == "Later"


def test_unpublishing_by_hand_ends_the_schedules_of_these_languages(page, clock):
    save(page, ENGLISH, go_live_at=in_hours(1)).publish()
    save(page, RUSSIAN, title_ru="Позже", go_live_at=in_hours(1)).publish()
    live(page).unpublish(languages=[ENGLISH])
    assert edition(page, ENGLISH).go_live_at is None
    assert edition(page, RUSSIAN).go_live_at
    clock.let_pass(hours=2)
    assert states(page) == ["live", "withdrawn", "live"]
    assert live(page).title_ru == "Позже"


def test_a_page_that_is_taken_down_has_no_schedules_any_more(page):
    save(page, RUSSIAN, go_live_at=in_hours(1)).publish()
    live(page).unpublish()
    assert edition(page, RUSSIAN).go_live_at is None
    assert not live(page).revisions.filter(approved_go_live_at__isnull=False).exists()


# Nothing is never everything


def test_a_page_of_which_nothing_is_due_loses_nothing(page):
    save(page, ENGLISH, expire_at=in_hours(5)).publish()
    BasePage.objects.filter(pk=page.pk).update(expire_at=in_hours(-1))
    call_command("publish_scheduled")
    assert states(page) == ALL_LIVE
    assert live(page).expire_at == edition(page, ENGLISH).expire_at


def test_running_twice_does_nothing_more(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    save(page, RUSSIAN, title_ru="Позже", go_live_at=in_hours(1)).publish()
    clock.let_pass(hours=2)
    entries, stored = PageLogEntry.objects.count(), live(page).last_published_at
    clock.let_pass(minutes=1)
    assert (PageLogEntry.objects.count(), live(page).last_published_at) == (entries, stored)


@pytest.mark.parametrize("user", [None, "publisher"])
def test_unpublishing_a_language_twice_takes_no_other_down(user, page):
    person = user and User.objects.get(username=user)
    for _ in range(2):
        UnpublishEditionsAction(live(page), user=person, languages=[ENGLISH]).execute()
        assert states(page) == ["live", "withdrawn", "live"]


def test_unpublishing_no_language_does_nothing(page):
    UnpublishEditionsAction(page, languages=[]).execute()
    assert states(page) == ALL_LIVE


def test_who_may_unpublish_nothing_that_is_live_takes_nothing_down(english, page):
    live(page).unpublish(languages=[ENGLISH, RUSSIAN])
    live(page).unpublish(user=User.objects.get(username="english"))
    assert states(page) == ["live", "withdrawn", "withdrawn"]


def test_pressing_twice_says_that_there_is_nothing_left(english, page):
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    english.post(url, {"languages": ["en"]})
    answer = english.post(url, {"languages": ["en"]}, follow=True)
    assert "不再公开" in answer.content.decode() or "any more" in answer.content.decode()
    assert states(page) == ["live", "withdrawn", "live"]


# Pages below


@pytest.fixture
def section(page):
    """A list with one article below it, all of it public in three languages."""
    index = NewsIndex.objects.first().add_sibling(
        instance=NewsIndex(title_zh_hans="栏目", title_en="Part", title_ru="Раздел", slug="part")
    )
    page.move(index, pos="last-child")
    return index


def test_pages_below_lose_the_chosen_languages_only(section, english, page):
    url = reverse("wagtailadmin_pages:unpublish", args=[section.pk])
    english.post(url, {"languages": ["en"], "include_descendants": "on"})
    assert states(section) == states(page) == ["live", "withdrawn", "live"]


@pytest.mark.parametrize("chosen", [[ENGLISH], [ENGLISH, RUSSIAN], None])
def test_pages_below_follow_one_that_has_lost_its_languages_before(chosen, section, page):
    live(section).unpublish(languages=chosen)
    UnpublishEditionsAction(live(section), languages=chosen, include_descendants=True).execute()
    expected = [
        "withdrawn" if chosen is None or each in chosen else "live"
        for each in (CHINESE, ENGLISH, RUSSIAN)
    ]
    assert states(section) == states(page) == expected


def test_a_bulk_action_takes_down_what_its_user_may_also_below(section, english, page):
    url = reverse("wagtail_bulk_action", args=["core", "basepage", "unpublish"])
    chosen = {"languages": ["en"], "include_descendants": "on"}
    english.post(f"{url}?id={section.pk}", chosen)
    assert states(section) == states(page) == ["live", "withdrawn", "live"]


# Drafts that are newer than what is live


def test_publishing_an_older_version_leaves_a_draft(page):
    older = save(page, ENGLISH, title_en="Older")
    save(page, ENGLISH, title_en="Newer").publish()
    assert not edition(page, ENGLISH).has_draft
    Revision.objects.get(pk=older.pk).publish()
    assert live(page).title_en == "Older"
    assert edition(page, ENGLISH).has_draft


def test_a_draft_stays_submitted_when_an_older_one_goes_live(page, clock):
    save(page, ENGLISH, title_en="Older", go_live_at=in_hours(1)).publish()
    save(page, ENGLISH, title_en="Newer", go_live_at=None)
    Edition.objects.filter(page_id=page.pk).update(step="submitted")
    clock.let_pass(hours=2)
    assert edition(page, ENGLISH).step == "submitted"
    assert not edition(page, ENGLISH).go_live_at


@pytest.mark.parametrize("hours", [None, 1])
def test_what_is_approved_is_never_written_over(hours, page, clock):
    moment = hours and in_hours(hours)
    approved = save(page, ENGLISH, title_en="Approved", go_live_at=moment)
    approved.publish()
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    draft.title_en = "Typed since"
    written = draft.save_revision(overwrite_revision=approved)
    assert written.pk != approved.pk
    assert edition(page, ENGLISH).has_draft
    clock.let_pass(hours=2)
    assert live(page).title_en == "Approved"
    assert newest_draft(page).title_en == "Typed since"


def test_languages_that_were_withdrawn_before_the_page_keep_their_drafts(page):
    save(page, RUSSIAN, title_ru="Черновик")
    live(page).unpublish(languages=[ENGLISH])
    live(page).unpublish()
    assert [edition(page, each).has_draft for each in (CHINESE, ENGLISH, RUSSIAN)] == [True] * 3
    assert titles(newest_draft(page)) == [page.title_zh_hans, page.title_en, "Черновик"]


# Copies and aliases


def test_a_copy_has_no_times_of_its_own(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    copied = live(page).copy(update_attrs={"slug": "copied"})
    assert live(copied).expire_at is None
    clock.let_pass(hours=2)
    assert states(copied) == ALL_LIVE


def test_an_alias_loses_what_expires_in_its_source(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    alias = live(page).create_alias(update_slug="alias")
    clock.let_pass(hours=2)
    clock.let_pass(hours=1)
    assert states(alias) == ["live", "withdrawn", "live"]


def test_an_alias_can_lose_a_language_of_its_own(page):
    alias = page.create_alias(update_slug="alias")
    live(alias).unpublish(languages=[ENGLISH])
    assert states(alias) == ["live", "withdrawn", "live"]
    assert states(page) == ALL_LIVE


# What happens meanwhile


@pytest.mark.parametrize("languages", [None, [RUSSIAN]])
def test_unpublishing_keeps_what_was_published_since_the_page_was_read(languages, page):
    read_before = live(page)
    save(page, ENGLISH, title_en="Meanwhile").publish()
    read_before.unpublish(languages=languages)
    assert live(page).title_en == "Meanwhile"
    assert newest_draft(page).title_en == "Meanwhile"


def test_a_schedule_that_was_taken_back_during_the_run_publishes_nothing(page, clock):
    save(page, ENGLISH, title_en="Later", go_live_at=in_hours(1)).publish()
    listed = Revision.objects.get(approved_go_live_at__isnull=False)
    clock.passed += timedelta(hours=2)
    unschedule(Revision.objects.get(pk=listed.pk), user=None)
    listed.publish(log_action=SCHEDULED)
    assert live(page).title_en == page.title_en


def test_a_new_expiry_during_the_run_counts(page, clock):
    save(page, ENGLISH, expire_at=in_hours(1)).publish()
    clock.passed += timedelta(hours=2)
    listed = BasePage.objects.get(pk=page.pk)
    save(page, ENGLISH, expire_at=in_hours(5)).publish()
    listed.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    assert states(page) == ALL_LIVE


def test_what_was_typed_since_a_draft_was_read_is_not_undone_by_publishing(page):
    read_before = save(page, ENGLISH, title_en="First", edition_form="form")
    read_before = Revision.objects.get(pk=read_before.pk)
    draft = newest_draft(page)
    draft.title_en, draft.edition_form = "Second", "form"
    draft.save_revision(overwrite_revision=Revision.objects.get(pk=read_before.pk))
    read_before.publish()
    assert live(page).title_en == newest_draft(page).title_en == "Second"


# What is said of it


def test_the_bar_says_what_is_approved_and_the_form_where_a_draft_differs(page, publisher):
    save(page, RUSSIAN, expire_at=in_hours(48)).publish()
    save(page, ENGLISH, expire_at=in_hours(24)).publish()
    save(page, ENGLISH, title_en="A draft", expire_at=in_hours(72))
    answer = BeautifulSoup(publisher.get(edit_url(page, "en")).content, "html.parser")
    bar, notice = answer.select_one(".edition-bar"), answer.select_one(".schedule-notice")
    for moment, said in ((48, bar), (24, bar), (24, notice), (72, notice)):
        assert f"{timezone.localtime(in_hours(moment)):%Y-%m-%d %H:%M}" in said.text


def test_nothing_is_said_where_the_draft_has_the_times_that_are_approved(page, publisher):
    save(page, ENGLISH, expire_at=in_hours(24)).publish()
    assert "schedule-notice" not in publisher.get(edit_url(page, "en")).content.decode()
