"""A publication whose process is killed has happened entirely or not at all."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import PageLogEntry, Revision

from mep_site.auditlog.models import AuditRecord
from mep_site.translations.content.content import Content
from mep_site.translations.content.packing import unpacked
from mep_site.translations.models import AuthoritativeChange, AuthoritativeText, Edition
from mep_site.translations.publishing.publish import SCHEDULED

from ..auditlog.linking import link_records
from ..failures.killing import Deed, command, duration, kill, moments
from ..turns import IS_WHOLE
from .committed import article
from .steps import CHINESE, ENGLISH, edition, in_hours, live, save

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

KILLS = 40 if IS_WHOLE else 5


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


def publish(revision):
    """Publish the way a program does, without a request and its transaction."""
    Revision.objects.get(pk=revision).publish()


def publishing(revision):
    return Deed(publish, (revision.pk,))


def timer(revision):
    """Publishes what is due."""
    return Deed(command, ("publish_scheduled",))


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
        "audit log": AuditRecord.objects.filter(link__isnull=False).count(),
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
        link_records()
        after = snapshot(page)
        transaction.set_rollback(True)
    return after


@pytest.mark.asvs("2.3.3")
@pytest.mark.parametrize(
    ("prepare", "doing"),
    [(with_drafts, publishing), (scheduled, timer)],
    ids=["publish", "publish_scheduled"],
)
def test_a_killed_publication_leaves_the_old_state_or_the_new_one(prepare, doing, stored):
    usual = max(duration(doing(prepare(stored, f"measured {number}"))) for number in range(2))
    seen = []
    for number, moment in enumerate(moments(KILLS, usual, doing.__name__)):
        revision = prepare(stored, number)
        old, new = snapshot(stored), outcome(stored, revision)
        assert old != new
        kill(doing(revision), moment)
        found = snapshot(stored)
        assert found in (old, new)
        seen.append(found == new)
    call_command("check_editions", stdout=StringIO())
    call_command("verify_log", stdout=StringIO())
    assert not all(seen)
    assert_succeeds_undisturbed(doing, stored, prepare(stored, "undisturbed"))


def assert_succeeds_undisturbed(doing, page, revision):
    """The kills left nothing behind that keeps the next publication from happening."""
    new = outcome(page, revision)
    duration(doing(revision))
    assert snapshot(page) == new
