"""How a revision is stored: its facts as they are, its texts packed into one string.

A page is published once for each language, and each of its revisions holds the drafts of all of
them. Texts and pins are what is long; nothing asks for them in SQL. What Wagtail changes in a
revision by itself, when it copies a page, is never packed: rows, keys and times. Nor is the
envelope, by which revisions are found.
"""

import json
from base64 import b85decode, b85encode
from functools import cache
from zlib import compress, decompress

from django.db.models import Model

from ..languages import languages
from .columns import Columns, as_json, text_fields

PACKED = "packed"
BEST = 9
# What only the page itself knows; a draft of it takes these from there, whatever a revision says.
KEPT_BY_PAGE = frozenset(
    {
        *("path", "depth", "numchild", "url_path", "content_type", "locale", "translation_key"),
        *("live", "has_unpublished_changes", "owner", "locked", "locked_at", "locked_by"),
        *("latest_revision", "latest_revision_created_at", "live_revision", "alias_of"),
        "draft_title",
    }
)


def packed(model: type[Model], columns: Columns) -> Columns:
    """The columns of a page as a revision stores them."""
    plain = {name: value for name, value in columns.items() if name not in KEPT_BY_PAGE}
    texts = {name: plain.pop(name) for name in _packed_names(model) if name in plain}
    return plain | {PACKED: b85encode(compress(as_json(texts).encode(), BEST)).decode()}


def unpacked(content: Columns) -> Columns:
    """The columns that a revision says, packed or not."""
    if PACKED not in content:
        return content
    plain = {name: value for name, value in content.items() if name != PACKED}
    return json.loads(decompress(b85decode(content[PACKED]))) | plain


@cache
def _packed_names(model: type[Model]) -> tuple[str, ...]:
    """The columns that are packed: the texts in every language, and the pins."""
    columns = [
        language.column(field.name) for field in text_fields(model) for language in languages()
    ]
    return (*columns, "pins")
