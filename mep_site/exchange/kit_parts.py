"""What this app itself puts into kits: the terms of the texts, and earlier translations of them."""

import re
from collections.abc import Iterator
from io import BytesIO

from mep_site.memory.matching import pairs_for
from mep_site.memory.segments import without_markup
from mep_site.memory.tmx import write_tmx
from mep_site.terms.files.listed import listed_entry
from mep_site.terms.files.tbx import write_tbx

from .texts.documents import Document

# Of the header, which comes first: the same matches, the same file.
TIME_OF_WRITING = re.compile(rb' creationdate="[^"]*"')


def kit_terms(document: Document) -> Iterator[tuple[str, bytes]]:
    """The terms that stand in the texts, as TBX; no file where there are none."""
    found = {
        entry.chinese: entry
        for page in document.pages
        for segment in page.segments
        for entry in segment.terms
    }
    if found:
        code = document.language.code
        yield "terms.tbx", write_tbx(listed_entry(found[name], code) for name in sorted(found))


def kit_memory(document: Document) -> Iterator[tuple[str, bytes]]:
    """What was published for these texts or the like, as TMX; no file where nothing was.

    As far as every visitor may read it: a kit is handed on.
    """
    if not document.source_language.is_authoritative:
        return
    texts = {
        without_markup(segment.source, segment.is_rich)
        for page in document.pages
        for segment in page.segments
    }
    pairs = pairs_for(texts, document.language, None)
    file = BytesIO()
    if write_tmx(file, pairs):
        yield "memory.tmx", TIME_OF_WRITING.sub(b"", file.getvalue(), count=1)
