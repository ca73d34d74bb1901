"""The home page: the one page that knows every domain."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex
from mep_site.core.addresses.places import Place, home_of
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.lists.prepared import prepared
from mep_site.core.lists.querysets import BasePageQuerySet
from mep_site.core.models import BasePage
from mep_site.media.models import SiteImage
from mep_site.publicstate.version import by_version
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from mep_site.translations.languages import Language, active_language
from news.models import (
    Activity,
    ActivityOverview,
    NewsArticle,
    NewsIndex,
    PolicyArticle,
    PolicyIndex,
)

LINKED = (NewsIndex, ActivityOverview, PolicyIndex, CooperationIndex, DepartmentIndex, Department)


class HomePage(BasePage):
    """Shows what is new in every domain. Its title is the heading of the home page."""

    lead_story = models.ForeignKey(
        "news.NewsArticle",
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands first. If empty, the newest article with a picture does."),
    )

    page_description = _("The first page of the site.")
    parent_page_types = ["core.BasePage"]
    max_count = 1
    is_list = True
    has_feed = True
    page_kind = PageKind.HOME
    edit_handler = page_tabs(facts=[fact("lead_story")])

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the newest pages of each domain in the active language."""
        language = active_language()
        home = SiteTree.for_request(request).home
        news = self._newest_news(language)
        self.lead = self._lead(news)
        return {
            **super().get_context(request, *args, **kwargs),
            "linked": _linked(home.pk, language) if home else {},
            "lead": self.lead,
            "news": [article for article in news if article != self.lead][:6],
            "activities": _newest(Activity, 4, language),
            "policies": _newest(PolicyArticle, 4, language),
            "programmes": _programmes(language),
        }

    def shown_images(self) -> Iterator[SiteImage]:
        """The picture of the lead story."""
        if self.lead:
            yield from self.lead.list_images()

    def _newest_news(self, language: Language) -> list[NewsArticle]:
        """The newest articles, and before them the one that an editor chose.

        That one is asked for by itself: with it in the order no index would give the newest.
        """
        newest = list(_newest(NewsArticle, 7, language))
        chosen = [article for article in newest if article.pk == self.lead_story_id]
        if self.lead_story_id and not chosen:
            published = _published(NewsArticle, language).for_lists()
            chosen = list(published.filter(pk=self.lead_story_id))
        return [*chosen, *(article for article in newest if article not in chosen)][:7]

    def _lead(self, news: list[NewsArticle]) -> NewsArticle | None:
        """The story chosen by an editor if it can be shown, else the newest with a picture."""
        chosen = [article for article in news if article.pk == self.lead_story_id]
        with_picture = [article for article in news if article.image_id]
        return next(iter([*chosen, *with_picture, *news]), None)


def _published(model: type[BasePage], language: Language) -> BasePageQuerySet:
    """The pages of a type that the public can read; all of them stand below the home page."""
    return model.objects.published().in_language(language)


@prepared
def _newest(model: type[BasePage], count: int, language: Language) -> BasePageQuerySet:
    """The newest pages of a type."""
    return _published(model, language).for_lists().order_by("-date", "-path")[:count]


@prepared
def _programmes(language: Language) -> BasePageQuerySet:
    """The first programmes and mechanisms."""
    pages = _published(Programme, language).for_lists()
    return pages.exact_type(Programme).order_by("path")[:6]


@by_version()
def _linked(root_id: int, language: Language) -> Mapping[str, tuple[Place, ...]]:
    """The pages that are shown by their titles only, under the names of their models.

    Those that the public can read in the language.
    """
    home = home_of(root_id)
    pages = _published(BasePage, language).exact_type(*LINKED).order_by("path")
    places = [Place.of(page, home.url_path) for page in pages.prefetch_related("editions")]
    return MappingProxyType(
        {
            model._meta.model_name: tuple(each for each in places if each.specific_class is model)
            for model in LINKED
        }
    )
