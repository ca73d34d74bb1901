"""The list of a page's findings in one language, where they are set aside and taken up again."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.sources import Source, source_of
from mep_site.translations.admin.forms.unit_rows import anchor, unit_rows
from mep_site.translations.admin.scope import edit_url, editable_draft, requested_language
from mep_site.translations.audit import log_edition
from mep_site.translations.content.rows import load_rows
from mep_site.translations.languages import Language, authoritative

from ..models import REASON_LENGTH, FindingSetAside
from ..pages import PageFindings, UnitFinding, findings_of_draft
from ..publishing import findings_url
from .asking import summary_of

SET_ASIDE, TAKEN_UP = "textchecks.set_aside", "textchecks.take_up"


class ReasonForm(forms.Form):
    """Which finding is no fault, and why."""

    unit = forms.CharField(max_length=255)
    check = forms.CharField(max_length=30)
    fingerprint = forms.CharField(max_length=30)
    reason = forms.CharField(max_length=REASON_LENGTH)


class FindingsView(WagtailAdminTemplateMixin, TemplateView):
    """Shows what the checks find in the newest draft of a translation.

    Who may edit the language may set a warning aside; what blocks, who may publish it.
    """

    template_name = "textchecks/findings_of_page.html"
    header_icon = "warning"

    @cached_property
    def language(self) -> Language:
        """The language that the address names; the Chinese text is not checked."""
        language = requested_language(self.request)
        if language == authoritative():
            raise PermissionDenied(_("The checks look at translations."))
        return language

    @cached_property
    def page(self) -> AbstractPage:
        """The newest draft, in the scope of the language."""
        draft = editable_draft(self.request.user, self.kwargs["page_id"], self.language)
        load_rows(draft)
        return draft

    @cached_property
    def source(self) -> Source:
        """What it translates."""
        return source_of(self.page)

    @cached_property
    def found(self) -> PageFindings:
        """What the checks find in it."""
        return findings_of_draft(self.page, self.source)

    @property
    def may_publish(self) -> bool:
        """Whether the user may publish this text, and so decide about what blocks it."""
        return self.page.permissions_for_user(self.request.user).can_publish()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for both permissions first, whatever is wanted."""
        self.request, self.kwargs = request, kwargs
        _ = self.language, self.page
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Findings of the checks")

    def get_page_subtitle(self) -> str:
        return f"{self.page.get_admin_display_title()} · {self.language}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Back to the form."""
        form = {"url": edit_url(self.page, self.language), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, form, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The texts with findings, in the order of the page."""
        rows = {row.unit.id: row for row in unit_rows(self.page, self.source)}
        form = edit_url(self.page, self.language)
        return super().get_context_data(**kwargs) | {
            "texts": [
                (rows[unit], f"{form}#{anchor(unit)}", findings)
                for unit, findings in self.found.by_unit.items()
                if unit in rows
            ],
            "summary": summary_of(self.found) if self.found.open else "",
            "language": self.language,
            "source_language": authoritative(),
            "may_publish": self.may_publish,
            "form_url": form,
            "reason_length": REASON_LENGTH,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Set a finding aside, or take it up again; only one that is there still."""
        form = ReasonForm(request.POST)
        asked = [request.POST.get(name, "") for name in ("unit", "check", "fingerprint")]
        finding = next((each for each in self.found if list(each.key) == asked), None)
        if finding is None:
            messages.warning(request, _("The texts have changed meanwhile. Look at them again."))
        elif finding.set_aside is not None:
            self._require_right(finding)
            self._take_up(finding)
        elif form.is_valid():
            self._require_right(finding)
            self._set_aside(finding, form.cleaned_data["reason"])
        else:
            messages.error(request, _("Say why this is no fault: others will read it."))
        return redirect(f"{findings_url(self.page.pk, self.language)}#{anchor(asked[0])}")

    def _require_right(self, finding: UnitFinding) -> None:
        if finding.is_severe and not self.may_publish:
            raise PermissionDenied(
                _("This finding keeps the text from being published. Only publishers set it aside.")
            )

    def _set_aside(self, finding: UnitFinding, reason: str) -> None:
        unit, check, fingerprint = finding.key
        FindingSetAside.objects.get_or_create(
            page_id=self.page.pk,
            language=self.language.code,
            unit=unit,
            check_name=check,
            fingerprint=fingerprint,
            defaults={"reason": reason, "set_aside_by": self.request.user},
        )
        self._log(SET_ASIDE, finding, reason)
        messages.success(
            self.request, _("The finding is set aside until one of the texts changes.")
        )

    def _take_up(self, finding: UnitFinding) -> None:
        finding.set_aside.delete()
        self._log(TAKEN_UP, finding, finding.set_aside.reason)
        messages.success(self.request, _("The finding is open again."))

    def _log(self, action: str, finding: UnitFinding, reason: str) -> None:
        log_edition(
            self.page,
            action,
            self.request.user,
            languages=(self.language,),
            changed=False,
            details={"check": finding.finding.check, "unit": finding.unit, "comment": reason},
        )
