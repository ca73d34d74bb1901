"""App configuration of mep_site.pagecache."""

from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    """The page cache, with the command that trains its dictionary."""

    name = "mep_site.pagecache"
