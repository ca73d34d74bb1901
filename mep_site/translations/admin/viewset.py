"""The views of pages: Wagtail's own, in the scope of a language where that matters."""

from typing import Any

import swapper
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Revision

from ..languages import get_language
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

    def _get_revision_and_heading(self, revision_id: str) -> tuple[Any, str]:
        compared, heading = super()._get_revision_and_heading(revision_id)
        stored = Revision.objects.filter(pk=revision_id).first() if revision_id.isdigit() else None
        code = stored and (stored.content.get("edition") or {}).get("language")
        if not code:
            return compared, heading
        return compared, _("%(heading)s, saved in: %(language)s") % {
            "heading": heading,
            "language": get_language(code).name,
        }


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
