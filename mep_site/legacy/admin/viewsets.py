"""The section in the menu of the admin."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from mep_site.legacy.models import LegacyAnomaly, LegacyReading

from .views import (
    AnomalyView,
    ApproveView,
    PreviewView,
    ProgressView,
    ReadAgainView,
    ReadingIndexView,
    RefusedView,
    ReviewView,
    TransformationsView,
    UploadView,
    leaf_of,
)


class ReadingViewSet(ModelViewSet):
    """Captures: upload, progress, list, review."""

    model = LegacyReading
    name = "legacy_readings"
    url_prefix = "legacy/captures"
    icon = "doc-full"
    menu_label = _("Captures")
    add_to_reference_index = False
    inspect_view_enabled = True
    index_view_class = ReadingIndexView
    form_fields: list[str] = []
    list_display = [
        TitleColumn("capture", label=_("File"), url_name="legacy_readings:edit"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("get_state_display", label=pgettext_lazy("of an import", "State"), sort_key="state"),
        Column("coverage_percent", label=_("Coverage")),
        NumberColumn("pairs", label=_("Pairs"), sort_key="pairs"),
        NumberColumn("open_anomalies", label=_("Open anomalies"), sort_key="open_anomalies"),
        DateColumn("read_at", label=_("Read"), sort_key="read_at"),
    ]
    list_filter = ["state", "kind"]
    search_fields = ["capture__file_name"]
    list_per_page = 50
    index_template_name = "legacy/index.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        """The views of this section; a reading is never edited or deleted by hand."""
        views = {
            "progress/<int:pk>/": (ProgressView, "progress"),
            "review/<int:pk>/": (ReviewView, "edit"),
            "review/<int:pk>/approve/": (ApproveView, "approve"),
            "review/<int:pk>/transformations/": (TransformationsView, "transformations"),
            "review/<int:pk>/preview/<int:number>/<str:language>/": (PreviewView, "preview"),
            "new/": (UploadView, "add"),
            "refused/": (RefusedView, "refused"),
            "refused/<int:pk>/read/": (ReadAgainView, "read_again"),
        }
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            *(path(route, view.as_view(), name=name) for route, (view, name) in views.items()),
        ]


def review_url(anomaly: LegacyAnomaly) -> str:
    """Where an anomaly stands in the review."""
    url = reverse("legacy_readings:edit", args=[anomaly.reading_id])
    return f"{url}?p={leaf_of(anomaly)}#line-{max(1, anomaly.line)}"


class AnomalyViewSet(ModelViewSet):
    """The queue of what needs a human eye, by page."""

    model = LegacyAnomaly
    name = "legacy_anomalies"
    url_prefix = "legacy/anomalies"
    icon = "warning"
    menu_label = _("Anomalies")
    add_to_reference_index = False
    inspect_view_enabled = True
    form_fields: list[str] = []
    list_display = [
        TitleColumn("get_code_display", label=_("Anomaly"), get_url=review_url),
        Column("subject", label=_("Place in the text")),
        Column("page", label=_("Page"), sort_key="page_id"),
        Column("reading", label=_("File"), sort_key="reading_id"),
        NumberColumn("line", label=_("Line")),
        Column("get_severity_display", label=_("Severity"), sort_key="severity"),
        Column("get_state_display", label=pgettext_lazy("of an import", "State"), sort_key="state"),
    ]
    list_filter = ["state", "severity", "code"]
    ordering = ("page_id", "reading_id", "line")
    search_fields = ["reading__capture__file_name", "subject"]
    list_per_page = 50
    index_template_name = "legacy/index.html"

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Anomalies are found, never added or edited by hand."""
        return super().get_common_view_kwargs(**kwargs, add_url_name=None, edit_url_name=None)

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list and the decision."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/decide/", AnomalyView.as_view(), name="decide"),
        ]


class LegacyGroup(ModelViewSetGroup):
    """The menu item with its two lists."""

    menu_label = _("Legacy imports")
    menu_icon = "download"
    menu_order = 350
    items = (ReadingViewSet, AnomalyViewSet)
