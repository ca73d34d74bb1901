"""What is left to do in each translation, and since when its readers wait."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0005_urgency"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name="edition", name="edition_urgency"),
        migrations.RenameField("edition", "behind_since", "waits_since"),
        migrations.AlterField(
            model_name="edition",
            name="waits_since",
            field=models.DateTimeField(editable=False, null=True, verbose_name="waits since"),
        ),
        migrations.AddField(
            model_name="edition",
            name="change_kind",
            field=models.CharField(
                choices=[
                    ("editorial", "editorial"),
                    ("material", "material"),
                    ("withdraw", "translations withdrawn"),
                ],
                default="",
                editable=False,
                max_length=10,
                verbose_name="change of the Chinese text",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="open_units",
            field=models.PositiveIntegerField(
                default=0, editable=False, verbose_name="texts to do"
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="open_characters",
            field=models.PositiveIntegerField(
                default=0, editable=False, verbose_name="Chinese characters to do"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=[
                    "urgency",
                    "waits_since",
                    "-differing",
                    "parent_path",
                    "path_end",
                    "language",
                    "has_draft",
                    "id",
                ],
                name="edition_urgency",
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["change_kind"], name="edition_kinds"),
        ),
    ]
