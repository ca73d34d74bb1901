"""How an office is reached, said in one line, as search results show it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SEPARATOR = " · "
# Numbers before addresses, as a passage of a result may end in between.
NAMES = {
    "telephone": gettext_lazy("Telephone"),
    "fax": gettext_lazy("Fax"),
    "email": gettext_lazy("E-mail"),
    "address": gettext_lazy("Address"),
    "postcode": gettext_lazy("Postcode"),
    "website": gettext_lazy("Website"),
}


def one_line(office: str, facts: dict[str, Any]) -> str:
    """The office and its facts, each with its name in the active language."""
    return SEPARATOR.join([office] * bool(office) + list(_named(facts)))


def _named(facts: dict[str, Any]) -> Iterable[str]:
    for field, name in NAMES.items():
        if facts.get(field):
            yield _("{name}: {value}").format(name=name, value=facts[field])
