"""Hot keywords become a list of their own, kept by whoever keeps the editors' picks."""

from django.db import migrations

ACTIONS = ("add", "change", "delete")


def give_rights(apps, schema_editor):
    """On a new site there are neither groups nor rights yet."""
    group_model = apps.get_model("auth", "Group")
    permissions = apps.get_model("auth", "Permission").objects
    for action in ACTIONS:
        keeps_picks = permissions.filter(
            content_type__app_label="search", codename=f"{action}_pick"
        ).first()
        keeps_keywords = permissions.filter(
            content_type__app_label="siteconfig", codename=f"{action}_hotkeyword"
        ).first()
        if keeps_picks and keeps_keywords:
            for group in group_model.objects.filter(permissions=keeps_picks):
                group.permissions.add(keeps_keywords)


class Migration(migrations.Migration):
    dependencies = [
        ("siteconfig", "0003_days_of_hot_keywords"),
        ("search", "0003_terms_picks_and_counts"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="hotkeyword",
            options={
                "ordering": ["sort_order", "pk"],
                "verbose_name": "hot keyword",
                "verbose_name_plural": "hot keywords",
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
