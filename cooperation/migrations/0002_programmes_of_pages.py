"""The programmes that pages of other domains are news of."""

import uuid

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperation", "0001_initial"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageProgramme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("date", models.CharField(default="", editable=False, max_length=10)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programmes",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cooperation.programme",
                        verbose_name="programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "programme of a page",
                "verbose_name_plural": "programmes of pages",
                "ordering": ["sort_order"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["programme", "-date", "-page"], name="page_programme_newest"
                    )
                ],
            },
        ),
    ]
