"""How an office is reached: said in one line, as search results show it, and found on a map."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

SEPARATOR = " · "
# Numbers before addresses, as a passage of a result may end in between.
FACTS = {
    "telephone": _("Telephone: %(value)s"),
    "fax": _("Fax: %(value)s"),
    "email": _("E-mail: %(value)s"),
    "hours": _("Hours: %(value)s"),
    "address": _("Address: %(value)s"),
    "postcode": _("Postcode: %(value)s"),
    "website": _("Website: %(value)s"),
}
# RFC 5870: by WGS 84, opened by whatever map the reader's device has.
ANY_MAP = "geo:{latitude},{longitude}"

validate_map_service = RegexValidator(
    r"^https://(?=.*\{latitude\})(?=.*\{longitude\})\S+$",
    _("Enter an address with https:// that contains {latitude} and {longitude}."),
)


def office_line(office: str, facts: dict[str, Any], purpose: str = "") -> str:
    """The office, its facts, each with its name in the active language, and what it is for."""
    return SEPARATOR.join(part for part in (office, *_named(facts), purpose) if part)


def _named(facts: dict[str, Any]) -> Iterable[str]:
    for field, text in FACTS.items():
        if facts.get(field):
            yield text % {"value": facts[field]}


def map_address(latitude: float | None, longitude: float | None, service: str) -> str:
    """Where a place is shown on a map; empty if it is not known where it is.

    ``service`` is the address of a map with the names of the two numbers in braces, or empty.
    """
    if latitude is None or longitude is None:
        return ""
    address = (service or ANY_MAP).replace("{latitude}", str(latitude))
    return address.replace("{longitude}", str(longitude))
