"""Makes documents of editions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

import swapper
from django.db.models import CharField
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from mep_site.terms.base import term_index
from mep_site.terms.matching import TermEntry, TermIndex, find_terms
from mep_site.translations.admin.forms.sources import source_of
from mep_site.translations.admin.forms.unit_rows import UnitRow, unit_rows
from mep_site.translations.content.units import Unit
from mep_site.translations.languages import Language

from .documents import Document, SentPage, SentUnit

# Called with the draft of a page, in scope, and ids of units; returns what was said of these.
NoteSource = Callable[[AbstractPage, list[str]], Mapping[str, Iterable[str]]]
_note_sources: list[NoteSource] = []


def register_notes(source: NoteSource) -> None:
    """Have notes of another app go out with the units; to be called when an app is ready."""
    _note_sources.append(source)


def site_key() -> str:
    """What this site is known by: the key of the root of its pages."""
    root = swapper.load_model("wagtailcore", "Page").get_first_root_node()
    return str(root.translation_key)


def documents_of(pages: Iterable[AbstractPage], language: Language) -> Iterator[Document]:
    """The documents of some pages in one language, one for each language that they have as source.

    A page whose source is in this language has nothing to translate.
    """
    listed = list(pages)
    site, sections = site_key(), titles_above(listed)
    found: dict[Language, list[SentPage]] = {}
    for page in listed:
        source_language = page.get_source_language()
        if source_language != language:
            made = page_segments(page, language, sections)
            found.setdefault(source_language, []).append(made)
    for source_language, made in found.items():
        yield Document(site, source_language, language, tuple(made))


def titles_above(pages: Iterable[AbstractPage]) -> dict[str, str]:
    """The titles of all pages above these by their paths."""
    steps = AbstractPage.steplen
    above = {
        page.path[:length] for page in pages for length in range(2 * steps, len(page.path), steps)
    }
    found = swapper.load_model("wagtailcore", "Page").objects.filter(path__in=above)
    return {each.path: str(each.display_title or each.slug) for each in found.order_by("path")}


def in_scope(page: AbstractPage, language: Language) -> AbstractPage:
    """The newest draft of a stored page, in the scope of a language."""
    draft = page.specific.get_latest_revision_as_object()
    draft.enter(language)
    return draft


def page_segments(
    page: AbstractPage, language: Language, sections: Mapping[str, str] = MappingProxyType({})
) -> SentPage:
    """What there is to translate of a page, as the form of the translation shows it.

    ``sections`` are titles of pages by their paths.
    """
    draft = in_scope(page, language)
    source = source_of(draft)
    index = term_index(language) if source.language.is_authoritative else None
    rows = [row for row in unit_rows(draft, source) if row.source_unit]
    said = _said(draft, [row.unit.id for row in rows])
    segments = tuple(_segment(row, index, said.get(row.unit.id, ())) for row in rows)
    title = str(page.display_title or page.slug)
    above = [name for path, name in sections.items() if is_below(page.path, path)]
    section = " › ".join(above)
    return SentPage(page.pk, str(page.translation_key), title, section, segments)


def is_below(path: str, above: str) -> bool:
    """Whether a page with one path stands below that with another."""
    return path.startswith(above) and path != above


def _said(draft: AbstractPage, units: list[str]) -> dict[str, list[str]]:
    """What other apps know to be said of units."""
    said: dict[str, list[str]] = {}
    for source in _note_sources:
        for unit, notes in source(draft, units).items():
            said.setdefault(unit, []).extend(notes)
    return said


def _terms(index: TermIndex | None, text: str) -> Iterator[TermEntry]:
    """The terms in a text, each once, in their order."""
    uses = find_terms(index, text) if index else []
    yield from {use.entry.chinese: use.entry for use in uses}.values()


def _segment(row: UnitRow, index: TermIndex | None, said: Iterable[str]) -> SentUnit:
    return SentUnit(
        unit=row.unit.id,
        label=row.unit.label,
        is_rich=row.unit.is_rich,
        source=row.source_unit.text,
        target=row.unit.text,
        state=row.state,
        seen=row.source_fingerprint,
        is_public=row.public is not None and not row.has_changed_text,
        max_length=_max_length(row.unit),
        notes=(*_notes(row), *said),
        terms=tuple(_terms(index, row.source_unit.text)),
    )


def _max_length(unit: Unit) -> int | None:
    definition = unit.definition
    return definition.max_length if isinstance(definition, CharField) else None


def _notes(row: UnitRow) -> Iterator[str]:
    """What a translator should know of a text beside its label."""
    if row.earlier is not None:
        yield _("The translation was made from this earlier text: %(text)s") % {"text": row.earlier}
    elif row.is_behind:
        yield _("The source text was changed since it was translated.")
    if row.is_unrecorded:
        yield _("It is not recorded which source text was translated.")
