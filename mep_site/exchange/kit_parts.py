"""What this app itself puts into kits: the terms of the texts, and earlier translations of them."""

from collections.abc import Iterator

from mep_site.terms.files.listed import listed_entry
from mep_site.terms.files.tbx import write_tbx

from .texts.documents import Document


def terms_of(document: Document) -> Iterator[tuple[str, bytes]]:
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
