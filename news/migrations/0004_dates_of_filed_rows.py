"""The dates of articles, which the rows repeat that file them."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

FILED_BY = ("core.PageTopic", "departments.PageDepartment")


def take_dates(apps, schema_editor):
    editions = apps.get_model("translations.Edition").objects
    dates = editions.filter(page=OuterRef("page")).order_by("pk").values("date")[:1]
    for label in FILED_BY:
        rows = apps.get_model(label).objects.filter(page__editions__isnull=False)
        rows.update(date=Subquery(dates))


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_newest_on_topics"),
        ("departments", "0002_leaders_in_charge"),
        ("news", "0003_kinds_of_activities"),
    ]

    operations = [migrations.RunPython(take_dates, migrations.RunPython.noop)]
