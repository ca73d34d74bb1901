"""What is asked before a translation is handed on: texts in work or behind, and what apps ask."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Revision

from ...content.pins import FINGERPRINT_LENGTH
from ...permissions import PermissionType
from ..forms.saving import note_progress
from ..forms.sources import source_of
from ..forms.unit_rows import UnitRow, open_rows
from ..scope import edit_url, question_url
from .further_questions import further_questions
from .views import EditionEditView

SEEN = "seen-"
STEPS = {"publish": PermissionType.PUBLISH, "submit": PermissionType.SUBMIT}


class OpenUnitsView(EditionEditView):
    """Names the open texts of a saved draft and asks once how to go on.

    They are done; or the translation goes on as it is, and readers are told what pins say; or its
    translator goes back to work.
    """

    @property
    def step(self) -> str:
        """What is about to be done; the address names it."""
        return self.kwargs["step"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question; back to the form where there is nothing to ask."""
        self._check()
        source = source_of(self.page)
        rows = open_rows(self.page, source)
        further = further_questions(self.page, source, request)
        if not (rows or further) or self.locked_for_user:
            return redirect(self.get_edit_url())
        return render(
            request,
            "translations/open_units.html",
            {
                "subtitle": self.get_page_subtitle(),
                "language": self.language,
                "rows": rows,
                "further": further,
                "is_forbidden": self.step == "publish" and any(each.forbids for each in further),
                "revision": self.edition.latest_revision,
                "step": self.step,
                "form_url": edit_url(self.page, self.language),
                "seen_prefix": SEEN,
            },
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the answer; ask again if draft or source are not what was shown any more."""
        self._check()
        if self.locked_for_user:
            return redirect(self.get_edit_url())
        if request.POST.get("revision") != str(self.edition.latest_revision_id):
            return self._ask_again(
                _("The draft was saved again meanwhile. Look at it once more."),
            )
        if request.POST.get("answer") == "done" and not self._declare_done():
            return self._ask_again(
                _("The Chinese text was published anew meanwhile. Look at what is named once more.")
            )
        self.has_content_changes = True
        hand_on = self.publish if self.step == "publish" else self.submit_translation
        return hand_on(self._keep())

    def _check(self) -> None:
        """``PermissionDenied`` without the permission, ``Http404`` where the step has no sense."""
        if self.step not in STEPS:
            raise Http404
        self._require(STEPS[self.step])
        if self.is_source_language or not self.edition.latest_revision_id:
            raise Http404

    def _ask_again(self, reason: str) -> HttpResponse:
        messages.warning(self.request, reason)
        return redirect(question_url(self.page, self.language, self.step))

    def _declare_done(self) -> bool:
        """Pin the open texts to the source that was shown; returns whether none is open then."""
        source = source_of(self.page)
        note_progress(
            self.page,
            {
                row.unit.id: row.progress.declared_done(source.pin(row.unit.id, seen))
                for row in open_rows(self.page, source)
                if (seen := self._seen(row))
            },
        )
        if open_rows(self.page, source):
            self._keep()
            return False
        return True

    def _seen(self, row: UnitRow) -> str:
        return self.request.POST.get(f"{SEEN}{row.unit.id}", "")[:FINGERPRINT_LENGTH]

    def _keep(self) -> Revision:
        """Save the draft with what was declared."""
        if not self.page.live:
            self.page.save()
        return self.page.save_revision(user=self.request.user, log_action=True)
