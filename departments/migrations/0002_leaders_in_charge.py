"""Leaders in charge of departments; the newest pages of a department by index."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("departments", "0001_initial"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="department",
            name="led_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Who is responsible for the department; the page of the leader says so too.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="departments.leader",
                verbose_name="leader in charge",
            ),
        ),
        migrations.AddField(
            model_name="pagedepartment",
            name="date",
            field=models.CharField(default="", editable=False, max_length=10),
        ),
        migrations.AlterField(
            model_name="pagedepartment",
            name="department",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="departments.department",
                verbose_name="department",
            ),
        ),
        migrations.AddIndex(
            model_name="pagedepartment",
            index=models.Index(
                fields=["department", "-date", "-page"], name="page_department_newest"
            ),
        ),
    ]
