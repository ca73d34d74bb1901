"""The system checks say what a language lacks."""

from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.contrib.auth.models import Group, Permission

import mep_site.search.checks as search_checks
from mep_site.settings.languages import Language
from mep_site.translations import checks
from mep_site.translations.languages import languages
from mep_site.translations.permissions import PermissionType, codename

pytestmark = pytest.mark.slow

FRENCH = Language(
    code="fr",
    name="Français",
    short_name="FR",
    locale="fr_FR",
    script="Latn",
    stemmer="french",
)


@pytest.fixture
def only(monkeypatch):
    """Lets the site have one language only."""

    def have(language: Language) -> None:
        for module in (checks, search_checks):
            monkeypatch.setattr(module, "languages", lambda: (language,))

    return have


def ids(messages):
    return {message.id for message in messages}


def test_the_languages_of_the_site_lack_nothing(db):
    assert checks.check_languages() == []
    assert checks.check_languages_in_database(["default"]) == []
    assert search_checks.check_languages_of_search() == []


def test_a_new_language_is_told_what_it_lacks(only):
    only(FRENCH)
    found = checks.check_languages()
    assert ids(found) == {"translations.E002", "translations.W004", "translations.W005"}
    assert all("Français (fr)" in message.msg and message.hint for message in found)
    assert "locale/fr/LC_MESSAGES/django.po" in found[0].hint
    assert ids(search_checks.check_languages_of_search()) == {"search.W003"}


@pytest.mark.parametrize("locale", ["xx_XX", "fr", "", "fr-FR"])
def test_a_locale_is_one_with_a_territory_that_the_cldr_knows(locale, only):
    only(replace(FRENCH, locale=locale))
    assert "translations.E001" in ids(checks.check_languages())


def test_a_stemmer_is_one_that_snowball_has(only):
    only(replace(FRENCH, stemmer="klingon"))
    assert "search.E002" in ids(search_checks.check_languages_of_search())
    only(replace(FRENCH, stemmer=""))
    assert "search.E002" not in ids(search_checks.check_languages_of_search())


def compiled(folder, locale, **messages):
    """Write a compiled catalogue of these messages."""
    catalogue = Catalog(locale)
    for message, text in messages.items():
        catalogue.add(message, text)
    path = folder / "locale" / locale / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def test_messages_that_are_not_translated_are_counted(only, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    compiled(tmp_path, "zh_Hans", water="水", air="空气", soil="土壤")
    compiled(tmp_path, "fr", water="eau")
    only(FRENCH)
    (message,) = (each for each in checks.check_languages() if each.id == "translations.W003")
    assert "lacks 2 of the messages" in message.msg


def test_columns_that_the_database_lacks_are_named(db, monkeypatch):
    stored = checks._stored_columns
    monkeypatch.setattr(checks, "_stored_columns", lambda table: stored(table) - {"title_en"})
    (message,) = checks.check_languages_in_database(["default"])
    assert message.id == "translations.W006"
    assert "columns for English (en): 1, such as core_basepage.title_en" in message.msg


@pytest.mark.parametrize("permission_type", PermissionType)
def test_a_permission_that_nobody_has_is_named(permission_type, db):
    russian = languages()[2]
    permission = Permission.objects.get(codename=codename(permission_type, russian))
    for group in Group.objects.all():
        group.permissions.remove(permission)
    (message,) = checks.check_languages_in_database(["default"])
    assert message.id == "translations.W007"
    assert f"No group may {permission_type} texts in Русский (ru)" in message.msg


def test_the_database_is_asked_only_where_it_is_checked():
    assert checks.check_languages_in_database(None) == []
