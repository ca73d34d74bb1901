"""How an office is reached, said in one line, as search results show it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

SEPARATOR = " · "
# Numbers before addresses, as a passage of a result may end in between.
FACTS = {
    "telephone": _("Telephone: %(value)s"),
    "fax": _("Fax: %(value)s"),
    "email": _("E-mail: %(value)s"),
    "address": _("Address: %(value)s"),
    "postcode": _("Postcode: %(value)s"),
    "website": _("Website: %(value)s"),
}


def office_line(office: str, facts: dict[str, Any]) -> str:
    """The office and its facts, each with its name in the active language."""
    return SEPARATOR.join([office] * bool(office) + list(_named(facts)))


def _named(facts: dict[str, Any]) -> Iterable[str]:
    for field, text in FACTS.items():
        if facts.get(field):
            yield text % {"value": facts[field]}
