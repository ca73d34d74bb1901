"""The children of a page, and when each was changed last, by index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0005_children_by_index"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name="basepage", name="core_page_depth_path"),
        migrations.AddIndex(
            model_name="basepage",
            index=models.Index(
                fields=["depth", "path", "latest_revision_created_at"], name="core_page_children"
            ),
        ),
    ]
