"""The views that take terms in from files and give them out."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ..files.comparing import ImportPlan, plan_import
from ..files.formats import TERM_FORMATS
from ..files.listed import RefusedFileError
from ..files.listing import listed_terms
from ..files.opening import open_terms
from ..files.packing import pack_terms, unpack_terms
from ..files.taking_over import take_over
from ..models import ApprovedTerm
from .forms import ConfirmationForm, TermFileForm

SHOWN_AT_MOST = 500


class TermExportView(PermissionCheckedMixin, View):
    """The whole base as a file."""

    model = ApprovedTerm
    any_permission_required = ["view", "add", "change", "delete"]

    def get(self, request: HttpRequest, ending: str) -> HttpResponse:
        """The file in the format that has this ending."""
        if ending not in TERM_FORMATS:
            raise Http404
        chosen = TERM_FORMATS[ending]
        response = HttpResponse(chosen.write(listed_terms()), content_type=chosen.media_type)
        name = f"terms-{timezone.localdate()}.{ending}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class TermImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Reads a file and shows what it would change; changes it when that is confirmed.

    In between nothing is kept here: what was read is in the form that confirms it.
    """

    model = ApprovedTerm
    permission_required = "change"
    form_class = TermFileForm
    template_name = "terms/import.html"
    page_title = gettext_lazy("Import terms")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """For those only who may also add terms."""
        if not self.user_has_permission("add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        terms = {"url": reverse("terms:index"), "label": pgettext("menu", "Terms")}
        return [*self.breadcrumbs_items, terms, {"url": "", "label": self.get_page_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Read a file, or do what was shown."""
        if "packed" in request.POST:
            return self._confirmed(ConfirmationForm(request.POST))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: TermFileForm) -> HttpResponse:
        """Show what the file would change, or why it is refused."""
        try:
            terms, refused = open_terms(form.cleaned_data["file"].read())
            packed = pack_terms(terms)
        except RefusedFileError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        return self._show(plan_import(terms, refused), packed)

    def _show(self, plan: ImportPlan, packed: str) -> HttpResponse:
        confirmation = ConfirmationForm({"packed": packed, "expected": plan.fingerprint})
        return self.render_to_response(
            self.get_context_data(
                plan=plan, shown=plan.changes[:SHOWN_AT_MOST], confirmation=confirmation
            )
        )

    def _confirmed(self, form: ConfirmationForm) -> HttpResponse:
        try:
            terms = unpack_terms(form.data["packed"])
        except RefusedFileError as error:
            messages.error(self.request, str(error))
            return redirect("terms:import")
        expected = form.data.get("expected", "")
        plan = take_over(terms, self.request.user, expected or "-")
        if plan.fingerprint != expected:
            messages.warning(
                self.request,
                _("The terms were changed in the meantime, so nothing is done yet. Look again."),
            )
            return self._show(plan, form.data["packed"])
        changed = len(plan.changes)
        messages.success(
            self.request,
            ngettext(
                "%(number)s term was taken over.", "%(number)s terms were taken over.", changed
            )
            % {"number": changed},
        )
        return redirect("terms:index")
