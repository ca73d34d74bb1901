"""Tells a cache in front of the site, such as a CDN, which pages it has to ask for anew.

Wagtail's own receivers do so within the transaction: the cache would fetch what was there before it
once more, and the row stays locked until the cache has answered. So its app is not installed; what
purges is Wagtail's all the same (``WAGTAILFRONTENDCACHE``), in every language of the site
(``WAGTAILFRONTENDCACHE_LANGUAGES``).
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import AbstractPage
from wagtail.signals import page_published, page_unpublished

# Nobody who publishes waits for a cache. What fails is logged by the task that purges.
_at_work = ThreadPoolExecutor(1)


def connect() -> None:
    """Follow what is published and unpublished, in whatever language."""
    for signal in (page_published, page_unpublished):
        signal.connect(purge_after_commit, dispatch_uid="core_purge_after_commit")


def purge_after_commit(instance: AbstractPage, **kwargs: Any) -> None:
    """Have a page and those above it, which list it, purged once others see the change."""
    if settings.WAGTAILFRONTENDCACHE:
        batch = PurgeBatch()
        batch.add_pages(instance.get_ancestors(inclusive=True).filter(depth__gt=1))
        transaction.on_commit(partial(_at_work.submit, batch.purge))


def wait() -> None:
    """Until everything that was asked for has been purged."""
    _at_work.submit(int).result()
