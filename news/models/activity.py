"""What a leader did: meetings, visits, speeches."""

from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.core.facts.schema_org import compact, named
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.lists.facets import AncestorFacet, ChoiceFacet
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet
from mep_site.translations.models.edition_queries import subtree

from .article import Article, ArticleIndex


class ActivityKind(models.TextChoices):
    """What a leader did; the labels are headings of lists."""

    ACTIVITY = "activity", _("Activities")
    SPEECH = "speech", _("Speeches")


KIND = ChoiceFacet("kind", _("Kind"), model="news.Activity", field="kind", choices=ActivityKind)


class ActivityIndex(ArticleIndex):
    """Lists the activities of the leader that it stands below."""

    page_description = _("Lists the activities of one leader, the newest first.")
    parent_page_types = ["departments.Leader"]
    max_count_per_parent = 1
    site_column_type = SiteColumnType.LEADERS
    edit_handler = page_tabs()
    facets = (KIND, *ArticleIndex.facets)
    divided_by = KIND

    class Meta:
        verbose_name = _("activity index")
        verbose_name_plural = _("activity indexes")


class ActivityOverview(ArticleIndex):
    """Lists the activities of all leaders in the part of the site that it stands in."""

    is_overview = True

    page_description = _("Lists the activities of all leaders, the newest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.LEADERS
    edit_handler = page_tabs()
    facets = (
        AncestorFacet("leader", _("Leader"), model="departments.Leader"),
        KIND,
        *ArticleIndex.facets,
    )

    class Meta:
        verbose_name = _("overview of activities")
        verbose_name_plural = _("overviews of activities")

    @property
    def entry_model(self) -> type["Activity"]:
        """Activities, which stand on pages of their leaders."""
        return Activity

    @property
    def above_entries(self) -> str:
        """The path of the parent of this page."""
        return self.path[: -self.steplen]

    def get_editions(self) -> EditionQuerySet:
        """Those of the activities below the parent of this page."""
        # By the lists that they stand in: there are far more pages than activities.
        lists = ActivityIndex.objects.filter(path__range=subtree(self.above_entries))
        return Edition.objects.filter(parent_path__in=lists.order_by().values("path"))

    def get_entries(self) -> QuerySet["Activity"]:
        """The published activities below the parent of this page."""
        below = Activity.objects.filter(path__startswith=self.above_entries)
        # The type is named for the index of types: there are far more pages than activities.
        listed = below.exact_type(Activity).published()
        return listed.select_related("image").order_by("-date", "-path")


class Activity(Article):
    """One activity of a leader."""

    kind = models.CharField(
        pgettext_lazy("of an activity", "kind"),
        max_length=10,
        choices=[(ActivityKind.ACTIVITY, _("Activity")), (ActivityKind.SPEECH, _("Speech"))],
        default=ActivityKind.ACTIVITY,
        help_text=_("A speech has what was said as its text."),
    )
    place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("City, and country if it is abroad.")
    )

    page_description = _("A meeting, visit or speech of a leader.")
    parent_page_types = ["news.ActivityIndex"]
    edit_handler = page_tabs(
        texts=("place", *Article.text_fields), facts=(fact("kind"), *Article.fact_panels)
    )

    class Meta:
        verbose_name = _("leader’s activity")
        verbose_name_plural = _("leaders’ activities")

    def structured_data(self, language: Language) -> dict[str, Any]:
        """An article that says where it happened."""
        place = named("Place", text_in(self, "place", language))
        return super().structured_data(language) | compact(contentLocation=place)
