"""The language that owns structure and facts is the source language of a page."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0010_stored_names")]

    operations = [migrations.RenameField("BasePage", "leading_language", "source_language")]
