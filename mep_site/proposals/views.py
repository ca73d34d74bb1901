"""What translators ask: a proposal for one text, and proposals for all that are empty."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views import View
from wagtail.models import AbstractPage

from mep_site.translations.admin.scope import requested_language
from mep_site.translations.languages import Language

from .asking import proposal_for


def draft_in_scope(request: HttpRequest, page_id: int, language: Language) -> AbstractPage:
    """The newest draft of a page in the scope of a language.

    ``PermissionDenied`` unless the user may edit the page; the language they may.
    """
    page = get_object_or_404(swapper.load_model("wagtailcore", "Page"), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    draft.enter(language)
    return draft


# Nobody else waits while the engine is asked: no transaction is open then.
@method_decorator(transaction.non_atomic_requests, name="dispatch")
class ProposalView(View):
    """A proposal for one text, as a part of a page."""

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask for the unit that is named, in the language that is named."""
        language = requested_language(request)
        page, unit = draft_in_scope(request, page_id, language), request.POST.get("unit", "")
        context: dict[str, Any] = {
            "answer": proposal_for(page, unit, language, request.user),
            "unit": unit,
            "language": language,
        }
        return render(request, "proposals/proposal.html", context)
