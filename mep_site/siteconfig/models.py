"""What stands on every page: the site's name, notices, identifiers, columns, links, keywords."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from mep_site.core.facts.reaching import validate_map_service
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.models import Row
from mep_site.search.models import Period
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, fact, translated
from mep_site.translations.languages.text import localized

from .identity import SiteIdentity


@register_setting(icon="cogs")
class SiteConfiguration(SiteIdentity, BaseSiteSetting, ClusterableModel):
    """Texts and identifiers for the whole site. Nothing is shown that is not filled in."""

    site_name = models.CharField(_("name of the site"), max_length=255, blank=True)
    short_name = models.CharField(
        _("short name"),
        max_length=30,
        blank=True,
        help_text=_("Stands below the icon of the site on a telephone. At most 12 letters fit."),
    )
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

    map_outlines = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("outlines of maps"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "A picture of the whole world, twice as wide as high, from 180° west to 180° east and "
            "90° north to 90° south in even steps (plate carrée), as the official map has it. If "
            "empty, maps show coastlines without any border."
        ),
    )
    map_approval = models.CharField(
        _("approval number of the map"),
        max_length=100,
        blank=True,
        help_text=_("The number (审图号) under which the outlines were approved, as assigned."),
    )

    map_service = models.CharField(
        _("web map"),
        max_length=255,
        blank=True,
        validators=[validate_map_service],
        help_text=_(
            "Where the addresses of offices lead, with {latitude} and {longitude} in place of the "
            "numbers by WGS 84. Nothing is loaded from there. If empty, the map of the reader’s "
            "device is opened."
        ),
    )

    data_licence = models.URLField(
        _("licence of open data"),
        blank=True,
        help_text=_(
            "The address of the licence under which the data sets of this site may be used, as "
            "machines read it. The rights notice is told besides."
        ),
    )

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                translated(
                    "site_name",
                    "short_name",
                    "copyright_line",
                    "precedence_notice",
                    "rights_notice",
                ),
                heading=_("Texts"),
            ),
            *SiteIdentity.identity_panels,
            RowsPanel(
                "site_columns",
                heading=_("Columns of the site"),
                label=_("Column"),
                help_text=_(
                    "What the rules for government sites ask machines to be told of each column "
                    "(栏目), a page that lists others. Its name and description are those of the "
                    "page."
                ),
            ),
            MultiFieldPanel(
                [fact("map_outlines"), fact("map_approval"), fact("map_service")],
                heading=_("Maps"),
            ),
            MultiFieldPanel([fact("data_licence")], heading=_("Open data")),
            RowsPanel("footer_links", heading=_("Footer links"), label=_("Footer link")),
        ]
    )

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class SiteColumn(Row):
    """What is told of a column (栏目) in addition to its title and its summary."""

    configuration = ParentalKey(
        SiteConfiguration, on_delete=models.CASCADE, related_name="site_columns"
    )
    page = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    type = models.CharField(
        pgettext_lazy("of a column", "type"),
        max_length=30,
        choices=SiteColumnType,
        blank=True,
        help_text=_("If empty, it follows from the kind of the page, where that is clear."),
    )
    keywords = models.CharField(
        _("keywords of the column"),
        max_length=255,
        blank=True,
        help_text=_("Words that say what the column is about, separated by commas."),
    )

    panels = [FieldRowPanel([fact("page"), fact("type")]), *translated("keywords")]

    class Meta(Row.Meta):
        verbose_name = _("column")
        verbose_name_plural = _("columns")


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


class DatedLink(LinkRow, Period):
    """A link for a time, which editors keep in a list of its own.

    It is a row of the settings, so that it is loaded with them for every page; a new one belongs to
    the default site.
    """

    class Meta(LinkRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(localized(self, "label") or self.page or self.url)

    def clean(self) -> None:
        """Refuse one that has no words."""
        super().clean()
        if not (self.page_id or localized(self, "label")):
            raise ValidationError(_("Enter a label or choose a page."))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it with the settings that it belongs to."""
        if self.configuration_id is None:
            site = Site.objects.get(is_default_site=True)
            self.configuration = SiteConfiguration.for_site(site)
        super().save(*args, **kwargs)


class HotKeyword(DatedLink):
    """A term that visitors often look for, perhaps for a time only.

    Without an address it leads to a search for it.
    """

    configuration = ParentalKey(
        SiteConfiguration, on_delete=models.CASCADE, related_name="hot_keywords"
    )

    class Meta(DatedLink.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("popular search")
        verbose_name_plural = _("popular searches")


class UrgentNotice(DatedLink):
    """What everybody should know at once, in a bar at the top of every page.

    It stands there in the languages that it is written in, and is gone when its last day is over.
    """

    configuration = ParentalKey(
        SiteConfiguration, on_delete=models.CASCADE, related_name="urgent_notices"
    )
    # Not optional, so that none is forgotten.
    until = models.DateField(
        _("to and including"),
        help_text=_("At the end of this day the notice disappears from all pages by itself."),
    )

    class Meta(DatedLink.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("urgent notice")
        verbose_name_plural = _("urgent notices")
