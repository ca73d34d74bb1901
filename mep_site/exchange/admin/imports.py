"""What a file would change, and the decision to take it in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from ..formats.intake import read_file
from ..importing.applying import apply_page
from ..importing.merging import Outcome
from ..importing.planning import PlannedPage, all_told, plan, refuse_foreign
from ..models import Transfer
from ..texts.returned import ReturnedDocument, ReturnedPage, UnreadableError
from .rights import BelowOverview

MARK, CHOSEN = "mark-{}", "take-{}"


@method_decorator(non_atomic_requests, name="dispatch")
class ImportView(BelowOverview, TemplateView):
    """Shows page by page what would change, and saves drafts when that is asked for.

    Each page is saved in a transaction of its own; one whose draft is not the one that was shown
    is left, and shown again.
    """

    template_name = "exchange/import.html"
    page_title = gettext_lazy("Import texts")
    header_icon = "upload"

    @cached_property
    def transfer(self) -> Transfer:
        """The import; ``PermissionDenied`` if it is in none of the user's languages."""
        found = get_object_or_404(
            Transfer, pk=self.kwargs["pk"], direction=Transfer.Direction.IMPORT
        )
        if found.get_language() not in self.languages:
            raise PermissionDenied(_("You have no permission to edit texts in this language."))
        return found

    def get_page_subtitle(self) -> str:
        """The file and its language."""
        return f"{self.transfer.file_name} · {self.transfer.get_language()}"

    @cached_property
    def documents(self) -> list[ReturnedDocument]:
        """What came back, as far as it is in the language of the import."""
        documents = read_file(bytes(self.transfer.content))
        return [each for each in documents if each.language == self.transfer.get_language()]

    @cached_property
    def planned(self) -> list[PlannedPage]:
        """What would become of each page."""
        return [page for each in self.documents for page in plan(each, self.request.user)]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it; an import that is done has nothing to show any more."""
        if not self.transfer.is_waiting:
            messages.info(request, _("This import is done, and its file is gone."))
            return redirect("exchange:index")
        try:
            return super().get(request, *args, **kwargs)
        except UnreadableError as reason:
            messages.error(request, str(reason))
            return redirect("exchange:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what would change."""
        counts = all_told(self.planned)
        return super().get_context_data(**kwargs) | {
            "transfer": self.transfer,
            "language": self.transfer.get_language(),
            "told": [page for page in self.planned if page.refusal or page.told],
            "untold": sum(not (page.refusal or page.told) for page in self.planned),
            "counts": [(each.label, number) for each, number in counts.items() if number],
            "takes": counts[Outcome.TAKEN] + counts[Outcome.CONFIRMED],
            "conflicts": counts[Outcome.CONFLICT],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the texts in, or let go of the file."""
        if not self.transfer.is_waiting:
            return redirect("exchange:index")
        if "discard" in request.POST:
            self.transfer.finish()
            messages.info(request, _("The file was discarded. Nothing was changed."))
            return redirect("exchange:index")
        try:
            return self._take()
        except UnreadableError as reason:
            messages.error(request, str(reason))
            return redirect("exchange:index")

    def _take(self) -> HttpResponse:
        for document in self.documents:
            refuse_foreign(document, self.request.user)
        shown = [
            page
            for document in self.documents
            for page in document.pages
            if MARK.format(page.page_id) in self.request.POST
        ]
        # All of them, whichever fails.
        outrun = [page for page in shown if not self._apply(page)]
        if outrun:
            self.transfer.save(update_fields=["outcome"])
            messages.warning(
                self.request,
                _(
                    "Somebody saved newer drafts meanwhile. What is named here was not taken: "
                    "look at it once more."
                ),
            )
            return redirect("exchange:import", self.transfer.pk)
        self.transfer.finish()
        messages.success(self.request, told_of(self.transfer))
        return redirect("exchange:index")

    def _apply(self, page: ReturnedPage) -> bool:
        """Save a draft of a page; whether it was still the one that was shown."""
        number = page.page_id
        taken = apply_page(
            page,
            self.transfer.get_language(),
            self.request.user,
            self.request.POST.getlist(CHOSEN.format(number)),
            mark=self.request.POST[MARK.format(number)],
            file_name=self.transfer.file_name,
        )
        self.transfer.add({Outcome.TAKEN: taken or 0})
        return taken is not None


def told_of(transfer: Transfer) -> str:
    """What an import has done, as a sentence."""
    count = transfer.outcome.get(Outcome.TAKEN, 0)
    return ngettext(
        "%(count)d text was saved in drafts. Nothing was published.",
        "%(count)d texts were saved in drafts. Nothing was published.",
        count,
    ) % {"count": count}
