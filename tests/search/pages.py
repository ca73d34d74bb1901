"""Pages that the tests of the search publish."""

from typing import Any

from news.models import NewsArticle, NewsIndex


def published(**columns: Any) -> NewsArticle:
    """A published article; its slug is one of its own unless it is given."""
    index = NewsIndex.objects.order_by("path").first()
    columns.setdefault("slug", f"found-by-the-search-{index.numchild}")
    article = NewsArticle(**columns)
    index.add_child(instance=article)
    return article
