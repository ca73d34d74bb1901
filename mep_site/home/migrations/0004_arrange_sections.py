"""Arrange an existing home page as it looked before: its lists, and its lead story."""

import json
from uuid import NAMESPACE_URL, uuid5

from django.db import migrations

# In the order of the old page: the type of the list, and how the section looks.
LISTS = (
    ("newsindex", "pictures"),
    ("activityoverview", "dates"),
    ("policyindex", "dates"),
    ("cooperationindex", "cards"),
    ("departmentindex", "names"),
)
COLUMNS = ("sections_zh_hans", "sections_en", "sections_ru")


def arrange_sections(apps, schema_editor):
    """Give the page and every draft of it the sections."""
    Revision = apps.get_model("wagtailcore", "Revision")
    for home in apps.get_model("home", "HomePage").objects.all():
        lists = _lists(apps, home)
        sections = _sections(lists, home.lead_story_id)
        apps.get_model("home", "HomePage").objects.filter(pk=home.pk).update(
            **dict.fromkeys(COLUMNS, sections)
        )
        drafts = Revision.objects.filter(object_id=str(home.pk), content_type=home.content_type)
        for draft in drafts:
            lead_story = draft.content.get("lead_story")
            text = json.dumps(_sections(lists, lead_story), ensure_ascii=False)
            draft.content |= dict.fromkeys(COLUMNS, text)
            draft.save(update_fields=["content"])


def _lists(apps, home):
    """The first list of each type below the page, with its look."""
    pages = apps.get_model("core", "BasePage").objects.filter(path__startswith=home.path)
    found = (
        (pages.filter(content_type__model=model).order_by("path").first(), look)
        for model, look in LISTS
    )
    return [(page.pk, look) for page, look in found if page]


def _sections(lists, lead_story):
    return [
        {
            "type": "entries",
            # The same in the page and in its drafts.
            "id": str(uuid5(NAMESPACE_URL, f"home:{index}")),
            "value": {
                "heading": "",
                "index": index,
                "look": look,
                "first": lead_story if look == "pictures" else None,
            },
        }
        for index, look in lists
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_children_by_index"),
        ("home", "0003_sections"),
        ("news", "0005_events_and_consultations"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(arrange_sections, migrations.RunPython.noop)]
