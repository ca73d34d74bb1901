"""How urgently each edition calls for somebody, by index."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce


def take_changes(apps, schema_editor):
    def moments(model, order, **conditions):
        rows = apps.get_model("translations", model).objects.exclude(**conditions)
        rows = rows.filter(page_id=OuterRef("page_id")).order_by(order)
        return rows.values_list("published_at")

    first = moments("AuthoritativeChange", "published_at", kind="editorial")
    last = moments("AuthoritativeChange", "-published_at", kind="editorial")
    texts = moments("AuthoritativeText", "-published_at")
    apps.get_model("translations", "Edition").objects.filter(freshness="behind").update(
        behind_since=Coalesce(
            Subquery(first.filter(published_at__gt=OuterRef("translates_text_of"))[:1]),
            Subquery(last[:1]),
            Subquery(texts[:1]),
            F("first_published_at"),
        )
    )


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0004_work_by_index"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="urgency",
            field=models.GeneratedField(
                db_persist=True,
                expression=Case(
                    When(freshness="behind", then=Value(0)),
                    When(freshness="partial", then=Value(1)),
                    When(freshness="unknown", then=Value(2)),
                    When(freshness="absent", then=Value(3)),
                    When(freshness="current", then=Value(4)),
                ),
                output_field=models.PositiveSmallIntegerField(),
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="behind_since",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RunPython(take_changes, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="edition", name="edition_work"),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=[
                    "urgency",
                    "behind_since",
                    "-differing",
                    "parent_path",
                    "path_end",
                    "language",
                    "has_draft",
                    "id",
                ],
                name="edition_urgency",
            ),
        ),
    ]
