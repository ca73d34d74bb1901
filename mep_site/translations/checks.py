"""System checks of the languages: what one of them lacks, said in a way that tells what to do.

A language that lacks something is served all the same, in a more general way, except where an
entry of the table itself is wrong or there is no catalogue: those are errors.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import read_mo
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 - Django's name
from django.db import connections
from django.template.loader import get_template
from modeltranslation.fields import TranslationField

from mep_site.settings.languages import LANGUAGE_OF_MESSAGES

from .languages import Language, authoritative, languages
from .languages.naming import SENTENCES
from .permissions import APP_LABEL, PermissionType, codename


def check_languages(**kwargs: Any) -> list[CheckMessage]:
    """What a language of the table lacks in the code, the catalogues and the templates."""
    rules = (_locale, _catalogue, _sentences, _error_page)
    return [message for each in languages() for rule in rules for message in rule(each)]


def check_languages_in_database(
    databases: list[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """What a language lacks in the database: columns, and somebody who may write in it.

    Warnings only, because ``migrate`` makes this check first and an error would keep it from
    mending what is wrong. Silent before the first migration.
    """
    if "default" not in (databases or []):
        return []
    tables = set(connections["default"].introspection.table_names())
    if Group._meta.db_table not in tables:
        return []
    translated = {table for each in languages() for table in _columns_by_table(each)}
    stored = {table: _stored_columns(table) for table in translated & tables}
    return [
        message
        for each in languages()
        for message in (*_columns(each, stored), *_permissions(each))
    ]


def _named(language: Language) -> str:
    return f"{language.name} ({language.code})"


def _locale(language: Language) -> Iterator[CheckMessage]:
    try:
        is_known = bool(Locale.parse(language.locale).territory)
    except (UnknownLocaleError, ValueError):
        is_known = False
    if not is_known:
        yield Error(
            f"{_named(language)} has the locale {language.locale!r}, which is no language with a "
            "territory that the CLDR knows.",
            hint="Name one such as fr_FR in mep_site/settings/languages.py.",
            id="translations.E001",
        )


def _catalogue(language: Language) -> Iterator[CheckMessage]:
    folder = Path("locale", language.catalogue, "LC_MESSAGES")
    compiled = settings.BASE_DIR / folder / "django.mo"
    if not compiled.exists():
        yield Error(
            f"{_named(language)} has no catalogue of messages.",
            hint=f"Run make messages, translate {folder / 'django.po'}, run make install.",
            id="translations.E002",
        )
    elif language.code != LANGUAGE_OF_MESSAGES and (missing := _untranslated(compiled)):
        yield Warning(
            f"{_named(language)} lacks {missing} of the messages; they are shown in "
            f"{authoritative()}.",
            hint=f"Translate {folder / 'django.po'}, run make install.",
            id="translations.W003",
        )


def _untranslated(compiled: Path) -> int:
    """How many messages the authoritative language has and this compiled catalogue has not."""
    path = settings.BASE_DIR / "locale" / authoritative().catalogue / "LC_MESSAGES" / "django.mo"
    held = []
    for each in (path, compiled):
        with each.open("rb") as file:
            held.append({(message.context, str(message.id)) for message in read_mo(file)})
    return len(held[0] - held[1])


def _sentences(language: Language) -> Iterator[CheckMessage]:
    if language.code not in SENTENCES:
        yield Warning(
            f"{_named(language)} has no sentences that name it; it is named behind a colon.",
            hint="Write them in SENTENCES of mep_site/translations/languages/naming.py.",
            id="translations.W004",
        )


def _error_page(language: Language) -> Iterator[CheckMessage]:
    """The page for a server that has failed is read from its file, and stands there as it is."""
    source = get_template("500.html").template.source
    if f'lang="{language.tag}"' not in source:
        yield Warning(
            f"{_named(language)} is missing on the page that is shown when the server has failed.",
            hint="Add a section to templates/500.html.",
            id="translations.W005",
        )


def _columns(language: Language, stored: dict[str, set[str]]) -> Iterator[CheckMessage]:
    missing = [
        f"{table}.{column}"
        for table, wanted in _columns_by_table(language).items()
        if table in stored
        for column in sorted(wanted - stored[table])
    ]
    if missing:
        yield Warning(
            f"The database lacks columns for {_named(language)}: {len(missing)}, such as "
            f"{missing[0]}. No page can be served without them.",
            hint="Run makemigrations and migrate.",
            id="translations.W006",
        )


def _columns_by_table(language: Language) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, TranslationField) and field.language == language.code:
                found[model._meta.db_table].add(field.column)
    return found


def _stored_columns(table: str) -> set[str]:
    connection = connections["default"]
    with connection.cursor() as cursor:
        description = connection.introspection.get_table_description(cursor, table)
    return {column.name for column in description}


def _permissions(language: Language) -> Iterator[CheckMessage]:
    nobody = [
        permission_type
        for permission_type in PermissionType
        if not Group.objects.filter(
            permissions__content_type__app_label=APP_LABEL,
            permissions__codename=codename(permission_type, language),
        ).exists()
    ]
    if nobody:
        yield Warning(
            f"No group may {', '.join(nobody)} texts in {_named(language)}.",
            hint="Run create_groups, which adds the groups that are missing; give those that "
            "exist, such as the publishers, their permission in the admin.",
            id="translations.W007",
        )
