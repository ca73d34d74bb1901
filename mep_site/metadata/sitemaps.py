"""The site map for machines: https://www.sitemaps.org/protocol.html, with language alternates.

It names every live edition of every published page. Pages are dealt out to parts by their primary
keys, so that a new page changes the last part only and search engines need not fetch the others.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max, QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from mep_site.core.models import BasePage
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition

# In three languages 6,000 addresses, about 4 MB; the protocol allows 50,000 and 50 MB.
PAGES_PER_PART = 2000


def parts(site: Site) -> dict[str, "PartOfSite"]:
    """The parts of the map that are not empty, by number; one query."""
    numbered = _editions(site).annotate(part=F("page_id") / PAGES_PER_PART).order_by("part")
    newest = numbered.values_list("part").annotate(Max("last_published_at"))
    return {str(number): PartOfSite(site, number, moment) for number, moment in newest}


class PartOfSite(Sitemap):
    """The editions of the pages whose keys lie in one range.

    Django's own way through its items asks each of them for its address in each language, and takes
    ``x-default`` for an address without a language.
    """

    def __init__(self, site: Site, number: int, newest: datetime | None = None) -> None:
        self.site, self.number, self.newest = site, number, newest

    def get_latest_lastmod(self) -> datetime | None:
        """When one of its editions was published last."""
        return self.newest and self.newest.replace(microsecond=0)

    def get_urls(
        self, page: Any = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """An entry for each edition, with the addresses of all editions of its page; one query."""
        base = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        prefixes = _prefixes()
        first = self.number * PAGES_PER_PART
        rows = (
            _editions(self.site, pk__gte=first, pk__lt=first + PAGES_PER_PART)
            .order_by("page_id")
            .values_list("page_id", "page__url_path", "language", "last_published_at")
        )
        root = self.site.root_page.url_path
        return [
            entry
            for _, editions in groupby(rows, key=lambda row: row[0])
            for entry in _entries(
                {
                    code: (f"{base}{prefixes[code]}{path.removeprefix(root)}", published)
                    for _, path, code, published in editions
                }
            )
        ]


def _editions(site: Site, **conditions: int) -> QuerySet[Edition]:
    """The live editions of the pages that everybody may see and that meet the conditions."""
    pages = BasePage.objects.descendant_of(site.root_page, inclusive=True).published()
    pages = pages.filter(**conditions)
    return Edition.objects.live().filter(page__in=pages.values("pk"))


def _prefixes() -> dict[str, str]:
    """The address of the home page by language."""
    found = {}
    for language in languages():
        with translation.override(language.code):
            found[language.code] = reverse("wagtail_serve", args=[""])
    return found


def _entries(editions: dict[str, tuple[str, datetime | None]]) -> Iterator[dict[str, Any]]:
    """The entries of one page, from the address and date of each of its editions."""
    present = [language for language in languages() if language.code in editions]
    alternates = [
        {"lang_code": language.tag, "location": editions[language.code][0]} for language in present
    ]
    alternates.append({"lang_code": "x-default", "location": alternates[0]["location"]})
    for language in present:
        location, published = editions[language.code]
        yield {"location": location, "lastmod": published, "alternates": alternates}
