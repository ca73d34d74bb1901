"""Since when readers of each translation wait, as far as columns tell; a batch at a time.

How many characters are left only the texts tell: ``check_editions --mend`` counts them.
"""

from django.conf import settings
from django.db import migrations
from django.db.models import Exists, F, Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

BATCH = 5_000


def take_waits(apps, schema_editor):
    editions = apps.get_model("translations", "Edition").objects
    last = editions.aggregate(last=Max("pk"))["last"] or 0
    for start in range(0, last + 1, BATCH):
        take_batch(apps, editions.filter(pk__gte=start, pk__lt=start + BATCH))


def take_batch(apps, editions):
    chinese = editions.model.objects.filter(
        page_id=OuterRef("page_id"), language=settings.LANGUAGE_CODE, state="live"
    )
    translations = editions.exclude(language=settings.LANGUAGE_CODE)
    live = translations.filter(state="live")
    live.update(open_units=F("differing") + F("missing"))
    live.filter(freshness="behind").update(
        change_kind=Coalesce(change(apps, "kind"), change(apps, "kind", last=True), Value(""))
    )
    live.filter(freshness__in=("partial", "unknown")).update(
        waits_since=Coalesce(change(apps, "published_at"), F("first_published_at")),
        change_kind=Coalesce(change(apps, "kind"), Value("")),
    )
    translations.exclude(state="live").filter(Exists(chinese)).update(
        waits_since=Coalesce(F("withdrawn_at"), Subquery(chinese.values("first_published_at")[:1]))
    )


def change(apps, column, last=False):
    """The first change after the text that was translated, or the last one of all."""
    changes = apps.get_model("translations", "AuthoritativeChange").objects
    changes = changes.exclude(kind="editorial").filter(page_id=OuterRef("page_id"))
    if last:
        return Subquery(changes.order_by("-published_at").values(column)[:1])
    later = changes.filter(published_at__gt=OuterRef("translates_text_of"))
    return Subquery(later.order_by("published_at").values(column)[:1])


class Migration(migrations.Migration):
    # So that no batch waits for the others with rows that it has locked.
    atomic = False

    dependencies = [("translations", "0006_what_is_left")]

    operations = [migrations.RunPython(take_waits, migrations.RunPython.noop)]
