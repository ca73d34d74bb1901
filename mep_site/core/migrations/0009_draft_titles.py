from django.db import migrations, models

LANGUAGES = ("zh-hans", "en", "ru")


def take_from_drafts(apps, schema_editor):
    """Read the titles that the newest drafts have, for the pages that have a draft."""
    pages = apps.get_model("core", "BasePage").objects
    revisions = apps.get_model("wagtailcore", "Revision").objects
    newest = pages.exclude(latest_revision=None).values_list("pk", "latest_revision_id")
    for page_id, revision_id in newest.iterator():
        content = revisions.values_list("content", flat=True).get(pk=revision_id)
        titles = {code: content.get(f"title_{code.replace('-', '_')}") for code in LANGUAGES}
        pages.filter(pk=page_id).update(
            draft_titles={code: title for code, title in titles.items() if title}
        )


class Migration(migrations.Migration):
    dependencies = [("core", "0008_leading_language")]

    operations = [
        migrations.AddField(
            model_name="basepage",
            name="draft_titles",
            field=models.JSONField(blank=True, default=dict, editable=False, serialize=False),
        ),
        migrations.RunPython(take_from_drafts, migrations.RunPython.noop),
    ]
