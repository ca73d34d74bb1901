"""What stands on every page: the site's name, notices, identifiers, footer links, hot keywords."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import MultiFieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from mep_site.core.models import Row
from mep_site.core.panels import RowsPanel, fact, translated
from mep_site.translations.rows import get_with_rows


@register_setting(icon="cogs")
class SiteConfiguration(BaseSiteSetting, ClusterableModel):
    """Texts and identifiers for the whole site. Nothing is shown that is not filled in."""

    site_name = models.CharField(_("name of the site"), max_length=255, blank=True)
    copyright_line = models.CharField(
        _("copyright line"),
        max_length=255,
        blank=True,
        help_text=_("With the sign © and the years."),
    )
    precedence_notice = models.TextField(
        _("precedence notice"),
        blank=True,
        help_text=_("Says on translated pages that the Chinese text prevails."),
    )
    rights_notice = models.TextField(
        _("rights notice"), blank=True, help_text=_("Under which terms texts may be used.")
    )
    registration_number = models.CharField(
        _("registration number"),
        max_length=100,
        blank=True,
        help_text=_("The number under which the site is registered, exactly as it was assigned."),
    )

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                translated("site_name", "copyright_line", "precedence_notice", "rights_notice"),
                heading=_("Texts"),
            ),
            fact("registration_number"),
            RowsPanel("hot_keywords", heading=_("Hot keywords"), label=_("Hot keyword")),
            RowsPanel("footer_links", heading=_("Footer links"), label=_("Footer link")),
        ]
    )

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def for_page_frame(cls, request: HttpRequest) -> Self:
        """The settings for this request with their rows, loaded with one query."""
        site = Site.find_for_request(request)
        return get_with_rows(cls, site=site) or cls(site=site)


class LinkRow(Row):
    """A link to a page of this site or to another address."""

    label = models.CharField(
        _("label"),
        max_length=100,
        blank=True,
        help_text=_("If empty, the title of the page is used."),
    )
    page = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    url = models.URLField(_("address on another site"), blank=True)

    panels = [*translated("label"), fact("page"), fact("url")]

    class Meta(Row.Meta):
        abstract = True

    def clean(self) -> None:
        """Refuse a row that leads to two places."""
        super().clean()
        if self.page_id and self.url:
            raise ValidationError({"url": _("Choose a page or enter an address, not both.")})


class FooterLink(LinkRow):
    """A link in the footer of every page."""

    configuration = ParentalKey(
        SiteConfiguration, on_delete=models.CASCADE, related_name="footer_links"
    )

    class Meta(LinkRow.Meta):
        verbose_name = _("footer link")
        verbose_name_plural = _("footer links")

    def clean(self) -> None:
        """Refuse a row that leads nowhere."""
        super().clean()
        if not (self.page_id or self.url):
            raise ValidationError({"page": _("Choose a page or enter an address.")})


class HotKeyword(LinkRow):
    """A term that visitors often look for; without an address it leads to a search for it."""

    configuration = ParentalKey(
        SiteConfiguration, on_delete=models.CASCADE, related_name="hot_keywords"
    )

    class Meta(LinkRow.Meta):
        verbose_name = _("hot keyword")
        verbose_name_plural = _("hot keywords")
