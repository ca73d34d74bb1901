"""Give the root page, which Wagtail's migrations make, a title in Chinese.

They know only the bare ``title`` column, and an empty title breaks the audit log.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def fill_titles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Copy the bare title into the language columns."""
    BasePage = apps.get_model("core", "BasePage")
    BasePage.objects.filter(title_zh_hans__isnull=True).update(
        title_zh_hans=F("title"), title_en=F("title"), title_ru=F("title")
    )


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("core", "0003_finalize_basepage")]

    operations = [migrations.RunPython(fill_titles, migrations.RunPython.noop)]
