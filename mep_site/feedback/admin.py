"""Error reports in the admin: the list, and the form in which they are handled."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import EditView, HistoryView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from mep_site.core.models import BasePage
from mep_site.translations.languages import languages
from mep_site.visitors.mail import can_send_mail

from .mail import send_answer
from .menu import ReportsMenuItem
from .models import ErrorReport
from .panels import ReportPanel

STATE_CHANGED, ANSWERED = "feedback.state", "feedback.answer"


class HandlingForm(WagtailAdminModelForm):
    """State and answer of a report; what the visitor wrote is not in it."""

    send_answer = forms.BooleanField(
        label=gettext_lazy("Send this answer to the reporter now"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.instance.email and can_send_mail()):
            del self.fields["send_answer"]

    def clean(self) -> dict[str, Any]:
        """Refuse to send an answer that says nothing."""
        cleaned = super().clean()
        if cleaned.get("send_answer") and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Write the answer that is to be sent."))
        return cleaned


class OwnLanguages:
    """For views of one report: only for those who handle its language."""

    def get_object(self, *args: Any) -> ErrorReport:
        """The report; ``PermissionDenied`` if it is none of the user's."""
        report = super().get_object(*args)
        policy = policy_registry.get_by_type(ErrorReport)
        if not policy.user_has_permission_for_instance(self.request.user, "change", report):
            raise PermissionDenied
        return report


class ReportEditView(OwnLanguages, EditView):
    """Handles a report, and sends the answer if that is asked for."""

    page_title = gettext_lazy("Error report")

    def save_instance(self) -> ErrorReport:
        """Save state and answer first, so that a mail server that fails loses nothing."""
        self.form.instance.note_handling(self.request.user)
        report = super().save_instance()
        if "state" in self.form.changed_data:
            log(instance=report, action=STATE_CHANGED, data={"state": report.state})
        if self.form.cleaned_data.get("send_answer"):
            self._send(report)
        return report

    def _send(self, report: ErrorReport) -> None:
        if send_answer(report):
            log(instance=report, action=ANSWERED)
            messages.success(self.request, _("The answer has been sent."))
        else:
            messages.error(
                self.request,
                _(
                    "The answer is saved, but the mail server did not take it. "
                    "Open the report and send it again later."
                ),
            )


class ReportHistoryView(OwnLanguages, HistoryView):
    """Who did what with a report."""


class ReportInspectView(OwnLanguages, InspectView):
    """Everything about a report, to read."""

    any_permission_required = ["view"]


class ReportFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a report", "State"), choices=ErrorReport.State.choices
    )
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), choices=[(each.code, each.name) for each in languages()]
    )
    kind = django_filters.ChoiceFilter(label=gettext_lazy("Kind"), choices=ErrorReport.Kind.choices)
    section = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("of the site", "Section"),
        queryset=lambda request: BasePage.objects.filter(depth=3).order_by("path"),
        method="below",
    )

    class Meta:
        model = ErrorReport
        fields = ["state", "language", "kind", "section"]

    def below(self, reports: QuerySet, name: str, section: BasePage) -> QuerySet:
        """The reports about a section and the pages below it."""
        return reports.filter(page__path__startswith=section.path)


class ReportIndexView(IndexView):
    """The reports that the user handles, the new ones first."""

    def get_base_queryset(self) -> QuerySet[ErrorReport]:
        """Those in the user's languages."""
        policy = policy_registry.get_by_type(ErrorReport)
        reports = policy.instances_user_has_any_permission_for(self.request.user, ["view"])
        return reports.select_related("page")


class ErrorReportViewSet(ModelViewSet):
    """List, form, inspection and history; reports are neither added nor deleted by hand."""

    model = ErrorReport
    name = "error_reports"
    url_prefix = "reports-of-errors"
    icon = "warning"
    menu_label = pgettext_lazy("menu", "Error reports")
    menu_name = "error-reports"
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = ReportIndexView
    edit_view_class = ReportEditView
    history_view_class = ReportHistoryView
    inspect_view_class = ReportInspectView
    menu_item_class = ReportsMenuItem
    filterset_class = ReportFilterSet
    search_fields = ["reference", "message", "paragraph_text", "answer", "address"]
    list_display = [
        TitleColumn(
            "reference",
            label=pgettext_lazy("of a report", "Number"),
            url_name="error_reports:edit",
        ),
        Column("get_state_display", label=pgettext_lazy("of a report", "State"), sort_key="state"),
        Column("get_language_display", label=gettext_lazy("Language"), sort_key="language"),
        Column("get_kind_display", label=gettext_lazy("Kind"), sort_key="kind"),
        Column("page", label=gettext_lazy("Page")),
        DateColumn("received_at", label=gettext_lazy("Received"), sort_key="received_at"),
    ]
    inspect_view_fields = [
        *("reference", "state", "kind", "language", "page", "address", "paragraph_text"),
        *("message", "email", "received_at", "answer", "answered_at"),
        *("handled_by", "handled_at", "closed_at"),
    ]
    edit_handler = ObjectList(
        [
            ReportPanel(),
            MultiFieldPanel(
                [FieldPanel("state"), FieldPanel("answer"), FieldPanel("send_answer")],
                heading=gettext_lazy("Handling"),
            ),
        ],
        base_form_class=HandlingForm,
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """No view leads to one that does not exist."""
        absent = {"add_url_name": None, "delete_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**kwargs, **absent)

    def get_urlpatterns(self) -> list[URLPattern]:
        views = {
            "": ("index", self.index_view),
            "results/": ("index_results", self.index_results_view),
            "edit/<int:pk>/": ("edit", self.edit_view),
            "inspect/<int:pk>/": ("inspect", self.inspect_view),
            "history/<int:pk>/": ("history", self.history_view),
            "history-results/<int:pk>/": ("history_results", self.history_results_view),
        }
        return [path(route, view, name=name) for route, (name, view) in views.items()]
