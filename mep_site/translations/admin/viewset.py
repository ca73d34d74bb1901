"""The views of pages: Wagtail's own, in the scope of a language where that matters."""

import swapper
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.admin.viewsets.pages import PageViewSet

from .editing import (
    EditionCreateView,
    EditionEditView,
    EditionPreviewOnCreateView,
    EditionPreviewView,
    EditionRevertView,
)
from .unpublishing import EditionUnpublishView, EditionUnscheduleView


class EditionCompareView(RevisionsCompareView):
    """Names the language that each of the two versions was saved in."""

    template_name = "translations/compare.html"


page_viewset = PageViewSet(
    model=swapper.load_model("wagtailcore", "Page"),
    add_view_class=EditionCreateView,
    edit_view_class=EditionEditView,
    preview_on_add_view_class=EditionPreviewOnCreateView,
    preview_on_edit_view_class=EditionPreviewView,
    revisions_revert_view_class=EditionRevertView,
    revisions_compare_view_class=EditionCompareView,
    revisions_unschedule_view_class=EditionUnscheduleView,
    unpublish_view_class=EditionUnpublishView,
)
