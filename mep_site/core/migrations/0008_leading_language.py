"""Record which language leads each page: Chinese, if it ever had a Chinese text."""

from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

# As they stood when this was written: the columns of titles in the order of the site.
COLUMNS = {"zh-hans": "title_zh_hans", "en": "title_en", "ru": "title_ru"}
CHINESE = "zh-hans"


def record(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """All pages are led by the Chinese but those that never had a Chinese title."""
    pages = apps.get_model("core", "BasePage").objects
    column = COLUMNS[CHINESE]
    untitled = Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__regex": r"^\s*$"})
    pages.update(leading_language=CHINESE)
    for page in list(pages.filter(untitled).only("pk", *COLUMNS.values())):
        pages.filter(pk=page.pk).update(leading_language=_first_with_title(apps, page))


def _first_with_title(apps: Apps, page: Any) -> str:
    titles = [*_titles_of_drafts(apps, page), {c: getattr(page, c) for c in COLUMNS.values()}]
    for code, column in COLUMNS.items():
        if any((each[column] or "").strip() for each in titles):
            return code
    return CHINESE


def _titles_of_drafts(apps: Apps, page: Any) -> Iterator[dict[str, Any]]:
    """The titles in each revision of the page."""
    revisions = apps.get_model("wagtailcore", "Revision").objects
    contents = revisions.filter(
        base_content_type__app_label="core",
        base_content_type__model="basepage",
        object_id=str(page.pk),
    ).values_list("content", flat=True)
    for content in contents.iterator():
        yield {column: content.get(column) for column in COLUMNS.values()}


class Migration(migrations.Migration):
    """The column and its content."""

    dependencies = [
        ("core", "0007_menu_index"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="basepage",
            name="leading_language",
            field=models.CharField(blank=True, default="", editable=False, max_length=10),
            preserve_default=False,
        ),
        migrations.RunPython(record, migrations.RunPython.noop),
    ]
