"""Deleting pages: what goes with them is said first, language by language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import swapper
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import AbstractPage, ReferenceIndex, get_default_page_content_type

from ...languages import Language, languages
from ...models import Edition
from ...models.edition import live_languages
from ..bar import BarEntry, EditionBar
from ..statuses import count_by_language, editions_of_all
from ..telling import reworded, told


class Losses:
    """What is lost with pages and all that stands below them; a few queries for any number."""

    def __init__(self, pages: Iterable[AbstractPage]) -> None:
        self.chosen = [page.pk for page in pages]

    @cached_property
    def pages(self) -> QuerySet:
        """The pages themselves and all below them."""
        model = swapper.load_model("wagtailcore", "Page")
        own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        above = model.objects.filter(pk__in=self.chosen).alias(own_path=own_path)
        return model.objects.filter(Exists(above.filter(own_path__startswith=F("path"))))

    @cached_property
    def descendants(self) -> int:
        """How many pages stand below the chosen ones."""
        return self.pages.exclude(pk__in=self.chosen).count()

    @cached_property
    def texts(self) -> list["LostTexts"]:
        """What goes in each language."""
        counts = count_by_language(self._editions)
        return [LostTexts(each, counts.get(each.code, {})) for each in languages()]

    @cached_property
    def schedules(self) -> int:
        """How many publications are approved for later."""
        return self._editions.filter(go_live_at__isnull=False).count()

    @cached_property
    def redirects(self) -> int:
        """How many other addresses lead to these pages."""
        return Redirect.objects.filter(redirect_page__in=self._keys).count()

    @cached_property
    def references(self) -> int:
        """From how many other objects something refers to these pages."""
        keys = self.pages.annotate(key=Cast("pk", CharField())).values("key")
        pages = get_default_page_content_type()
        references = ReferenceIndex.objects.filter(to_content_type=pages, to_object_id__in=keys)
        others = references.exclude(base_content_type=pages, object_id__in=keys)
        return others.values("base_content_type", "object_id").distinct().count()

    @property
    def _editions(self) -> QuerySet[Edition]:
        return Edition.objects.filter(page__in=self._keys)

    @property
    def _keys(self) -> QuerySet:
        return self.pages.values("pk")


@dataclass(frozen=True)
class LostTexts:
    """How many texts in a language go: those that are public, and drafts."""

    language: Language
    counts: dict[str, int]

    @property
    def live(self) -> int:
        """How many are public."""
        return self.counts.get("live", 0)

    @property
    def drafts(self) -> int:
        """How many were never published, are withdrawn, or have a draft that is newer."""
        return sum(self.counts.get(name, 0) for name in ("draft", "withdrawn", "newer"))


class EditionDeleteView(DeleteView):
    """Says before what goes, and afterwards in which languages the page was."""

    template_name = "translations/confirm_delete.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete; the message names the languages."""
        lost = [entry.language for entry in self._entries() if not entry.is_absent]
        text = told(_("Deleted: “%(title)s” (%(language)s)."), self.page, *lost)
        delete = super().post
        return reworded(request, lambda: delete(request), lambda: (text, []))

    def _entries(self) -> list[BarEntry]:
        return list(EditionBar(self.page, None, self.request.user).entries())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the languages of the page and what goes with it."""
        entries = self._entries()
        return super().get_context_data(**kwargs) | {
            "entries": entries,
            "public_in": [each.language for each in entries if each.edition.is_live],
            "losses": Losses([self.page]),
        }


class EditionDeleteBulkAction(DeleteBulkAction):
    """Names the languages of each page, and what goes with all of them together."""

    template_name = "translations/bulk/confirm_delete.html"

    def annotate_items(self, items: list[AbstractPage]) -> list[AbstractPage]:
        """Load the languages of all pages at once."""
        self.editions = editions_of_all(items)
        return super().annotate_items(items)

    def object_context(self, page: AbstractPage) -> dict[str, Any]:
        """Add the languages in which a page is public."""
        public_in = live_languages(self.editions[page.pk].values())
        return super().object_context(page) | {"public_in": public_in}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what goes with the pages."""
        context = super().get_context_data(**kwargs)
        pages = [item["item"] for item in context["items"]]
        return context | {"losses": Losses(pages)}
