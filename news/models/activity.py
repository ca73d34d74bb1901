"""What a leader did: meetings, visits, speeches."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.core.panels import page_tabs

from .article import Article, ArticleIndex


class ActivityIndex(ArticleIndex):
    """Lists the activities of the leader that it stands below."""

    page_description = _("Lists the activities of one leader, the newest first.")
    parent_page_types = ["departments.Leader"]
    subpage_types = ["news.Activity"]
    max_count_per_parent = 1
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("activity index")
        verbose_name_plural = _("activity indexes")


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
