"""Finds the states that a text names in the ministry's approved table."""

import re
from collections.abc import Mapping

from mep_site.countries.models import Country
from mep_site.legacy.reading.languages import LANGUAGES

# Names that the documents use beside those of the table.
ALIASES = {
    "kyrgyz": "KG",
    "吉尔吉斯": "KG",
    "uae": "AE",
    "阿联酋": "AE",
    "lao pdr": "LA",
    "老挝": "LA",
    "usa": "US",
    "republic of korea": "KR",
    "türkiye": "TR",
    "турецкая республика": "TR",
    "киргизия": "KG",
    "белоруссия": "BY",
}
# Words that only the name of an organisation has, so that it is not taken for a missing state.
ORGANISATION = re.compile(
    r"nations|organi[sz]ation|league|assembly|union|commission|council|bank"
    r"|联合国|组织|联盟|大会|委员会|银行|организаци|лига|ассамбле|союз",
    re.I,
)


class StateRegister:
    """The approved table, by every name that a state bears in it."""

    def __init__(self) -> None:
        by_code = {country.pk: country for country in Country.objects.all()}
        self._by_name = {
            name: by_code[code] for name, code in ALIASES.items() if code in by_code
        } | {
            normalised(name): country
            for country in by_code.values()
            for language in LANGUAGES
            for field in ("short_name", "official_name")
            if (name := getattr(country, f"{field}_{language}"))
        }

    def find(self, names: Mapping[str, str]) -> set[Country]:
        """The states that a name means in its languages: one, none, or a contradiction."""
        found = (self._by_name.get(normalised(name)) for name in names.values())
        return {country for country in found if country}


def normalised(name: str) -> str:
    """A name for comparison: no article, no difference of case or of apostrophes."""
    return name.strip().casefold().removeprefix("the ").replace("’", "'")


def looks_like_organisation(names: Mapping[str, str]) -> bool:
    """Whether a name contains a word that names of states do not have."""
    return any(ORGANISATION.search(name) for name in names.values())
