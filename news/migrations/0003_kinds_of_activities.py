"""What is a speech among the activities of leaders."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_dates_of_editions"),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="kind",
            field=models.CharField(
                choices=[("activity", "Activity"), ("speech", "Speech")],
                default="activity",
                help_text="A speech has what was said as its text.",
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
