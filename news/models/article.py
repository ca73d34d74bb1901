"""What every kind of article has in common."""

from collections.abc import Iterator

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from mep_site.core.blocks import BodyBlock
from mep_site.core.dates import PartialDateField
from mep_site.core.fields import body_field
from mep_site.core.models import BasePage
from mep_site.core.models.listing import ListingMixin
from mep_site.core.panels import fact
from mep_site.media.models import SiteImage


class Article(BasePage):
    """A dated text with a picture and a source. Undated texts of the old site stay undated."""

    date = PartialDateField(
        _("date"),
        db_index=True,
        help_text=_(
            "The date of the text, YYYY-MM-DD; YYYY-MM or YYYY if no more is known. "
            "Leave it empty rather than guess."
        ),
    )
    image = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands above the text and in lists."),
    )
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("The body that the text comes from, if it is not the ministry."),
    )
    byline = models.CharField(
        _("byline"), max_length=255, blank=True, help_text=_("Who wrote or reported it.")
    )
    body = body_field(BodyBlock(), _("text"))

    text_fields = ("source", "byline", "body")
    fact_panels: tuple[Panel, ...] = (fact("date"), fact("image"))
    subpage_types: list[str] = []
    is_in_site_map = False

    class Meta:
        abstract = True

    @property
    def search_date(self) -> str:
        """The date that the search sorts by."""
        return str(self.date or "")

    def list_images(self) -> Iterator[SiteImage]:
        """The picture that lists show."""
        if self.image:
            yield self.image


class ArticleIndex(ListingMixin, BasePage):
    """Lists articles, the newest first; undated ones come last."""

    class Meta:
        abstract = True

    def get_entries(self) -> QuerySet[Article]:
        """The published articles below this page."""
        return super().get_entries().select_related("image").order_by("-date", "-path")
