"""The site with a page cache in front of it, for tests."""

from pathlib import Path
from wsgiref.types import WSGIApplication

from django.contrib.messages.storage.cookie import CookieStorage

from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.policy import Policy
from mep_site.pagecache.replying import Replies
from mep_site.pagecache.shelf import Shelf
from mep_site.pagecache.store import Memory
from mep_site.pagecache.versions import Versions

from .requests import HOST

POLICY = Policy(
    hosts=frozenset({HOST}),
    cookies=("sessionid", CookieStorage.cookie_name),
    https_header=("HTTP_X_FORWARDED_PROTO", "https"),
)


# No browser shares a dictionary with this site.
REPLIES = Replies(Shelf(Path("/no/such/folder")))


def cached(
    application: WSGIApplication, capacity: int = 16 * 1024 * 1024, replies: Replies = REPLIES
) -> PageCache:
    """The application behind a cache of its own."""
    return PageCache(application, POLICY, Memory(capacity), Versions().in_force, replies)
