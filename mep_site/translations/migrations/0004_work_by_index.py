"""What is to be done, and how far each draft is, by index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0003_paths_in_lists"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["language", "freshness", "has_draft", "page"], name="edition_work"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["step"], name="edition_steps"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(("has_draft", True)),
                fields=["language", "draft_saved_at"],
                name="edition_drafts",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                condition=models.Q(("go_live_at__isnull", False)),
                fields=["go_live_at"],
                name="edition_schedules",
            ),
        ),
    ]
