"""Fill the table with the approved names, unless it holds names already."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from mep_site.countries.names import STATES

LANGUAGES = ("zh_hans", "en", "ru")


def columns(state):
    """The names by column; modeltranslation does not fill the bare ones of a historical model."""
    names = {language: getattr(state, language) for language in LANGUAGES}
    return {
        "short_name": names["zh_hans"].short,
        "official_name": names["zh_hans"].official,
        **{f"short_name_{language}": name.short for language, name in names.items()},
        **{f"official_name_{language}": name.official for language, name in names.items()},
    }


def fill_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add every state in the stored order."""
    Country = apps.get_model("countries", "Country")
    if Country.objects.exists():
        return
    Country.objects.bulk_create(
        Country(iso_code=state.iso_code, sort_order=order, **columns(state))
        for order, state in enumerate(STATES, start=1)
    )


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("countries", "0001_initial")]

    operations = [migrations.RunPython(fill_table, migrations.RunPython.noop)]
