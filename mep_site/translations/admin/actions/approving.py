"""The view in which a submitted Chinese text is approved without its form being opened."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView

from ...languages import authoritative
from ...publishing.gates import UntimelyError
from ..scope import edit_url
from ..telling import ways_out


class EditionWorkflowActionView(WorkflowActionView):
    """Says in the form of the text why it does not go live, where approving it would publish it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the step, or none and lead to the form; Wagtail's dialog follows where it is led."""
        try:
            return super().post(request, *args, **kwargs)
        except UntimelyError as reason:
            messages.error(request, str(reason), buttons=ways_out(reason))
            url = edit_url(self.object, authoritative())
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(request, {"step": "success", "redirect": url})
            return redirect(url)
