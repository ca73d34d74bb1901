"""From a number to a site with so many articles."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from uuid import UUID

from django.db.models import F, Max, Min
from tqdm import tqdm
from wagtail.models import Revision

from mep_site.core.models import BasePage
from mep_site.search.index.rebuilding import finish
from news.models import NewsArticle, PolicyArticle
from news.models.article import Article

from .articles import SLUG, Author, filled_date, filled_moment, filled_slug
from .copies import Copy, make

# Published one by one. All that articles have every so often comes out even in them.
SOURCES = 200
AT_ONCE = 2_000


def fill(number: int) -> None:
    """Publish articles until there are so many; the same ones every time."""
    existing = BasePage.objects.filter(slug__startswith=f"{SLUG}-").count()
    _publish(range(existing, min(number, SOURCES)))
    if number > SOURCES:
        _copy(range(max(existing, SOURCES), number))
    finish()


def _publish(numbers: range) -> None:
    author = Author() if numbers else None
    for number in tqdm(numbers, unit="", disable=None, desc="publishing"):
        author.publish(number)


def _copy(numbers: range) -> None:
    copier = Copier()
    shown = tqdm(numbers, unit="", disable=None, desc="copying")
    copies = (copier.copy(number) for number in shown)
    while chunk := list(islice(copies, AT_ONCE)):
        make(chunk)
        for path, added in Counter(each.path[: -BasePage.steplen] for each in chunk).items():
            BasePage.objects.filter(path=path).update(numchild=F("numchild") + added)


class Copier:
    """Plans copies of the articles that were published one by one, of each in turn."""

    def __init__(self) -> None:
        self.sources = _sources()
        self.paths = {}
        self.pages = count(BasePage.objects.aggregate(last=Max("pk"))["last"] + 1)
        keys = [str(each.pk) for each in self.sources]
        own = Revision.objects.filter(object_id__in=keys).aggregate(first=Min("pk"), last=Max("pk"))
        self.revisions_of_round = own["last"] - own["first"] + 1
        self.free_revisions = Revision.objects.aggregate(last=Max("pk"))["last"] + 1 - own["first"]
        self.number_of_first: int | None = None

    def copy(self, number: int) -> Copy:
        """The article of this number, in the next free place; numbers come in their order."""
        choose = random.Random(number)  # noqa: S311 - nothing secret is made of it
        source = self.sources[number % SOURCES]
        moment = filled_moment(choose)
        parent = source.path[: -source.steplen]
        slug = filled_slug(number)
        return Copy(
            source=source.pk,
            page=next(self.pages),
            revisions=self._revisions(number),
            path=self._next_path(parent),
            slug=slug,
            old_slug=source.slug,
            url_path=source.url_path.removesuffix(f"{source.slug}/") + f"{slug}/",
            date=filled_date(number, moment),
            old_date=str(source.date),
            published=moment,
            translation_key=UUID(int=choose.getrandbits(128), version=4),
        )

    def _revisions(self, number: int) -> int:
        """What is added to keys of revisions: the same for one copy of every source."""
        if self.number_of_first is None:
            self.number_of_first = number
        rounds = number // SOURCES - self.number_of_first // SOURCES
        return self.free_revisions + rounds * self.revisions_of_round

    def _next_path(self, parent: str) -> str:
        if parent not in self.paths:
            self.paths[parent] = _free_paths(parent)
        return next(self.paths[parent])


def _sources() -> list[Article]:
    """The articles that were published one by one, by their numbers."""
    slugs = [filled_slug(number) for number in range(SOURCES)]
    found = {
        article.slug: article
        for model in (NewsArticle, PolicyArticle)
        for article in model.objects.filter(slug__in=slugs)
    }
    return [found[slug] for slug in slugs]


def _free_paths(parent: str) -> Iterator[str]:
    """The paths after those of the pages that stand below this one already."""
    width, numbers = BasePage.steplen, BasePage.numconv_obj()
    below = BasePage.objects.filter(path__startswith=parent, depth=len(parent) // width + 1)
    last = below.aggregate(last=Max("path"))["last"]
    for position in count(numbers.str2int(last[-width:]) + 1):
        yield parent + numbers.int2str(position).rjust(width, BasePage.alphabet[0])
