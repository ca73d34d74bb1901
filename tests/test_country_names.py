"""The approved table of country names as a new database holds it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from cooperation.models import Member
from mep_site.countries.models import Country
from mep_site.countries.names import STATES

pytestmark = pytest.mark.django_db

migration = import_module("mep_site.countries.migrations.0002_country_names")

CHINESE = r"^[\u4e00-\u9fff]+$"
CYRILLIC = r"^[А-ЯЁа-яё -]+$"
LATIN = r"^[A-Za-z’ ]+$"


def fill_table() -> None:
    migration.fill_table(apps, connection.schema_editor)


def test_the_table_holds_every_state_in_the_stored_order() -> None:
    stored = list(Country.objects.values_list("iso_code", flat=True))
    assert stored == [state.iso_code for state in STATES]
    assert len(set(stored)) == len(stored) == 37


@pytest.mark.parametrize(
    ("column", "script"),
    [
        *((f"{name}_zh_hans", CHINESE) for name in ("short_name", "official_name")),
        *((f"{name}_en", LATIN) for name in ("short_name", "official_name")),
        *((f"{name}_ru", CYRILLIC) for name in ("short_name", "official_name")),
    ],
)
def test_every_name_is_written_in_the_script_of_its_language(column: str, script: str) -> None:
    assert not Country.objects.exclude(**{f"{column}__regex": script}).exists()
    values = Country.objects.values_list(column, flat=True)
    assert len(set(values)) == len(values)


def test_names_are_those_of_the_ministry_and_not_of_cldr() -> None:
    kyrgyzstan = Country.objects.get(iso_code="KG")
    assert kyrgyzstan.official_name_zh_hans == "吉尔吉斯共和国"
    assert kyrgyzstan.official_name_en == "the Kyrgyz Republic"
    assert kyrgyzstan.official_name_ru == "Кыргызская Республика"
    assert Country.objects.get(iso_code="RU").official_name_ru == "Российская Федерация"


def test_the_migration_fills_the_language_columns_and_the_bare_ones() -> None:
    Member.objects.all().delete()
    Country.objects.all().delete()
    fill_table()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT short_name, short_name_zh_hans, short_name_ru, official_name, sort_order"
            " FROM countries_country WHERE iso_code = 'KZ'"
        )
        assert cursor.fetchone() == (
            "哈萨克斯坦",
            "哈萨克斯坦",
            "Казахстан",
            "哈萨克斯坦共和国",
            2,
        )


def test_the_migration_leaves_a_table_alone_that_an_editor_has_changed() -> None:
    Member.objects.all().delete()
    Country.objects.exclude(iso_code="KZ").delete()
    Country.objects.filter(iso_code="KZ").update(short_name_en="Edited")
    fill_table()
    assert list(Country.objects.values_list("iso_code", "short_name_en")) == [("KZ", "Edited")]
