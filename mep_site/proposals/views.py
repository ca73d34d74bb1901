"""What translators ask: a proposal for one text, and proposals for all that are empty."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages

from mep_site.translations.admin.forms.unit_rows import field_name
from mep_site.translations.admin.scope import edit_url, editable_draft, requested_language
from mep_site.translations.freshness.diff import plain_text

from .asking import ProposalAnswer, proposal_for, proposals_for
from .filling import empty_units, fill_empty
from .leaving import Departure, NothingMayLeaveError

# An engine may take half a minute for as many texts, and what answered is kept if it fails then.
ASKED_AT_ONCE, FILLED_AT_ONCE = 20, 60


# Nobody else waits while the engine is asked: no transaction is open then.
@method_decorator(transaction.non_atomic_requests, name="dispatch")
class ProposalView(View):
    """A proposal for one text, as a part of a page."""

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask for the unit that is named, in the language that is named."""
        language = requested_language(request)
        page, unit = editable_draft(request.user, page_id, language), request.POST.get("unit", "")
        context: dict[str, Any] = {
            "answer": proposal_for(page, unit, language, request.user),
            "unit": unit,
            "language": language,
            "answer_name": field_name("answer", unit),
        }
        return TemplateResponse(request, "proposals/proposal.html", context)


@method_decorator(transaction.non_atomic_requests, name="dispatch")
class FillView(View):
    """Proposals for all texts that are empty; says first how much would go where."""

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Find the draft; back to the form, which says so, where somebody has locked the page."""
        self.language = requested_language(request)
        self.draft = editable_draft(request.user, page_id, self.language)
        self.form_url = edit_url(self.draft, self.language)
        lock = self.draft.get_lock()
        if lock and lock.for_user(request.user):
            return redirect(self.form_url)
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        """What would be sent."""
        rows, reason = empty_units(self.draft), ""
        departure = None
        try:
            departure = Departure.of(self.draft, self.language)
        except NothingMayLeaveError as refusal:
            reason = str(refusal)
        context = {
            "subtitle": f"{self.draft.get_admin_display_title()} · {self.language}",
            "count": len(rows),
            "characters": sum(len(plain_text(row.source_unit.text)) for row in rows),
            "at_once": FILLED_AT_ONCE,
            "departure": departure,
            "reason": reason,
            "form_url": self.form_url,
        }
        return TemplateResponse(request, "proposals/fill.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Ask, write what was answered into the draft, and say what was not."""
        units = [row.unit.id for row in empty_units(self.draft)]
        answers = self._answers(units[:FILLED_AT_ONCE])
        proposals = {unit: each.proposal for unit, each in answers.items() if each.proposal}
        filled = fill_empty(self.draft, self.language, proposals, request.user)
        if filled:
            self._tell(filled, len(units) - filled)
        for reason in dict.fromkeys(each.reason for each in answers.values() if each.reason):
            messages.warning(request, reason)
        return redirect(self.form_url)

    def _answers(self, units: list[str]) -> dict[str, ProposalAnswer]:
        answers: dict[str, ProposalAnswer] = {}
        for start in range(0, len(units), ASKED_AT_ONCE):
            portion = units[start : start + ASKED_AT_ONCE]
            answers |= proposals_for(self.draft, portion, self.language, self.request.user)
        return answers

    def _tell(self, filled: int, left: int) -> None:
        done = ngettext(
            "A machine proposed %(count)s text. Read it, then change it or confirm it: until then "
            "the translation can’t be published.",
            "A machine proposed %(count)s texts. Read them, then change or confirm each: until "
            "then the translation can’t be published.",
            filled,
        ) % {"count": filled}
        more = ngettext("%(count)s text is empty.", "%(count)s texts are empty.", left) % {
            "count": left
        }
        messages.success(self.request, f"{done} {more}" if left else done)
