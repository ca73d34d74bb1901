"""Where each edition stands in the lists; ``news`` adds the dates of articles."""

import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr

STEP = 4


def take_paths(apps, schema_editor):
    pages = apps.get_model("core", "BasePage").objects.filter(pk=OuterRef("page_id"))
    above = Length("path") - STEP
    apps.get_model("translations", "Edition").objects.update(
        parent_path=Subquery(pages.values(above=Substr("path", 1, above))),
        path_end=Subquery(pages.values(path_end=Substr("path", above + 1))),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0002_fewer_indexes"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="date",
            field=models.CharField(default="", editable=False, max_length=10),
        ),
        migrations.AddField(
            model_name="edition",
            name="parent_path",
            field=models.CharField(default="", editable=False, max_length=255),
        ),
        migrations.AddField(
            model_name="edition",
            name="path_end",
            field=models.CharField(default="", editable=False, max_length=STEP),
        ),
        migrations.RunPython(take_paths, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["parent_path", "language", "state", "-date", "-path_end", "page"],
                name="edition_lists",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                models.F("parent_path"),
                models.F("language"),
                models.F("state"),
                models.OrderBy(
                    django.db.models.functions.comparison.Coalesce(
                        "updated_at", "first_published_at"
                    ),
                    descending=True,
                ),
                models.OrderBy(models.F("path_end"), descending=True),
                name="edition_changes_in_lists",
            ),
        ),
    ]
