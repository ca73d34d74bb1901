"""A publication whose process is killed has happened entirely or not at all."""

import json
import random
from io import StringIO
from multiprocessing import get_context
from time import monotonic, sleep

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import PageLogEntry, Revision

from mep_site.translations.content.content import Content
from mep_site.translations.content.packing import unpacked
from mep_site.translations.models import AuthoritativeChange, AuthoritativeText, Edition
from mep_site.translations.publishing.publish import SCHEDULED

from . import doomed
from .committed import article
from .steps import CHINESE, ENGLISH, edition, in_hours, live, save

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

KILLS = 25
# Beyond the end of the publication, so that its last moments are hit as well.
SPREAD = 1.1
PATIENCE = 60

processes = get_context("forkserver")
processes.set_forkserver_preload([doomed.__name__])


@pytest.fixture
def stored(django_db_setup, django_db_blocker):
    """A public article with a Chinese and an English draft, all of it really stored."""
    with django_db_blocker.unblock(), article("killed") as page:
        yield page


def with_drafts(page, number):
    """Both texts changed in drafts; returns the Chinese revision."""
    save(page, ENGLISH, title_en=f"Draft {number}")
    return save(page, CHINESE, title_zh_hans=f"新{number}")


def scheduled(page, number):
    """The same, with a schedule of the Chinese that is due."""
    save(page, ENGLISH, title_en=f"Draft {number}")
    draft = save(page, CHINESE, title_zh_hans=f"新{number}", go_live_at=in_hours(1))
    draft.publish()
    # The process that is killed has a clock of its own.
    past = in_hours(-1)
    Edition.objects.filter(page_id=page.pk, language="zh-hans").update(go_live_at=past)
    Revision.objects.filter(pk=draft.pk).update(approved_go_live_at=past)
    return draft


def start(deed, revision):
    """A process that does it, from the moment on at which it begins."""
    here, there = processes.Pipe()
    database = {"NAME": connection.settings_dict["NAME"]}
    process = processes.Process(target=doomed.run, args=(deed, database, there, revision.pk))
    process.start()
    there.close()
    assert here.poll(PATIENCE)
    assert here.recv() == "started"
    return process, here


def duration(deed, revision):
    process, pipe = start(deed, revision)
    begin = monotonic()
    assert pipe.poll(PATIENCE)
    assert pipe.recv() == "done"
    passed = monotonic() - begin
    process.join(PATIENCE)
    return passed


def kill_within(deed, revision, moment):
    process, _ = start(deed, revision)
    sleep(moment)
    process.kill()
    process.join(PATIENCE)


def snapshot(page):
    """Everything that a publication writes, without moments and primary keys."""
    stored = live(page)
    revisions = page.revisions.order_by("pk")
    return {
        "page": timeless(Content.of(stored).columns),
        "flags": (stored.live, stored.has_unpublished_changes, stored.draft_title),
        "revisions": sorted(timeless(unpacked(each.content)) for each in revisions),
        "scheduled": revisions.filter(approved_go_live_at__isnull=False).count(),
        "live revision": timeless(unpacked(stored.live_revision.content)),
        "latest revision": timeless(unpacked(stored.latest_revision.content)),
        "editions": list(
            Edition.objects.filter(page_id=page.pk).values_list(
                "language", "state", "freshness", "differing", "missing", "has_draft"
            )
        ),
        "unscheduled": edition(page, CHINESE).go_live_at is None,
        "sources": sorted(
            AuthoritativeText.objects.filter(page_id=page.pk).values_list("fingerprint")
        ),
        "changes": AuthoritativeChange.objects.filter(page_id=page.pk).count(),
        "log": PageLogEntry.objects.filter(page=page.pk).count(),
    }


MOMENTS = {"last_published_at", "first_published_at", "latest_revision_created_at", "go_live_at"}
KEYS = {"live_revision", "latest_revision"}


def timeless(content):
    kept = {name: value for name, value in content.items() if name not in MOMENTS | KEYS}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False)


def outcome(page, revision):
    """How all of it stands if the publication succeeds; nothing is kept of it."""
    with transaction.atomic():
        stored = Revision.objects.get(pk=revision.pk)
        stored.publish(log_action=SCHEDULED if stored.approved_go_live_at else True)
        after = snapshot(page)
        transaction.set_rollback(True)
    return after


@pytest.mark.parametrize(
    ("prepare", "deed"),
    [(with_drafts, doomed.publish), (scheduled, doomed.publish_scheduled)],
    ids=["publish", "publish_scheduled"],
)
def test_a_killed_publication_leaves_the_old_state_or_the_new_one(prepare, deed, stored):
    usual = max(duration(deed, prepare(stored, f"measured {number}")) for number in range(2))
    chance = random.Random(deed.__name__)
    seen = []
    for number in range(KILLS):
        revision = prepare(stored, number)
        old, new = snapshot(stored), outcome(stored, revision)
        assert old != new
        # One moment in each part of the duration.
        kill_within(deed, revision, usual * SPREAD * (number + chance.random()) / KILLS)
        found = snapshot(stored)
        assert found in (old, new)
        seen.append(found == new)
    call_command("check_editions", stdout=StringIO())
    assert not all(seen)
    assert_succeeds_undisturbed(deed, stored, prepare(stored, "undisturbed"))


def assert_succeeds_undisturbed(deed, page, revision):
    """The kills left nothing behind that keeps the next publication from happening."""
    new = outcome(page, revision)
    duration(deed, revision)
    assert snapshot(page) == new
