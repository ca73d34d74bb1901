"""The lead story stands in the section of the news now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_arrange_sections"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="homepage",
            name="lead_story",
        ),
    ]
