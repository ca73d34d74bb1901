"""Parts of descriptions in the vocabulary of https://schema.org that several page types need."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in

from .telephones import certain_number

# Stands for the ministry in what page types declare; the site's settings know its name.
THE_MINISTRY = {"@id": "ministry"}


def compact(**properties: Any) -> dict[str, Any]:
    """The properties that have a value; ``type`` and ``id`` stand for ``@type`` and ``@id``."""
    return {
        f"@{name}" if name in {"type", "id"} else name: value
        for name, value in properties.items()
        if value not in (None, "", [], {})
    }


def named(kind: str, name: str | None) -> dict[str, Any]:
    """A thing of which only the name is known; empty without one."""
    return compact(type=kind, name=name) if name else {}


def contact_points(page: Model, language: Language) -> list[dict[str, Any]]:
    """The contact points of an office that can be reached with certainty."""
    return list(_contact_points(page, language))


def _contact_points(page: Model, language: Language) -> Iterator[dict[str, Any]]:
    for point in page.contact_points.all():
        reachable = compact(
            telephone=certain_number(point.telephone),
            faxNumber=certain_number(point.fax),
            email=point.email,
        )
        if reachable:
            yield _told(point, language) | reachable


def _told(point: Any, language: Language) -> dict[str, Any]:
    hours = point.office_hours
    return compact(
        type="ContactPoint",
        name=text_in(point, "office", language),
        description=text_in(point, "purpose", language),
        hoursAvailable=hours.structured_data() if hours else [],
    )
