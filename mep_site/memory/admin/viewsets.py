"""Where the memory stands in the admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import MemoryImport, MemoryPair
from .files import (
    ImportAddView,
    ImportDeleteView,
    ImportLookView,
    ImportUploadView,
    MemoryExportView,
)
from .filters import MemoryFilterSet
from .lists import ImportIndexView, MemoryIndexView, RemovePairView


class MemoryViewSet(ModelViewSet):
    """The pairs: search, export, and taking wrong ones out."""

    model = MemoryPair
    name = "memory"
    url_prefix = "memory"
    icon = "history"
    menu_label = _("Translation memory")
    menu_name = "memory"
    menu_order = 260
    add_to_admin_menu = True
    add_to_reference_index = False
    form_fields: list[str] = []
    index_view_class = MemoryIndexView
    delete_view_class = RemovePairView
    delete_template_name = "memory/confirm_removal.html"
    filterset_class = MemoryFilterSet
    search_fields = ["chinese", "target"]
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Pairs come from publications and files only."""
        absent = {"add_url_name": None, "edit_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**kwargs, **absent)

    def get_urlpatterns(self) -> list[URLPattern]:
        export = self.construct_view(MemoryExportView, **self.get_index_view_kwargs())
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("export/", export, name="export"),
            path("take-out/<int:pk>/", self.delete_view, name="delete"),
        ]


class ImportViewSet(ModelViewSet):
    """The imported files, each with its pairs."""

    model = MemoryImport
    name = "memory_imports"
    url_prefix = "memory-imports"
    icon = "download"
    add_to_reference_index = False
    form_fields: list[str] = []
    index_view_class = ImportIndexView
    delete_view_class = ImportDeleteView
    delete_template_name = "memory/confirm_import_removal.html"

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        absent = {"edit_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**kwargs, **absent)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("add/", ImportUploadView.as_view(), name="add"),
            path("<int:pk>/", ImportLookView.as_view(), name="look"),
            path("<int:pk>/add/", ImportAddView.as_view(), name="add_pairs"),
            path("<int:pk>/remove/", self.delete_view, name="delete"),
        ]
