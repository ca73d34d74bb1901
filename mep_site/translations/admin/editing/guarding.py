"""Edit views that ask before a newer draft is hidden, and before somebody else's name is used."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import set_query_params
from wagtail.models import AbstractPage, Revision

from ...content.envelope import saved_in, written_by
from ...publishing.reverting import reverted_draft
from .conflicts import MINE, Conflict, OpenForm, another_user_message, set_aside, view_url


class GuardedForm:
    """For edit views of a page in the scope of a language.

    The view knows ``open_form``, ``edition``, and ``marks`` as they were before the draft was read.
    """

    @cached_property
    def newer_draft(self) -> Revision | None:
        """What somebody else, or another form of the same person, wrote since the form was loaded.

        Wagtail asks for the newest revision of the page, whatever its language.
        """
        return self.open_form.newer_draft(self.edition)

    @property
    def is_out_of_date(self) -> bool:
        """Whether saving would hide a newer draft."""
        return self.newer_draft is not None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, if it is still the person who opened the form and nobody wrote meanwhile."""
        if self.open_form.is_of_another(request.user):
            return self._refuse_another_user()
        if self.expects_json_response and self.is_out_of_date:
            return self._refuse_autosave()
        return super().post(request, *args, **kwargs)

    def _refuse_another_user(self) -> HttpResponse:
        message = another_user_message(self.open_form, self.request.user)
        if self.expects_json_response:
            return self.json_error_response("other_user", message)
        self.form = self._sent_form()
        self.form.defer_required_fields()
        self.form.is_valid()
        self.has_unsaved_changes = True
        messages.warning(self.request, message)
        return self.render_to_response(self.get_context_data())

    def _sent_form(self) -> Any:
        return self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )

    def _refuse_autosave(self) -> HttpResponse:
        response = {
            "success": False,
            "error_code": "invalid_revision",
            "error_message": _("Somebody saved a newer version of this text."),
            "conflict": self.conflict.render_html(),
        }
        return JsonResponse(response, status=HTTPStatus.BAD_REQUEST)

    @property
    def conflict(self) -> Conflict | None:
        """The question that the form asks, if there is a newer draft."""
        if not self.newer_draft:
            return None
        user, url = self.request.user, self.get_edit_url()
        return Conflict(self.edition, self.newer_draft, user, url, kept=bool(self.kept))

    def _set_aside(self, form: Any) -> HttpResponse:
        """Keep what was sent in the history, and ask whether it goes over what is newer."""
        page = form.save(commit=False)
        kept = set_aside(page, self.newer_draft, self.request.user)
        return redirect(set_query_params(self.get_edit_url(), {MINE: kept.pk}))

    def _tell_where_the_other_is(self) -> None:
        overruled = self.open_form.overruled(self.page)
        if overruled:
            messages.info(
                self.request,
                _("The version over which you saved stays in the history."),
                buttons=[messages.button(view_url(overruled), _("View that version"), True)],
            )

    def form_valid(self, form: Any) -> HttpResponse:
        """Ask before a newer draft is hidden."""
        if self.is_out_of_date:
            return self._set_aside(form)
        response = super().form_valid(form)
        if response.status_code == HTTPStatus.FOUND:
            self._tell_where_the_other_is()
        return response

    # The question, as a page that can be reloaded and left

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; one whose question has been answered is loaded anew."""
        if self.kept and not self.is_out_of_date:
            return redirect(self.get_edit_url())
        return super().get(request, *args, **kwargs)

    def _kept(self) -> Revision | None:
        """What this user wrote and was asked about, if the address names it."""
        number = self.request.GET.get(MINE, "") if self.request.method == "GET" else ""
        own = self.real_page_record.revisions.filter(user=self.request.user)
        kept = own.filter(pk=number).first() if number.isdecimal() else None
        return kept if kept and saved_in(kept.content) == self.language else None

    def _with_kept(self) -> AbstractPage:
        """The newest draft with this language as it was set aside; the form goes on as before."""
        self.open_form = OpenForm(written_by(self.kept.content))
        stored, kept = self.real_page_record.specific, self.kept.as_object()
        page = reverted_draft(stored, self.kept, self.language)
        page.enter(self.language)
        page.change, page.orphaned_texts = kept.change, kept.orphaned_texts
        page.go_live_at, page.expire_at = kept.go_live_at, kept.expire_at
        return page

    def form_to_show(self) -> OpenForm:
        """The form as the page carries it: builds on what was loaded, or on what was sent."""
        form, mark = self.open_form, self.marks.get(self.language.code, "")
        base = form.base if self.request.method == "POST" else mark
        answer = mark if self.kept else form.answer
        return replace(form, base=base, answer=answer, user=str(self.request.user.pk))
