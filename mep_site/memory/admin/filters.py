"""What the list of pairs is narrowed by."""

from typing import Any

import django_filters
import swapper
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import AbstractPage

from ..models import MemoryImport, MemoryPair
from ..permissions import languages_remembered_for

ORIGINS = [("pages", _("pages of the site")), ("files", _("imported files"))]


def pages(request: HttpRequest) -> QuerySet[AbstractPage]:
    return swapper.load_model("wagtailcore", "Page").objects.all()


def files(request: HttpRequest) -> QuerySet[MemoryImport]:
    """The files in the user's languages."""
    codes = [language.code for language in languages_remembered_for(request.user)]
    return MemoryImport.objects.filter(language__in=codes, is_added=True)


class MemoryFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"))
    origin = django_filters.ChoiceFilter(
        label=pgettext_lazy("memory", "Origin"), choices=ORIGINS, method="from_origin"
    )
    file = django_filters.ModelChoiceFilter(
        label=_("File"), queryset=files, field_name="sheet__batch"
    )
    page = django_filters.ModelChoiceFilter(
        label=_("Page, with all pages below it"),
        queryset=pages,
        widget=AdminPageChooser,
        method="at_or_below",
    )
    published_at = django_filters.DateFromToRangeFilter(
        label=_("Date"), widget=DateRangePickerWidget
    )

    class Meta:
        model = MemoryPair
        fields = ["language", "origin", "file", "page", "published_at"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = languages_remembered_for(self.request.user)
        self.filters["language"].extra["choices"] = [(each.code, each.name) for each in own]

    def from_origin(self, pairs: QuerySet, name: str, origin: str) -> QuerySet:
        """Those from pages, or those from files."""
        return pairs.filter(sheet__batch__isnull=origin == "pages")

    def at_or_below(self, pairs: QuerySet, name: str, page: AbstractPage) -> QuerySet:
        """Those of a page and of the pages below it."""
        return pairs.of_pages_below(page.path)
