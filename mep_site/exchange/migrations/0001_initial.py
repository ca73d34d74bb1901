"""What went out to the tools of translators, and what came back."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import mep_site.translations.models.edition


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("export", "export"), ("import", "import")], max_length=6
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=mep_site.translations.models.edition.language_choices,
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("format", models.CharField(max_length=20, verbose_name="format")),
                ("file_name", models.CharField(max_length=255, verbose_name="file")),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="pages")),
                ("texts", models.PositiveIntegerField(default=0, verbose_name="texts")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date"),
                ),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("content", models.BinaryField(null=True)),
                ("outcome", models.JSONField(default=dict)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "exchange of texts",
                "verbose_name_plural": "exchanges of texts",
                "ordering": ["-made_at", "-pk"],
                "indexes": [models.Index(fields=["language", "-made_at"], name="exchange_newest")],
            },
        ),
    ]
