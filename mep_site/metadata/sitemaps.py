"""The site map for machines: https://www.sitemaps.org/protocol.html, with language alternates.

It names every live edition of every published page. Pages are dealt out to parts by their primary
keys, so that a new page changes the last part only and search engines need not fetch the others. A
part is as large as the protocol allows; it is written as it is read, and never held as a whole. The
topics, which are few, have a part of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from itertools import chain, groupby, islice
from operator import itemgetter

from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from mep_site.core.gathering import TopicName, topics_in
from mep_site.core.lists.listed import in_public_places
from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet

# In three languages 48,000 addresses, about 33 MB; the protocol allows 50,000 and 50 MB.
PAGES_PER_PART = 16_000
AT_ONCE = 2_000
PAGES_PER_PIECE = 50
# What the address of the part with the topics has in place of a number.
TOPICS = "topics"

BEGIN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
END = "</urlset>\n"

# An edition: its page, the path of that, the language, and when it was published last.
Row = tuple[int, str, str, datetime | None]


class PartOfSite(Sitemap):
    """What the index of the site map says of a part: its number and when it was changed last."""

    def __init__(self, newest: datetime | None) -> None:
        self.newest = newest

    def get_latest_lastmod(self) -> datetime | None:
        """When one of its editions was published last."""
        return self.newest and self.newest.replace(microsecond=0)


@by_version()
def parts(site: Site) -> dict[str, PartOfSite]:
    """The parts of the map that are not empty, by what stands in their addresses."""
    numbered = _editions(site).annotate(part=F("page_id") / PAGES_PER_PART).order_by("part")
    newest = numbered.values_list("part").annotate(Max("last_published_at"))
    of_pages = {str(number): PartOfSite(moment) for number, moment in newest}
    return of_pages | ({TOPICS: PartOfSite(None)} if _topics(site) else {})


def is_part(site: Site, section: str) -> bool:
    """Whether there is anything in a part; others are not looked at."""
    if section == TOPICS:
        return bool(_topics(site))
    return _editions_of_part(site, int(section)).exists()


def written_topics(site: Site, base: str) -> str:
    """The part with the pages of topics, in the languages in which there is something on them."""
    readable: defaultdict[str, list[Language]] = defaultdict(list)
    for language, topic in _topics(site):
        readable[topic.slug].append(language)
    pages = [_topic_entries(slug, found, base) for slug, found in readable.items()]
    return "".join([BEGIN, *pages, END])


def _topics(site: Site) -> list[tuple[Language, TopicName]]:
    return [(each, topic) for each in languages() for topic in topics_in(each, site.root_page_id)]


def _topic_entries(slug: str, readable: list[Language], base: str) -> str:
    addresses = {}
    for language in readable:
        with translation.override(language.code):
            addresses[language.tag] = base + reverse("topic", args=[slug])
    links = "".join(_link(tag, address) for tag, address in addresses.items())
    links += _link("x-default", next(iter(addresses.values())))
    return "".join(f"<url><loc>{each}</loc>{links}</url>\n" for each in addresses.values())


def written_part(site: Site, number: int, base: str) -> Iterator[str]:
    """The text of a part, piece by piece; ``base`` is what its addresses begin with. One query."""
    columns = ("page_id", "page__url_path", "language", "last_published_at")
    editions = _editions_of_part(site, number).order_by("page_id")
    rows = editions.values_list(*columns).iterator(AT_ONCE)
    pages = map(_Writer(site.root_page.url_path, base).page, groupby(rows, itemgetter(0)))
    return chain([BEGIN], _joined(pages), [END])


def _joined(texts: Iterator[str]) -> Iterator[str]:
    """The texts in larger pieces, because each is sent by itself."""
    while piece := "".join(islice(texts, PAGES_PER_PIECE)):
        yield piece


class _Writer:
    """Writes the entries of pages; what is the same for all is looked up once."""

    def __init__(self, root: str, base: str) -> None:
        self.root = root
        self.zone = timezone.get_current_timezone()
        self.prefixes = {}
        for language in languages():
            with translation.override(language.code):
                prefix = base + reverse("wagtail_serve", args=[""])
            self.prefixes[language.code] = (language.tag, prefix)

    def page(self, page: tuple[int, Iterable[Row]]) -> str:
        """The entries of one page, each with the addresses of all its editions."""
        rows = list(page[1])
        published = {code: moment for _, _, code, moment in rows}
        path = escape(rows[0][1].removeprefix(self.root))
        locations = [
            (code, tag, prefix + path)
            for code, (tag, prefix) in self.prefixes.items()
            if code in published
        ]
        links = "".join(_link(tag, location) for _, tag, location in locations)
        links += _link("x-default", locations[0][2])
        return "".join(
            f"<url><loc>{location}</loc>{self._lastmod(published[code])}{links}</url>\n"
            for code, _, location in locations
        )

    def _lastmod(self, moment: datetime | None) -> str:
        day = moment and moment.astimezone(self.zone).date().isoformat()
        return f"<lastmod>{day}</lastmod>" if day else ""


def _link(tag: str, location: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{tag}" href="{location}"/>'


def _editions_of_part(site: Site, number: int) -> EditionQuerySet:
    first = number * PAGES_PER_PART
    return _editions(site).filter(page_id__gte=first, page_id__lt=first + PAGES_PER_PART)


def _editions(site: Site) -> EditionQuerySet:
    """The live editions of the pages that everybody may see."""
    root = site.root_page
    live = Edition.objects.live()
    own = live.filter(page=root) | live.below(root.path)
    return in_public_places(own, root.path)
