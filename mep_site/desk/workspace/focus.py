"""The text that somebody is at, with what stands around it."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.utils.html import format_html
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.sources import Source, source_of
from mep_site.translations.admin.forms.unit_rows import UnitRow, unit_rows
from mep_site.translations.languages import Language


@dataclass(frozen=True)
class UnitInFocus:
    """A unit of a page with the translation as it is typed at this moment.

    ``row`` knows the source and the saved translation, ``text`` is what stands in the field.
    """

    page: AbstractPage
    language: Language
    user: AbstractBaseUser
    row: UnitRow
    text: str
    source: Source = field(repr=False)

    @property
    def id(self) -> str:
        return self.row.unit.id

    @property
    def source_text(self) -> str:
        """The source as a translator is shown it; empty where there is none."""
        return self.row.source_unit.text if self.row.source_unit else ""

    @property
    def is_formatted(self) -> bool:
        return self.row.unit.is_rich

    @property
    def has_chinese(self) -> bool:
        """Whether this translates a Chinese text."""
        return bool(self.source_text) and self.source.has_pins

    def for_editor(self, text: str, is_formatted: bool) -> str:
        """A text in the form in which the editor of a formatted text holds it; else empty."""
        if not self.is_formatted:
            return ""
        html = text if is_formatted else format_html("<p>{}</p>", text)
        return self.row.unit.definition.field.widget.converter.from_database_format(str(html))


def rows_of(page: AbstractPage) -> tuple[Source, list[UnitRow]]:
    """The source of a page in the scope of a language, and a row for each of its units."""
    source = source_of(page)
    return source, list(unit_rows(page, source))
