"""The views of pages: Wagtail's own, in the scope of a language where that matters."""

import swapper
from wagtail.admin.viewsets.pages import PageViewSet

from .copying import EditionCopyView
from .creating import EditionCreateView
from .deleting import EditionDeleteView
from .editing import EditionEditView, EditionRevertView
from .explorer import EditionFilterSet, EditionIndexView, EditionSearchView, EditionUseView
from .history import EditionCompareView, EditionHistoryView
from .previewing import EditionDraftView, EditionPreviewOnCreateView, EditionPreviewView
from .unpublishing import EditionUnpublishView, EditionUnscheduleView

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
    view_draft_view_class=EditionDraftView,
    delete_view_class=EditionDeleteView,
    index_view_class=EditionIndexView,
    content_type_use_view_class=EditionUseView,
    columns=EditionIndexView.base_columns,
    filterset_class=EditionFilterSet,
    search_view_class=EditionSearchView,
)
