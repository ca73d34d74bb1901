"""The views of pages: Wagtail's own, in the scope of a language where that matters."""

import swapper
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import PageLogEntry

from ..languages import get_language
from .copying import EditionCopyView
from .creating import EditionCreateView
from .deleting import EditionDeleteView
from .editing import EditionEditView, EditionRevertView
from .explorer import EditionFilterSet, EditionIndexView, EditionSearchView
from .previewing import EditionPreviewOnCreateView, EditionPreviewView
from .unpublishing import EditionUnpublishView, EditionUnscheduleView


class EditionCompareView(RevisionsCompareView):
    """Names the language that each of the two versions was saved in."""

    template_name = "translations/compare.html"


class EditionHistoryView(PageHistoryView):
    """Shows beside each entry which languages it is about."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns and the languages."""
        action, *others = super().columns
        languages = Column("languages", label=_("Language"), accessor=languages_of, width="15%")
        return [action, languages, *others]


def languages_of(entry: PageLogEntry) -> str:
    """The languages of a log entry by their own names; empty if it is about the page as a whole."""
    return ", ".join(get_language(code).name for code in entry.data.get("languages") or [])


page_viewset = PageViewSet(
    model=swapper.load_model("wagtailcore", "Page"),
    add_view_class=EditionCreateView,
    copy_view_class=EditionCopyView,
    edit_view_class=EditionEditView,
    preview_on_add_view_class=EditionPreviewOnCreateView,
    preview_on_edit_view_class=EditionPreviewView,
    revisions_revert_view_class=EditionRevertView,
    revisions_compare_view_class=EditionCompareView,
    revisions_unschedule_view_class=EditionUnscheduleView,
    history_view_class=EditionHistoryView,
    unpublish_view_class=EditionUnpublishView,
    delete_view_class=EditionDeleteView,
    index_view_class=EditionIndexView,
    columns=EditionIndexView.base_columns,
    filterset_class=EditionFilterSet,
    search_view_class=EditionSearchView,
)
