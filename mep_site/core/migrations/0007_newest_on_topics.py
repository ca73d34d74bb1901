"""The newest pages on a topic, by index."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0006_children_by_their_change"),
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="pagetopic",
            name="date",
            field=models.CharField(default="", editable=False, max_length=10),
        ),
        migrations.AlterField(
            model_name="pagetopic",
            name="topic",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="topics.topic",
                verbose_name="topic",
            ),
        ),
        migrations.AddIndex(
            model_name="pagetopic",
            index=models.Index(fields=["topic", "-date", "-page"], name="page_topic_newest"),
        ),
    ]
