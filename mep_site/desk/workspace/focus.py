"""The text that somebody is at, with what stands around it."""

from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser
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
    rows: list[UnitRow] = field(repr=False)
    source: Source = field(repr=False)

    @property
    def id(self) -> str:
        return self.row.unit.id

    @property
    def source_text(self) -> str:
        """The source as a translator is shown it; empty where there is none."""
        return self.row.source_unit.text if self.row.source_unit else ""

    @property
    def before(self) -> str:
        """The source text of the unit before."""
        return self._neighbour(-1)

    @property
    def after(self) -> str:
        """The source text of the unit after."""
        return self._neighbour(1)

    def _neighbour(self, step: int) -> str:
        at = self._place + step
        unit = self.rows[at].source_unit if 0 <= at < len(self.rows) else None
        return unit.text if unit else ""

    @cached_property
    def _place(self) -> int:
        return self.rows.index(self.row)


def rows_of(page: AbstractPage) -> tuple[Source, list[UnitRow]]:
    """The source of a page in the scope of a language, and a row for each of its units."""
    source = source_of(page)
    return source, list(unit_rows(page, source))
