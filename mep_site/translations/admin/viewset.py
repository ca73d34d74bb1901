"""The views of pages: Wagtail's own, in the scope of a language where that matters."""

import swapper
from wagtail.admin.viewsets.pages import PageViewSet

from .actions.approving import EditionWorkflowActionView
from .actions.copying import EditionCopyView
from .actions.deleting import EditionDeleteView
from .actions.moving import ScopedConvertAliasView, ScopedMoveConfirmView
from .actions.unpublishing import EditionUnpublishView, EditionUnscheduleView
from .editing.creating import EditionCreateView
from .editing.previewing import EditionDraftView, EditionPreviewOnCreateView, EditionPreviewView
from .editing.views import EditionEditView, EditionRevertView
from .listing.explorer import EditionFilterSet, EditionIndexView, EditionSearchView, EditionUseView
from .listing.history import EditionCompareView, EditionHistoryView

page_viewset = PageViewSet(
    model=swapper.load_model("wagtailcore", "Page"),
    add_view_class=EditionCreateView,
    convert_alias_view_class=ScopedConvertAliasView,
    copy_view_class=EditionCopyView,
    edit_view_class=EditionEditView,
    preview_on_add_view_class=EditionPreviewOnCreateView,
    preview_on_edit_view_class=EditionPreviewView,
    revisions_revert_view_class=EditionRevertView,
    revisions_compare_view_class=EditionCompareView,
    revisions_unschedule_view_class=EditionUnscheduleView,
    history_view_class=EditionHistoryView,
    move_confirm_view_class=ScopedMoveConfirmView,
    unpublish_view_class=EditionUnpublishView,
    view_draft_view_class=EditionDraftView,
    workflow_action_view_class=EditionWorkflowActionView,
    delete_view_class=EditionDeleteView,
    index_view_class=EditionIndexView,
    content_type_use_view_class=EditionUseView,
    columns=EditionIndexView.base_columns,
    filterset_class=EditionFilterSet,
    search_view_class=EditionSearchView,
)
