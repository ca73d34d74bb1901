"""Makes documents of editions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import swapper
from django.db.models import CharField
from django.utils.translation import gettext as _
from wagtail.blocks import RichTextBlock
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.sources import source_of
from mep_site.translations.admin.forms.unit_rows import UnitRow, unit_rows
from mep_site.translations.content.units import Unit
from mep_site.translations.languages import Language

from .documents import Document, PageSegments, Segment


def site_key() -> str:
    """What this site is known by: the key of the root of its pages."""
    root = swapper.load_model("wagtailcore", "Page").get_first_root_node()
    return str(root.translation_key)


def documents_of(pages: Iterable[AbstractPage], language: Language) -> Iterator[Document]:
    """The documents of some pages in one language, one for each language that they have as source.

    A page whose source is in this language has nothing to translate.
    """
    site = site_key()
    found = [(page.get_source_language(), page) for page in pages]
    found.sort(key=lambda pair: pair[0].code)
    for source_language, group in groupby(found, key=lambda pair: pair[0]):
        if source_language != language:
            made = tuple(page_segments(page, language) for _language, page in group)
            yield Document(site, source_language, language, made)


def in_scope(page: AbstractPage, language: Language) -> AbstractPage:
    """The newest draft of a stored page, in the scope of a language."""
    draft = page.specific.get_latest_revision_as_object()
    draft.enter(language)
    return draft


def page_segments(page: AbstractPage, language: Language) -> PageSegments:
    """What there is to translate of a page, as the form of the translation shows it."""
    draft = in_scope(page, language)
    source = source_of(draft)
    segments = tuple(_segment(row) for row in unit_rows(draft, source) if row.source_unit)
    title = str(page.display_title or page.slug)
    return PageSegments(page.pk, str(page.translation_key), title, _section(page), segments)


def _section(page: AbstractPage) -> str:
    """The titles of the pages above, from the home page on."""
    above = page.get_ancestors().filter(depth__gt=1)
    return " › ".join(str(each.display_title or each.slug) for each in above)


def _segment(row: UnitRow) -> Segment:
    return Segment(
        unit=row.unit.id,
        label=row.unit.label,
        is_rich=is_rich(row.unit),
        source=row.source_unit.text,
        target=row.unit.text,
        state=row.state,
        seen=row.source_fingerprint,
        is_public=row.public is not None and not row.has_changed_text,
        max_length=_max_length(row.unit),
        notes=tuple(_notes(row)),
    )


def is_rich(unit: Unit) -> bool:
    """Whether the unit is HTML."""
    return isinstance(unit.definition, RichTextBlock)


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
