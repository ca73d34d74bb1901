"""Sections that show what stands in a list of the site."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from mep_site.core.blocks.links import LoadedPageChooser
from mep_site.core.lists.filters import ListFilters
from mep_site.core.lists.querysets import BasePageQuerySet
from mep_site.core.loading.page_pictures import RENDITION_SPECS
from mep_site.core.models import BasePage
from mep_site.core.models.listing import ListingMixin
from mep_site.media.models import prefetch_renditions
from mep_site.translations.languages import active_language

from .section import HomeSection, Value, can_be_read

# How many entries are shown, by the look of the section.
COUNTS = {"pictures": 5, "dates": 4, "cards": 6, "names": 60}
# Among so many of the newest those with pictures are looked for.
LOOKED_THROUGH = 40
LISTS = (
    *("news.NewsIndex", "news.PolicyIndex", "news.ActivityOverview", "news.EventIndex"),
    *("cooperation.CooperationIndex", "departments.DepartmentIndex"),
    *("departments.InstitutionIndex", "departments.LeaderIndex"),
)


class ListedSection(HomeSection):
    """Entries of a list, which the heading leads to."""

    count = 6

    class Meta:
        preview_value = None

    def get_preview_value(self) -> Value:
        """What the section shows of the first list that it is meant for, for editors to see."""
        lists = self.child_blocks["index"].target_models[0].objects.order_by("path")
        return self.to_python({"index": lists.values_list("pk", flat=True).first()})

    def pages(self, value: Value) -> Iterable[BasePage | None]:
        """The list."""
        return [value.get("index")]

    def entries(self, value: Value) -> Sequence[BasePage]:
        """The first of those that are wanted, with their pictures."""
        index = _index(value.get("index"))
        shown = self.shown(index, value) if index else []
        images = [image for entry in shown for image in entry.list_images()]
        prefetch_renditions(images, RENDITION_SPECS)
        return shown

    def shown(self, index: ListingMixin, value: Value) -> Sequence[BasePage]:
        """The entries that are shown of a list."""
        return list(self.wanted(_readable(index))[: self.count])

    def wanted(self, entries: BasePageQuerySet) -> BasePageQuerySet:
        """Those entries of the list that the section is about, in its order."""
        return entries

    def get_context(
        self, value: Value, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``index``, the list, if it can be read."""
        context = super().get_context(value, parent_context)
        page = value.get("index")
        return {**context, "index": page if can_be_read(page) else None}


class EntriesSection(ListedSection):
    """The newest of a list, or the first of one that has an order of its own."""

    index = LoadedPageChooser(label=_("List"), page_type=LISTS)
    look = blocks.ChoiceBlock(
        label=_("Look"),
        choices=[
            ("pictures", _("Those with pictures, the first one large")),
            ("dates", _("Lines with dates")),
            ("cards", _("Cards with summaries")),
            ("names", _("All names in columns")),
        ],
        default="dates",
    )
    first = LoadedPageChooser(
        label=_("Stands first"),
        required=False,
        help_text=_("A page of the list. If empty, the list begins as usual."),
    )

    class Meta:
        icon = "list-ul"
        label = _("From a list")
        description = _("The newest entries of a list, such as the news, under its title.")
        template = "home/sections/entries.html"

    def clean(self, value: Value) -> Value:
        """Refuse a first page that does not stand in the list."""
        value = super().clean(value)
        first, index = value.get("first"), value.get("index")
        if first and index and not first.path.startswith(index.path):
            raise blocks.StructBlockValidationError(
                {"first": ValidationError(_("This page does not stand below the list chosen."))}
            )
        return value

    def shown(self, index: ListingMixin, value: Value) -> Sequence[BasePage]:
        """The first of the list as its page has them, in front of them the one that was chosen."""
        listed = index.list_in(active_language(), ListFilters.of(index.facets, {}))
        count, first = COUNTS[value["look"]], value.get("first")
        if value["look"] == "pictures":
            newest = with_pictures(listed[0:LOOKED_THROUGH])[: count + 1]
        else:
            newest = listed[0 : count + 1]
        chosen = list(_readable(index).filter(pk=first.pk)) if first else []
        return [*chosen, *(entry for entry in newest if entry not in chosen)][:count]


def with_pictures(entries: Sequence[BasePage]) -> list[BasePage]:
    """Those with a picture; beside them the others would leave holes. All, if none can have one."""
    return [entry for entry in entries if getattr(entry, "image", entry)]


class ConsultationsSection(ListedSection):
    """The drafts on which the public may still comment, those that close first in front."""

    usual_heading = _("Open consultations")

    index = LoadedPageChooser(label=_("List"), page_type="news.PolicyIndex")

    class Meta:
        icon = "comment"
        label = _("Open consultations")
        description = _("Drafts of a list of policies with the days left for comments.")
        template = "home/sections/consultations.html"

    def wanted(self, entries: BasePageQuerySet) -> BasePageQuerySet:
        open_ones = entries.filter(comments_until__gte=timezone.localdate())
        return open_ones.order_by("comments_until", "path")


class EventsSection(ListedSection):
    """What takes place next, or goes on today."""

    usual_heading = _("Events of the coming weeks")

    index = LoadedPageChooser(label=_("List"), page_type="news.EventIndex")

    class Meta:
        icon = "calendar-alt"
        label = _("Coming events")
        description = _("The next events of a list, with their days and places.")
        template = "home/sections/events.html"

    def wanted(self, entries: BasePageQuerySet) -> BasePageQuerySet:
        ahead = entries.alias(last=Coalesce("ends_on", "starts_on"))
        ahead = ahead.filter(last__gte=timezone.localdate())
        return ahead.order_by("starts_on", "starts_at", "path")


class LeadersSection(ListedSection):
    """The leaders in protocol order, the minister in front."""

    usual_heading = _("Leaders")

    index = LoadedPageChooser(label=_("List"), page_type="departments.LeaderIndex")

    class Meta:
        icon = "group"
        label = _("Minister and leaders")
        description = _("The first of a list of leaders, with their portraits and posts.")
        template = "home/sections/leaders.html"


def _index(page: BasePage | None) -> ListingMixin | None:
    """The list that a page is, without what it says; ``None`` if it cannot be read."""
    return page.specific_class.at(page.path) if can_be_read(page) else None


def _readable(index: ListingMixin) -> BasePageQuerySet:
    """The entries of a list that have a text in the active language, with what lists show."""
    return index.get_entries().in_language(active_language()).for_lists()
