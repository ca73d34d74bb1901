"""One word for each thing: authoritative texts, permissions, and what a translation was made from."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("translations", "0005_approved_times")]

    operations = [
        migrations.RenameModel("SourceText", "AuthoritativeText"),
        migrations.RenameModel("SourceChange", "AuthoritativeChange"),
        migrations.RenameModel("LanguageRights", "LanguagePermissions"),
        migrations.RenameField("Edition", "renders", "translates_text_of"),
    ]
