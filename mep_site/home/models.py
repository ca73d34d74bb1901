"""The home page: the one page that knows every domain."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cooperation.models import CooperationIndex, Programme
from departments.models import Department, DepartmentIndex
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.models import BasePage
from mep_site.media.models import SiteImage
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from mep_site.translations.languages import active_language
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
        news = self._newest_news()
        self.lead = self._lead(news)
        return {
            **super().get_context(request, *args, **kwargs),
            "linked": self._linked(),
            "lead": self.lead,
            "news": [article for article in news if article != self.lead][:6],
            "activities": self._newest(Activity, 4),
            "policies": self._newest(PolicyArticle, 4),
            "programmes": self._published(Programme).exact_type(Programme).order_by("path")[:6],
        }

    def shown_images(self) -> Iterator[SiteImage]:
        """The picture of the lead story."""
        if self.lead:
            yield from self.lead.list_images()

    def _linked(self) -> dict[str, list[BasePage]]:
        """The pages that are shown by their titles only, under the names of their models."""
        linked = defaultdict(list)
        for page in self._published(BasePage).exact_type(*LINKED).order_by("path"):
            linked[page.cached_content_type.model].append(page)
        return dict(linked)

    def _newest_news(self) -> list[NewsArticle]:
        """The newest articles, and before them the one that an editor chose.

        That one is asked for by itself: with it in the order no index would give the newest.
        """
        articles = self._published(NewsArticle).select_related("image")
        newest = list(articles.order_by("-date", "-path")[:7])
        chosen = [article for article in newest if article.pk == self.lead_story_id]
        if self.lead_story_id and not chosen:
            chosen = list(articles.filter(pk=self.lead_story_id))
        return [*chosen, *(article for article in newest if article not in chosen)][:7]

    def _lead(self, news: list[NewsArticle]) -> NewsArticle | None:
        """The story chosen by an editor if it can be shown, else the newest with a picture."""
        chosen = [article for article in news if article.pk == self.lead_story_id]
        with_picture = [article for article in news if article.image]
        return next(iter([*chosen, *with_picture, *news]), None)

    def _newest(self, model: type[BasePage], count: int) -> models.QuerySet:
        return self._published(model).order_by("-date", "-path")[:count]

    def _published(self, model: type[BasePage]) -> models.QuerySet:
        """The pages of a type that the public can read; all of them stand below this one."""
        return model.objects.published().in_language(active_language())
