"""Leaders of the ministry and the posts that they hold or held."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel

from mep_site.core.addresses.places import Place, places_of, readable_here
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.blocks import TextBlock
from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.schema_org import THE_MINISTRY, compact
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.core.models import BasePage, Row
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import SiteImage
from mep_site.publicstate.version import by_version
from mep_site.translations.admin.forms.edit_handlers import RowsPanel, fact, page_tabs, translated
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDateField
from mep_site.translations.languages.text import text_in


class LeaderIndex(ListingMixin, BasePage):
    """Lists the leaders in protocol order."""

    page_description = _("Lists the leaders in protocol order.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.LEADERS
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("leader index")
        verbose_name_plural = _("leader indexes")

    def get_entries(self) -> QuerySet["Leader"]:
        """The leaders with what the list shows of them."""
        return super().get_entries().select_related("portrait").prefetch_related("posts")


class Leader(BasePage):
    """A person; the title of the page is the name. Activities stand on pages below."""

    biography = body_field(TextBlock(), _("biography"))
    portrait = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    columns_for_lists = (*BasePage.columns_for_lists, "portrait")
    reading_order = ("posts",)
    page_description = _("A leader with posts and biography; activities go below.")
    search_group = "leader"
    open_graph_type = "profile"
    web_page_type = "ProfilePage"
    parent_page_types = ["departments.LeaderIndex"]
    edit_handler = page_tabs(
        texts=["biography"],
        facts=[
            fact("portrait"),
            RowsPanel(
                "posts",
                heading=_("Posts"),
                label=_("Post"),
                help_text=_("The most important post first."),
            ),
        ],
    )

    class Meta:
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")

    @property
    def current_posts(self) -> list["LeaderPost"]:
        """The posts that have not ended, in the order given."""
        return [post for post in self.posts.all() if not post.until]

    @property
    def former_posts(self) -> list["LeaderPost"]:
        """The posts that have ended, in the order given."""
        return [post for post in self.posts.all() if post.until]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the ``departments`` that the leader is in charge of."""
        home = SiteTree.for_request(request).home
        departments = _departments_of(self.pk, home.pk) if home and self.pk else ()
        context = super().get_context(request, *args, **kwargs)
        return {**context, "departments": readable_here(departments)}

    def list_images(self) -> Iterator[SiteImage]:
        """The portrait."""
        if self.portrait:
            yield self.portrait

    def structured_data(self, language: Language) -> dict[str, Any]:
        """A person with the posts held now."""
        posts = [text_in(post, "name", language) for post in self.current_posts]
        return compact(
            type="Person",
            name=text_in(self, "title", language),
            jobTitle=[post for post in posts if post],
            worksFor=THE_MINISTRY if self.current_posts else {},
        )


@by_version(maxsize=256)
def _departments_of(leader_id: int, root_id: int) -> tuple[Place, ...]:
    """The departments that a leader is in charge of, in the order of the ministry."""
    led = apps.get_model("departments.Department").objects.filter(led_by=leader_id)
    return places_of(tuple(led.values_list("pk", flat=True)), root_id)


class LeaderPost(Row):
    """A post, from and until when it was held as far as that is known."""

    leader = ParentalKey(Leader, on_delete=models.CASCADE, related_name="posts")
    name = models.CharField(
        _("post"), max_length=255, blank=True, help_text=_("Such as “Vice Minister”.")
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(
        _("until"), help_text=_("Empty while the post is held. YYYY-MM-DD, YYYY-MM or YYYY.")
    )

    panels = [*translated("name"), FieldRowPanel([fact("since"), fact("until")])]

    class Meta(Row.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def clean(self) -> None:
        """Refuse a post that ends before it begins."""
        super().clean()
        if self.since and self.until and self.until.first_day() < self.since.first_day():
            raise ValidationError({"until": _("The post cannot end before it begins.")})
