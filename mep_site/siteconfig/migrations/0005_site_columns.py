"""A column of the site is no column of the database."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("siteconfig", "0004_keywords_kept_by_editors")]

    operations = [migrations.RenameModel("Column", "SiteColumn")]
