"""The languages of the site, in the order in which they are always listed.

``settings.LANGUAGES`` is the only source. The first language is the authoritative one: its text
prevails over the others.
"""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils import translation


@dataclass(frozen=True)
class Language:
    """A language of the site.

    ``code`` is Django's (``zh-hans``), as it stands in URLs. ``name`` is the language's own name.
    """

    code: str
    name: str

    @property
    def tag(self) -> str:
        """The BCP 47 tag for ``lang`` and ``hreflang``: ``zh-Hans``, ``en``, ``ru``."""
        primary, *script = self.code.split("-")
        return "-".join([primary, *(part.title() for part in script)])

    @property
    def suffix(self) -> str:
        """The ending of this language's columns: ``zh_hans`` in ``title_zh_hans``."""
        return self.code.replace("-", "_")

    @property
    def is_authoritative(self) -> bool:
        """Whether this language's text prevails."""
        return self == languages()[0]

    def column(self, field: str) -> str:
        """The name of the column that holds ``field`` in this language."""
        return f"{field}_{self.suffix}"

    def __str__(self) -> str:
        return self.name


@cache
def languages() -> tuple[Language, ...]:
    """All languages, the authoritative one first."""
    return tuple(Language(code, name) for code, name in settings.LANGUAGES)


def authoritative() -> Language:
    """The language whose text prevails."""
    return languages()[0]


def get_language(code: str) -> Language:
    """The language with this code; ``LookupError`` if the site does not have it."""
    for language in languages():
        if language.code == code:
            return language
    raise LookupError(f"The site has no language {code!r}.")


def active_language() -> Language:
    """The language that Django has activated for this thread, else the authoritative one."""
    try:
        return get_language(translation.get_language() or "")
    except LookupError:
        return authoritative()
