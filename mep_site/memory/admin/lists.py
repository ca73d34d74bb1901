"""The list of pairs, which is searched in Chinese or in a translation, and that of files."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import DeleteView, IndexView
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.log_actions import log

from ..matching.offering import page_title_of
from ..models import MemoryImport, MemoryPair
from ..permissions import languages_kept_by
from .columns import ChineseColumn, OriginColumn, RemovalColumn, TranslationColumn


def origin_of(pair: MemoryPair) -> str:
    """The name of the file or of the page that a pair is from."""
    batch = pair.sheet.batch
    return batch.file_name if batch else page_title_of(pair)


class MemoryIndexView(IndexView):
    """All pairs that the user may be offered."""

    page_title = gettext_lazy("Translation memory")
    any_permission_required = ["view"]
    columns = [
        ChineseColumn("chinese", label=gettext_lazy("Chinese text")),
        TranslationColumn("target", label=gettext_lazy("Translation")),
        OriginColumn("origin", accessor=origin_of, label=pgettext_lazy("memory", "From")),
        DateColumn("published_at", label=gettext_lazy("Date"), sort_key="published_at"),
        RemovalColumn("pk", label=pgettext_lazy("memory", "Take out")),
    ]

    def get_base_queryset(self) -> QuerySet[MemoryPair]:
        """Those in the user's languages, from pages that the user may see."""
        pairs = MemoryPair.objects.offered().shown_to(self.request.user)
        return pairs.with_origin().with_title()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """The newest first, of a page in its order."""
        ordering = self.ordering if self.ordering else "-published_at"
        return queryset.order_by(ordering, "pk" if ordering == "published_at" else "-pk")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Export what is shown; the imported files."""
        query = self.request.GET.urlencode()
        return [
            Button(
                _("Export what is listed as TMX"),
                url=f"{reverse('memory:export')}?{query}",
                icon_name="download",
                priority=10,
            ),
            Button(
                _("Imported files"),
                url=reverse("memory_imports:index"),
                icon_name="doc-full",
                priority=20,
            ),
        ]


class RemovePairView(DeleteView):
    """Takes a wrong pair out of the memory; the page stays as it is."""

    page_title = gettext_lazy("Take out of the memory")
    template_name = "memory/confirm_removal.html"

    def get_object(self, queryset: QuerySet | None = None) -> MemoryPair:
        """The pair; ``PermissionDenied`` unless the user looks after its language."""
        pairs = MemoryPair.objects.offered().shown_to(self.request.user)
        pair = super().get_object(pairs)
        if pair.get_language() not in languages_kept_by(self.request.user):
            raise PermissionDenied
        return pair

    def get_success_message(self) -> str:
        return _("The pair is not offered any more.")

    def delete_action(self) -> None:
        """Kept, so that it does not come back with the next publication of its page."""
        MemoryPair.objects.filter(pk=self.object.pk).declare_wrong(self.request.user)
        log(instance=self.object, action="wagtail.delete")


class ImportIndexView(IndexView):
    """The files that were imported in the user's languages."""

    page_title = gettext_lazy("Imported files")
    any_permission_required = ["view"]
    add_item_label = gettext_lazy("Import a TMX file")
    columns = [
        TitleColumn("file_name", label=gettext_lazy("File"), url_name="memory_imports:look"),
        Column("get_language_display", label=gettext_lazy("Language")),
        DateColumn("imported_at", label=pgettext_lazy("memory", "Imported")),
        Column("imported_by", label=pgettext_lazy("memory", "By")),
        Column("total", label=pgettext_lazy("memory", "Pairs")),
        Column("state", label=pgettext_lazy("memory", "State")),
    ]

    def get_base_queryset(self) -> QuerySet[MemoryImport]:
        """With the number of pairs that are left of each."""
        files = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )
        left = Count("sheets__pairs", filter=Q(sheets__pairs__removed_at=None))
        return files.select_related("imported_by").annotate(total=left)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Import another one, for those who may."""
        return [self.add_button] if languages_kept_by(self.request.user) else []
