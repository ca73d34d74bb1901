"""The leaders of the ministry with the posts that they hold or held."""

from collections.abc import Iterator

from departments.models import Leader

from ..scope import SiteScope
from ..shapes import Row
from .public_pages import readable_pages


def leaders(scope: SiteScope) -> Iterator[Row]:
    """A row for each post, the most important first, and one for a leader of whom none is known."""
    for found in readable_pages(Leader, scope, (), with_rows=True):
        person = {"id": found.id, **found.texts("name", field="title"), **found.addresses()}
        for post in found.page.posts.all():
            times = {"since": str(post.since or ""), "until": str(post.until or "")}
            yield person | found.texts("post", post, "name") | times
        if not found.page.posts.all():
            yield person
