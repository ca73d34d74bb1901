"""The content of a page: what it says in every language at one moment.

:meth:`Content.overlaid` is the one operation behind saving, publishing and reverting: it takes what
belongs to one language from one content and everything else from another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from modelcluster.models import ClusterableModel
from wagtail.models import AbstractPage, Revision

from ..languages import Language, authoritative, get_language, languages
from ..languages.text import has_text
from .blocks import RawStream
from .columns import (
    Columns,
    RowColumns,
    body_in,
    page_columns,
    rows_in,
    stream_block,
    text_columns,
    text_fields,
)
from .origins import Origin, Origins, origins_in, write_origins
from .packing import packed, unpacked
from .pins import Pin, Pins, Work, pins_in, work_in, write_pins
from .rows import row_relations
from .units import Unit, UnitWriter, units_in

# What Wagtail keeps in a revision beside the content of the page.
BOOKKEEPING = {each.name for each in AbstractPage._meta.local_fields} - {"slug", "show_in_menus"}


@dataclass(frozen=True)
class Content:
    """The type of a page and its columns, as a revision stores them; empty if nothing is there.

    It is never changed: whatever makes another content of it leaves this one as it is. What it says
    in a language is therefore read once.
    """

    model: type[ClusterableModel]
    columns: Columns = field(default_factory=dict)
    _units: dict[Language, tuple[Unit, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, page: ClusterableModel) -> Self:
        """The content of a page or of a draft, with that of its rows."""
        return cls(type(page), page_columns(page))

    @classmethod
    def stored_in(cls, revision: Revision, model: type[ClusterableModel]) -> Self:
        """The content that a revision of a page of this type says."""
        return cls(model, unpacked(revision.content))

    def as_stored(self) -> Columns:
        """What a revision stores of it."""
        return packed(self.model, self.columns)

    # What it says

    @property
    def is_empty(self) -> bool:
        """Whether there is no page at all."""
        return not self.columns

    @property
    def source_language(self) -> Language:
        """The language to which structure and facts belong, as the page has it.

        A revision may be older than the decision, so its content is asked only as a draft of its
        page; see :meth:`as_draft_of`.
        """
        code = self.columns.get("source_language")
        return get_language(code) if code else authoritative()

    def has(self, language: Language) -> bool:
        """Whether there is a text in this language at all, which its title decides."""
        return has_text(self.columns.get(language.column("title")))

    @property
    def rows(self) -> Iterator[RowColumns]:
        """The child rows, relation by relation, each in its order."""
        return rows_in(self.model, self.columns)

    def body(self, name: str, language: Language) -> RawStream:
        """The body of this name, one of the page itself, as a list of blocks."""
        return body_in(self.columns, language.column(name))

    def units(self, language: Language) -> tuple[Unit, ...]:
        """All units in one language, with a text or without, in the order of the page."""
        if language not in self._units:
            self._units[language] = tuple(units_in(self.model, self.columns, language))
        return self._units[language]

    def texts(self, language: Language) -> dict[str, str]:
        """The units that have a text, by id."""
        return {unit.id: unit.text for unit in self.units(language) if has_text(unit.text)}

    def shown_texts(self, language: Language) -> dict[str, str]:
        """Those of them that readers of the page see."""
        return {
            unit.id: unit.text
            for unit in self.units(language)
            if unit.is_shown and has_text(unit.text)
        }

    def pins(self, language: Language) -> Pins:
        """Which Chinese text each unit of a translation was made from."""
        return pins_in(self.columns, language)

    def work(self, language: Language) -> Work:
        """The units of a translation that are in work."""
        return work_in(self.columns, language)

    def origins(self, language: Language) -> Origins:
        """Whose words each unit of a translation is, as far as it is recorded."""
        return origins_in(self.columns, language)

    def says_the_same(self, other: Self) -> bool:
        """Whether the two agree in everything that an editor can change."""
        return self._comparable() == other._comparable()

    def _comparable(self) -> Columns:
        own = {each.name for each in self.model._meta.concrete_fields} - BOOKKEEPING
        bodies = {
            language.column(field.name): self.body(field.name, language)
            for field in text_fields(self.model)
            for language in languages()
            if stream_block(field)
        }
        return _filled({name: self.columns.get(name) for name in own} | bodies) | {
            name: [_filled({**row, "pk": None}) for row in self._rows_of(name)]
            for name in self._relations
        }

    def columns_without_rows_of(self, stored: Self) -> Columns:
        """The columns, but for the relations of which every row is stored just so."""
        return {
            name: value
            for name, value in self.columns.items()
            if name not in self._relations or not _are_stored(value, stored._rows_of(name))
        }

    # Another content

    def with_columns(self, columns: Columns) -> Self:
        """The content with some other columns."""
        return type(self)(self.model, self.columns | columns)

    def with_texts(
        self, language: Language, written: Mapping[str, str], source: Self | None = None
    ) -> Self:
        """The content with these units in place of all that it has in this language.

        ``source``, by default the content itself, has the bodies whose structure rules; see
        :class:`.units.UnitWriter`.
        """
        source = source or self
        writer = UnitWriter(language, written, source.source_language)
        return type(self)(self.model, writer.page(self.model, self.columns, source.columns))

    def with_pins(
        self, language: Language, pins: Mapping[str, Pin], work: Work | None = None
    ) -> Self:
        """The content with these pins, and these units in work, for one translation."""
        return type(self)(self.model, write_pins(self.columns, language, pins, work or {}))

    def with_origins(self, language: Language, origins: Mapping[str, Origin]) -> Self:
        """The content with these origins in place of those that it has of the same units."""
        return type(self)(self.model, write_origins(self.columns, language, origins))

    def overlaid(self, top: Self, *chosen: Language) -> Self:
        """The content with all that belongs to the chosen languages taken from ``top``.

        Rows stay; one that ``top`` lacks, by its key, has no text in the chosen languages. Pins go
        with the texts that they belong to.
        """
        columns = self.columns | text_columns(self.model, top.columns, *chosen)
        codes = {language.code for language in chosen}
        columns["pins"] = {
            code: pins
            for source, wanted in ((self, False), (top, True))
            for code, pins in (source.columns.get("pins") or {}).items()
            if (code in codes) is wanted
        }
        counterparts = {(row.relation, row.key): row.columns for row in top.rows}
        columns |= {name: [] for name in self._relations}
        for row in self.rows:
            counterpart = counterparts.get((row.relation, row.key), {})
            texts = text_columns(row.model, counterpart, *chosen)
            columns[row.relation].append(row.columns | texts)
        return type(self)(self.model, columns)

    def without(self, *unwanted: Language) -> Self:
        """The content without the texts of these languages."""
        return self.overlaid(type(self)(self.model), *unwanted)

    def as_draft_of(self, stored: Self) -> Self:
        """The content of a revision with what only the stored page knows.

        That is its source language, and the primary keys of rows: a draft does not know those that
        were published after it was saved, and would make new ones of them.
        """
        columns = self.columns | {"source_language": stored.columns.get("source_language")}
        for name in self._relations:
            primary_keys = {row["key"]: row["pk"] for row in stored._rows_of(name)}
            columns[name] = [
                row | {"pk": primary_keys.get(row["key"])} for row in self._rows_of(name)
            ]
        return type(self)(self.model, columns)

    @property
    def _relations(self) -> list[str]:
        return [relation.get_accessor_name() for relation in row_relations(self.model)]

    def _rows_of(self, relation: str) -> list[Columns]:
        return self.columns.get(relation) or []


def _are_stored(rows: list[Columns], stored: list[Columns]) -> bool:
    """Whether rows agree with all that is stored; a draft repeats some texts in bare columns."""
    return len(rows) == len(stored) and all(
        there.items() <= row.items() for row, there in zip(rows, stored, strict=True)
    )


def _filled(columns: Columns) -> Columns:
    """The columns that are not empty; an empty text may be stored in several ways."""
    return {name: value for name, value in columns.items() if value not in (None, "", "[]", [], {})}
