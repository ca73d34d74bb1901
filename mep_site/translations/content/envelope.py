"""What our revisions store beside the columns of the page: in which language, from which form.

:meth:`mep_site.translations.models.TranslatedPage.serializable_data` writes it.
"""

from typing import Any

from ..languages import Language, get_language, languages
from ..languages.text import has_text
from .columns import Columns
from .packing import unpacked


def envelope_of(columns: Columns) -> dict[str, Any]:
    """Everything that is stored beside the columns; empty if a program made the revision."""
    return columns.get("edition") or {}


def saved_in(columns: Columns) -> Language | None:
    """The language that a revision was saved in, ``None`` if a program saved it."""
    code = envelope_of(columns).get("language")
    return get_language(code) if code else None


def languages_of_revision(columns: Columns) -> list[Language]:
    """The languages that a revision is about: its own; all that it has if a program saved it."""
    own = saved_in(columns)
    if own:
        return [own]
    said = unpacked(columns)
    return [each for each in languages() if has_text(said.get(each.column("title")))]


def written_by(columns: Columns) -> str:
    """The token of the open form that a revision was saved from, empty if a program saved it."""
    return envelope_of(columns).get("form") or ""


def change_in(columns: Columns) -> dict[str, Any]:
    """What the draft says of a change of the Chinese text; empty if nothing."""
    return envelope_of(columns).get("change") or {}


def orphaned_texts_in(columns: Columns, language: Language) -> dict[str, str]:
    """Texts of a translation that lost their place in the draft, by the id of their unit."""
    orphaned = envelope_of(columns).get("orphaned_texts") or {}
    return orphaned.get(language.code, {})
