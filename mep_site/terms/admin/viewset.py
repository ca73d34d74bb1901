"""The base of terms: list, form, inspection, history, files."""

from functools import partial
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from mep_site.translations.languages import Language, languages

from ..files.formats import TERM_FORMATS
from ..kinds import kind_choices
from ..models import ApprovedTerm, TermRendering, rendering_languages
from .files import TermExportView, TermImportView
from .forms import TermForm


def renderings_of(term: ApprovedTerm, language: Language, status: str) -> str:
    """The renderings of a term, the usual one first."""
    return " | ".join(
        each.text
        for each in term.renderings.all()
        if (each.language, each.status) == (language.code, status)
    )


class TermFilterSet(WagtailFilterSet):
    """Narrows the list by kind, by what lacks, and to what is in force."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a term", "Kind"), choices=kind_choices
    )
    lacking = django_filters.ChoiceFilter(
        label=gettext_lazy("Without a rendering in"),
        choices=rendering_languages,
        method="filter_lacking",
    )
    in_force = django_filters.BooleanFilter(
        label=gettext_lazy("In force today"), method="filter_in_force"
    )

    class Meta:
        model = ApprovedTerm
        fields = ["kind"]

    def filter_lacking(self, terms: QuerySet, name: str, code: str) -> QuerySet:
        """Those that have no approved rendering in a language."""
        approved = TermRendering.objects.filter(
            term=OuterRef("pk"), language=code, status=TermRendering.Status.APPROVED
        )
        return terms.filter(~Exists(approved))

    def filter_in_force(self, terms: QuerySet, name: str, value: bool) -> QuerySet:
        """Those that are valid today, or the others."""
        valid = ApprovedTerm.objects.valid_on(timezone.localdate()).values("pk")
        return terms.filter(pk__in=valid) if value else terms.exclude(pk__in=valid)


class TermIndexView(IndexView):
    """The terms with their renderings."""

    def get_base_queryset(self) -> QuerySet[ApprovedTerm]:
        return super().get_base_queryset().prefetch_related("renderings")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By the Chinese, or by any rendering."""
        if not self.is_searching:
            return queryset
        text = self.search_query
        found = TermRendering.objects.filter(term=OuterRef("pk"), text__icontains=text)
        return queryset.filter(Q(chinese__icontains=text) | Exists(found))

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Those of files too."""
        buttons = [
            Button(
                _("Export as %(format)s") % {"format": each.name},
                url=reverse("terms:export", args=[ending]),
                icon_name="download",
                priority=20,
            )
            for ending, each in TERM_FORMATS.items()
        ]
        if self.user_has_permission("change") and self.user_has_permission("add"):
            url = reverse("terms:import")
            buttons.append(Button(_("Import terms"), url=url, icon_name="upload", priority=10))
        return [*super().header_more_buttons, *buttons]


class TermInspectView(InspectView):
    """All about a term, to read."""

    template_name = "terms/inspect.html"

    def get_fields_context(self) -> list[dict[str, Any]]:
        """Only what is known."""
        return [field for field in super().get_fields_context() if field["value"]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add ``renderings``."""
        renderings = self.object.renderings.all()
        return super().get_context_data(**kwargs, renderings=renderings)


class ApprovedTermViewSet(ModelViewSet):
    """The base of terms in the admin, for whoever may see it."""

    model = ApprovedTerm
    name = "terms"
    url_prefix = "terms"
    icon = "tag"
    menu_label = pgettext_lazy("menu", "Terms")
    menu_name = "terms"
    menu_order = 240
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = TermIndexView
    inspect_view_class = TermInspectView
    inspect_template_name = "terms/inspect.html"
    filterset_class = TermFilterSet
    search_fields = ["chinese"]
    list_per_page = 50
    list_display = [
        TitleColumn(
            "chinese",
            label=gettext_lazy("Chinese term"),
            url_name="terms:inspect",
            sort_key="chinese",
        ),
        Column("get_kind_display", label=pgettext_lazy("of a term", "Kind"), sort_key="kind"),
        *(
            Column(
                f"approved_{each.suffix}",
                label=each.name,
                accessor=partial(
                    renderings_of, language=each, status=TermRendering.Status.APPROVED
                ),
            )
            for each in languages()
            if not each.is_authoritative
        ),
        DateColumn("changed_at", label=gettext_lazy("Changed"), sort_key="changed_at"),
    ]
    inspect_view_fields = [
        *("chinese", "kind", "definition", "source", "note"),
        *("valid_from", "valid_until", "changed_at"),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("chinese"), FieldPanel("kind")]),
            InlinePanel(
                "renderings",
                heading=gettext_lazy("Renderings"),
                label=gettext_lazy("Rendering"),
                help_text=gettext_lazy("Of the approved ones the first is the usual one."),
                panels=[
                    FieldRowPanel(
                        [FieldPanel("language"), FieldPanel("text"), FieldPanel("status")]
                    ),
                    FieldRowPanel(
                        [
                            FieldPanel("source"),
                            FieldPanel("valid_from"),
                            FieldPanel("valid_until"),
                        ]
                    ),
                ],
            ),
            MultiFieldPanel(
                [
                    FieldPanel("source"),
                    FieldPanel("note"),
                    FieldPanel("definition"),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                ],
                heading=gettext_lazy("About the term"),
            ),
        ],
        base_form_class=TermForm,
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing refers to a term, so that there is no view of its usage."""
        return super().get_common_view_kwargs(**{**kwargs, "usage_url_name": None})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Those of files too."""
        usual = [each for each in super().get_urlpatterns() if each.name != "usage"]
        return [
            *usual,
            path("import/", self.construct_view(TermImportView), name="import"),
            path("export/<str:ending>/", self.construct_view(TermExportView), name="export"),
        ]
