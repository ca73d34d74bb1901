"""How editions are found, made, and kept in agreement with their pages."""

from collections.abc import Iterable
from typing import Any, Self

import swapper
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Concat, Length, Substr
from wagtail.models import AbstractPage, Revision

from ..content.content import Content
from ..freshness.comparison import Freshness
from ..languages import Language, authoritative, languages
from .authoritative import ChangesOfPage

# How a translation may stand to the Chinese text, what calls the most for somebody to act first.
BY_URGENCY = (
    Freshness.BEHIND,
    Freshness.PARTIAL,
    Freshness.UNKNOWN,
    Freshness.ABSENT,
    Freshness.CURRENT,
)
MOST_URGENT_FIRST = (
    "urgency",
    "waits_since",
    "-differing",
    "parent_path",
    "path_end",
    "language",
)


class EditionQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Those that every visitor may read, as far as their pages are public."""
        return self.filter(state=self.model.State.LIVE)

    def once_public(self) -> Self:
        """Those that the public can read, or could before they were withdrawn."""
        return self.filter(state__in=(self.model.State.LIVE, self.model.State.WITHDRAWN))

    def at_or_below(self, page: AbstractPage) -> Self:
        """Those of a page and of all pages below it."""
        return self.at_or_below_path(page.path)

    def at_or_below_path(self, path: str) -> Self:
        """Those of the page with this path and of all pages below it.

        As a range, which SQLite finds in the index of the paths, as it does no beginning.
        """
        return self.filter(page__path__range=subtree(path))

    def below(self, path: str) -> Self:
        """Those of all pages below the one with this path, by the places that they have noted."""
        return self.filter(parent_path__range=subtree(path))

    def of_pages(self, pages: models.QuerySet) -> Self:
        """Those of some pages, or of all; never of the root, which has no text.

        Not asked of each edition where the pages are all that there are.
        """
        chosen = self.exclude(parent_path="")
        if not pages.query.has_filters():
            return chosen
        return chosen.filter(page__in=pages.order_by().values("pk"))

    def in_language(self, language: Language) -> Self:
        return self.filter(language=language.code)

    def in_languages(self, chosen: Iterable[Language]) -> Self:
        return self.filter(language__in=[language.code for language in chosen])

    def not_in_languages(self, others: Iterable[Language]) -> Self:
        """Those in all but these languages, found in any order.

        SQLite would read all of a language rather than anything in its order.
        """
        return self.exclude(language__in=[language.code for language in others])

    def that_are(self, freshness: Freshness) -> Self:
        """Those that stand so to the Chinese text, found in the order of their urgency.

        As a range, because SQLite takes a value for rare, and whatever else is asked for is rarer.
        """
        place = BY_URGENCY.index(freshness)
        return self.filter(urgency__range=(place, place))

    def follow_paths(self, path: str) -> None:
        """Bring the places of the editions of pages below this path in line with the pages."""
        # Without modeltranslation, whose querysets exchange columns.
        pages = models.QuerySet(swapper.load_model("wagtailcore", "Page"))
        pages = pages.filter(path__startswith=path)
        moved = pages.exclude(path=Concat("editions__parent_path", "editions__path_end"))
        above = Length("path") - AbstractPage.steplen
        own = pages.order_by().filter(pk=OuterRef("page_id"))
        self.filter(pk__in=moved.values("editions__pk")).update(
            parent_path=Subquery(own.values(above=Substr("path", 1, above))),
            path_end=Subquery(own.values(path_end=Substr("path", above + 1))),
        )

    def get_or_create_for_page(self, page: AbstractPage) -> dict[str, Any]:
        """The editions of a page by the code of their language; those that lack are made."""
        found = {edition.language: edition for edition in self.filter(page_id=page.pk)}
        missing = [language.code for language in languages() if language.code not in found]
        if missing:
            above, end = split_path(page.path)
            new = [
                self.model(page_id=page.pk, language=code, parent_path=above, path_end=end)
                for code in missing
            ]
            found |= {edition.language: edition for edition in self.bulk_create(new)}
        return {language.code: found[language.code] for language in languages()}

    def refresh_from_page(self, page: AbstractPage) -> list[Any]:
        """Make the editions agree with the page as it is stored; returns those that did not.

        ``page`` is the specific page. The columns of a live page hold nothing but what is public,
        so an edition is live if the page is and has a text in its language.
        """
        content, editions = Content.of(page), self.get_or_create_for_page(page)
        newest = newest_content(page, content, editions.values())
        changes = ChangesOfPage(editions[authoritative().code])
        news = {
            edition: names
            for edition in editions.values()
            if (names := edition.refresh_from_page(page, content, newest, changes))
        }
        if news:
            self.bulk_update(news, set().union(*news.values()))
        return list(news)


def newest_content(page: AbstractPage, content: Content, editions: Iterable[Any]) -> Content:
    """What the newest draft of a page says if a translation has one; else what the page does.

    All drafts of a page are in its newest revision.
    """
    drafted = any(each.has_draft and each.get_language() != authoritative() for each in editions)
    newest = drafted and page.live and Revision.objects.filter(pk=page.latest_revision_id).first()
    return Content.stored_in(newest, content.model) if newest else content


def subtree(path: str) -> tuple[str, str]:
    """The first and the last path that the page with this path, or one below it, can have."""
    return path, path + AbstractPage.alphabet[-1] * AbstractPage.steplen


def split_path(path: str) -> tuple[str, str]:
    """The path of the page above the one with this path, and what comes after it."""
    return path[: -AbstractPage.steplen], path[-AbstractPage.steplen :]
