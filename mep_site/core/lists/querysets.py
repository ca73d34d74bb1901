"""The vocabulary in which pages are asked for."""

from typing import Self

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.models import PageManager as WagtailPageManager
from wagtail.query import PageQuerySet

from mep_site.translations.languages import Language, languages
from mep_site.translations.models import Edition
from mep_site.translations.models.edition_queries import subtree


class BasePageQuerySet(PageQuerySet):
    """Queries that every public list is built from."""

    def child_of_q(self, other: AbstractPage) -> Q:
        """The condition of Wagtail's ``child_of``, so that the index of paths answers it.

        SQLite does not use an index for ``LIKE``, by which Wagtail asks.
        """
        return Q(path__range=paths_of_children(other), depth=other.depth + 1)

    def descendant_of_q(self, other: AbstractPage, inclusive: bool = False) -> Q:
        """The condition of Wagtail's ``descendant_of``, for the same reason.

        Without the depth, which such a path has in any case and the index has not.
        """
        below = Q(path__range=subtree(other.path))
        return below if inclusive else below & ~Q(pk=other.pk)

    def entries_of(self, index: AbstractPage) -> Self:
        """The children of a page, to be chosen from by their keys.

        They are known by the length of their paths. Asked for a depth besides, SQLite takes the
        index of depths, thinks that there are few, and reads them all to find some.
        """
        length = len(index.path) + index.steplen
        return self.filter(Exact(Length("path"), length), path__range=paths_of_children(index))

    def published(self) -> Self:
        """Only pages that every visitor may see.

        Drafts and expired pages are left out, and so are pages at or below one with a view
        restriction. Unlike Wagtail's ``public()`` this costs no query of its own.
        """
        own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        restriction = PageViewRestriction.objects.alias(own_path=own_path).filter(
            own_path__startswith=F("page__path")
        )
        return self.live().filter(~Exists(restriction))

    def in_language(self, language: Language) -> Self:
        """Only pages that the public can read in this language."""
        return self.filter(has_live_edition(language))

    def for_links(self) -> Self:
        """Only the columns that a link to a page needs; others are loaded late, one by one."""
        return self.select_related(None).only(*self.model.columns_for_links)

    def for_lists(self) -> Self:
        """Only the columns that a list shows of its entries, without their bodies."""
        return self.only(*self.model.columns_for_links, *self.model.columns_for_lists)

    def in_any_language(self) -> Self:
        """Only pages that the public can read at all."""
        return self.filter(has_live_edition(*languages()))

    def not_in_language(self, language: Language) -> Self:
        """Only pages that the public cannot read in this language."""
        return self.exclude(has_live_edition(language))


def paths_of_children(page: AbstractPage) -> tuple[str, str]:
    """The first and the last path that a child of the page can have."""
    return (
        page.path + page.alphabet[0] * page.steplen,
        page.path + page.alphabet[-1] * page.steplen,
    )


def has_live_edition(*any_of: Language) -> Exists:
    """Whether the public can read a page in any of these languages."""
    codes = [language.code for language in any_of]
    return Exists(Edition.objects.live().filter(language__in=codes, page=OuterRef("pk")))


BasePageManager = WagtailPageManager.from_queryset(BasePageQuerySet)
