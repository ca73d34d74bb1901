"""Pages that are really stored, so that other processes and threads see them."""

from collections.abc import Iterator
from contextlib import contextmanager

from mep_site.core.models import BasePage
from news.models import NewsArticle, NewsIndex

from .steps import pinned_page

BODY = [
    {"type": "paragraph", "id": f"paragraph-{number}", "value": f"<p>第{number}段</p>"}
    for number in range(20)
]


@contextmanager
def article(slug: str) -> Iterator[NewsArticle]:
    """An article that is public in three languages, until the block ends."""
    texts = {
        f"{field}_{suffix}": value
        for suffix in ("zh_hans", "en", "ru")
        for field, value in (("title", "Old"), ("body", BODY))
    }
    page = NewsIndex.objects.first().add_child(instance=NewsArticle(slug=slug, **texts))
    try:
        yield pinned_page(page)
    finally:
        BasePage.objects.get(pk=page.pk).delete()
