"""The dates of articles, by which lists sort their editions."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

ARTICLES = ("NewsArticle", "PolicyArticle", "Activity")


def take_dates(apps, schema_editor):
    editions = apps.get_model("translations", "Edition").objects
    for name in ARTICLES:
        articles = apps.get_model("news", name).objects
        own = articles.filter(pk=OuterRef("page_id")).values("date")
        editions.filter(page__in=articles.exclude(date="").values("pk")).update(date=Subquery(own))


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
        ("translations", "0003_paths_in_lists"),
    ]

    operations = [migrations.RunPython(take_dates, migrations.RunPython.noop)]
