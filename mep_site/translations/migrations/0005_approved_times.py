"""Puts the times that are approved in place of those that the newest draft of an edition said.

When a draft goes live is known from its revision. When the text that is live expires was not kept:
where there is no newer draft the edition has it, else the newest version that was saved in its
language before it was last published.
"""

from datetime import timedelta

from django.conf import settings
from django.db import migrations
from django.db.models import F, Min, Q
from django.utils.dateparse import parse_datetime

# A publication takes note of its moment first and stores its revision then.
MEANWHILE = timedelta(seconds=2)


def approve(apps, schema_editor):
    editions = apps.get_model("translations", "Edition").objects
    outrun = editions.filter(state="live", draft_saved_at__gt=F("last_published_at"))
    outrun.update(has_draft=True)
    approve_publications(apps, editions)
    approve_expiries(apps, editions)


def approve_publications(apps, editions):
    editions.exclude(go_live_at=None).update(go_live_at=None)
    scheduled = revisions(apps).filter(approved_go_live_at__isnull=False)
    for revision in scheduled.order_by("-approved_go_live_at"):
        concerned = editions.filter(page_id=int(revision.object_id))
        code = language_of(revision)
        if code:
            concerned = concerned.filter(language=code)
        concerned.update(go_live_at=revision.approved_go_live_at)


def approve_expiries(apps, editions):
    editions.exclude(state="live").update(expire_at=None)
    by_program = Q(latest_revision=None, page__expire_at__isnull=False)
    unknown = editions.filter(Q(has_draft=True) | by_program, state="live")
    for edition in unknown.select_related("page").iterator():
        moment = expiry_of(apps, edition)
        if moment != edition.expire_at:
            editions.filter(pk=edition.pk).update(expire_at=moment)
    pages = apps.get_model(settings.WAGTAIL_PAGE_MODEL).objects
    first = Min("editions__expire_at")
    for page in pages.filter(live=True).annotate(first=first).only("pk", "expire_at"):
        if page.first != page.expire_at:
            pages.filter(pk=page.pk).update(expire_at=page.first)


def expiry_of(apps, edition):
    """When the text expires that is live, as far as that can be known."""
    earlier = revisions(apps).filter(
        object_id=str(edition.page_id), created_at__lte=edition.last_published_at + MEANWHILE
    )
    for revision in earlier.order_by("-created_at", "-pk").iterator(chunk_size=1):
        if language_of(revision) in {edition.language, None}:
            moment = revision.content.get("expire_at")
            return parse_datetime(moment) if moment else None
    return edition.page.expire_at


def revisions(apps):
    app_label, model = settings.WAGTAIL_PAGE_MODEL.lower().split(".")
    return apps.get_model("wagtailcore", "Revision").objects.filter(
        base_content_type__app_label=app_label, base_content_type__model=model
    )


def language_of(revision):
    return (revision.content.get("edition") or {}).get("language")


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0004_edition_changes"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [migrations.RunPython(approve, migrations.RunPython.noop)]
