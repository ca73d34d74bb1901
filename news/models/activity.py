"""What a leader did: meetings, visits, speeches."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mep_site.core.facts.schema_org import compact, named
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.lists.facets import AncestorFacet
from mep_site.translations.admin.forms.edit_handlers import page_tabs
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet

from .article import Article, ArticleIndex


class ActivityIndex(ArticleIndex):
    """Lists the activities of the leader that it stands below."""

    page_description = _("Lists the activities of one leader, the newest first.")
    parent_page_types = ["departments.Leader"]
    max_count_per_parent = 1
    site_column_type = SiteColumnType.LEADERS
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("activity index")
        verbose_name_plural = _("activity indexes")


class ActivityOverview(ArticleIndex):
    """Lists the activities of all leaders in the part of the site that it stands in."""

    page_description = _("Lists the activities of all leaders, the newest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.LEADERS
    edit_handler = page_tabs()
    facets = (
        AncestorFacet("leader", _("Leader"), model="departments.Leader"),
        *ArticleIndex.facets,
    )

    class Meta:
        verbose_name = _("overview of activities")
        verbose_name_plural = _("overviews of activities")

    @property
    def entry_model(self) -> type["Activity"]:
        """Activities, which stand on pages of their leaders."""
        return Activity

    def get_editions(self) -> EditionQuerySet:
        """Those of the activities below the parent of this page."""
        below = Edition.objects.filter(parent_path__startswith=self.path[: -self.steplen])
        content_type = ContentType.objects.get_for_model(Activity)
        return below.filter(page__content_type=content_type)

    def get_entries(self) -> QuerySet["Activity"]:
        """The published activities below the parent of this page."""
        parent_path = self.path[: -self.steplen]
        below = Activity.objects.filter(path__startswith=parent_path)
        # The type is named for the index of types: there are far more pages than activities.
        listed = below.exact_type(Activity).published()
        return listed.select_related("image").order_by("-date", "-path")


class Activity(Article):
    """One activity of a leader."""

    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("City, and country if it is abroad.")
    )

    page_description = _("A meeting, visit or speech of a leader.")
    parent_page_types = ["news.ActivityIndex"]
    edit_handler = page_tabs(texts=("place", *Article.text_fields), facts=Article.fact_panels)

    class Meta:
        verbose_name = _("leader’s activity")
        verbose_name_plural = _("leaders’ activities")

    def structured_data(self, language: Language) -> dict[str, Any]:
        """An article that says where it happened."""
        place = named("Place", text_in(self, "place", language))
        return super().structured_data(language) | compact(contentLocation=place)
