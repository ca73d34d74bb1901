"""The policies: documents, and texts that explain them."""

from collections.abc import Iterator

from mep_site.media.models import language_columns
from news.models import PolicyArticle

from ..scope import SiteScope
from ..shapes import Row
from .public_pages import PublicPage, readable_pages


def policies(scope: SiteScope) -> Iterator[Row]:
    """The policies in the order in which they stand in the tree, read some hundreds at a time."""
    facts = ("document_number", "date", "effective_from", "comments_until")
    own = (*facts, *language_columns("issuing_body"))
    for found in readable_pages(PolicyArticle, scope, own, with_rows=True):
        yield _policy(found)


def _policy(found: PublicPage) -> Row:
    page = found.page
    return {
        "id": found.id,
        **found.texts("title"),
        "document_number": page.document_number,
        "date": str(page.date or ""),
        "effective_from": str(page.effective_from or ""),
        "comments_until": str(page.comments_until or ""),
        **found.texts("issuing_body"),
        "topics": [row.topic.slug for row in page.topics.all()],
        **found.addresses(),
    }
