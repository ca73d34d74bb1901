"""The views in which one edition of a page is edited, or brought back as it was."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.utils import set_query_params
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import AbstractPage, Revision
from wagtail.utils.timestamps import render_timestamp

from ..composition import reverted
from ..contents import Content, content_of, saved_in, written_by
from ..languages import authoritative
from ..models import Edition
from ..permissions import Right, may
from ..publishing import PublishEditionAction, TooEarlyError, lock_row
from .bar import EditionBar
from .conflicts import (
    MINE,
    Conflict,
    OpenForm,
    another_user_message,
    marks_of,
    set_aside,
    view_url,
)
from .scope import ScopedPanels, edit_url, enter, language_of, leads, with_language
from .sessions import editing_sessions
from .steps import return_translation, submit_translation


class EditionEditView(ScopedPanels, EditView):
    """Edits a page in the scope of one language; saving merges under a lock of the page."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Take the lock first: what is read from here on is what the save builds on."""
        if request.method == "POST":
            lock_row(page_id)
        self.open_form = OpenForm.of(request)
        # Before the draft is read: what comes in between is newer than what the form shows.
        self.marks = marks_of(page_id)
        try:
            return super().dispatch(request, page_id, **kwargs)
        except PermissionDenied as reason:
            if self.expects_json_response:
                return self.json_error_response("refused", str(reason))
            raise

    def get_object(self) -> AbstractPage:
        """The newest draft in the scope of the language."""
        page = super().get_object()
        self.language = language_of(self.request, page)
        self.edition = Edition.objects.of_page(page)[self.language.code]
        enter(page, self.language)
        self.real_page_record.edition_language = self.language
        vars(self.real_page_record).pop("scheduled_revision", None)
        self.scheduled_revision = self.real_page_record.scheduled_revision
        self.kept = self._kept()
        page = self._with_kept(page) if self.kept else page
        page.edition_form = self.open_form.token
        return page

    def _kept(self) -> Revision | None:
        """What this user wrote and was asked about, if the address names it."""
        number = self.request.GET.get(MINE, "") if self.request.method == "GET" else ""
        own = self.real_page_record.revisions.filter(user=self.request.user)
        kept = own.filter(pk=number).first() if number.isdecimal() else None
        return kept if kept and saved_in(kept.content) == self.language else None

    def _with_kept(self, draft: AbstractPage) -> AbstractPage:
        """The newest draft with this language as it was set aside; the form goes on as before."""
        self.open_form = OpenForm(written_by(self.kept.content))
        page, kept = self._overlaid(draft, self.kept.content), self.kept.as_object()
        page.change, page.spare_texts = kept.change, kept.spare_texts
        page.go_live_at, page.expire_at = kept.go_live_at, kept.expire_at
        return page

    def _overlaid(self, draft: AbstractPage, earlier: Content) -> AbstractPage:
        """The draft with this language as another revision has it."""
        content = reverted(type(draft), content_of(draft), earlier, self.language)
        page = self.real_page_record.specific.with_content_json(content)
        page.change, page.spare_texts = draft.change, draft.spare_texts
        enter(page, self.language)
        return page

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; one whose question has been answered is loaded anew."""
        if self.kept and not self.is_out_of_date:
            return redirect(self.get_edit_url())
        return super().get(request, *args, **kwargs)

    @property
    def is_leading(self) -> bool:
        """Whether structure and facts are edited together with this language."""
        return leads(self.page, self.language)

    # Addresses

    def get_edit_url(self) -> str:
        """The address of this form."""
        return edit_url(self.page, self.language)

    def get_preview_url(self) -> str:
        """The address that takes the form for a preview."""
        return with_language(super().get_preview_url(), self.language)

    def redirect_and_remain(self) -> HttpResponse:
        """Back to this form."""
        return redirect(self.get_edit_url())

    # Conflicts

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
        self._refuse_publication_without_right()
        if self.open_form.is_of_another(request.user):
            return self._refuse_another_user()
        if self.expects_json_response and self.is_out_of_date:
            return self._refuse_autosave()
        return super().post(request, *args, **kwargs)

    def _refuse_publication_without_right(self) -> None:
        asks = any(name in self.request.POST for name in ("action-publish", "action-unpublish"))
        if asks and not self.page_perms.can_publish():
            raise PermissionDenied

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

    # Actions

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        """Wagtail's actions, and the steps of a translation; what saves by itself takes none."""
        if self.expects_json_response:
            return ("save", self.save_action)
        if self.language != authoritative():
            for name, right, method in (
                ("action-submit-translation", Right.SUBMIT, self.submit_translation_action),
                ("action-return-translation", Right.PUBLISH, self.return_translation_action),
            ):
                if name in self.request.POST:
                    if not may(self.request.user, right, self.language):
                        raise PermissionDenied
                    return (name.removeprefix("action-"), method)
        return super().action_name_and_method

    def form_valid(self, form: Any) -> HttpResponse:
        """Ask before a newer draft is hidden, or the Chinese published over translations."""
        if self.is_out_of_date and self.action_name != "return-translation":
            return self._set_aside(form)
        if self.action_name == "publish" and form.asks_for_change:
            form.require_change_kind()
            if form.errors:
                return self.form_invalid(form)
        response = super().form_valid(form)
        if response.status_code == HTTPStatus.FOUND:
            self._tell_where_the_other_is()
        return response

    def publish_action(self) -> HttpResponse:
        """Publish this language of the page."""
        revision = self._save_draft()
        response = self.run_hook("before_publish_page", self.request, self.page)
        if response:
            return response
        try:
            PublishEditionAction(
                revision,
                user=self.request.user,
                changed=self.has_content_changes,
                previous_revision=self.previous_revision,
            ).execute()
        except TooEarlyError as reason:
            messages.error(self.request, f"{_('Your draft is saved.')} {reason}")
            return self.redirect_and_remain()
        self.page = self.page.specific_class.objects.get(pk=self.page.pk)
        response = self.run_hook("after_publish_page", self.request, self.page)
        if response:
            return response
        return self._away(self._publication_message())

    def _publication_message(self) -> str:
        edition = Edition.objects.of_page(self.page)[self.language.code]
        names = {"title": self.page.get_admin_display_title(), "language": self.language}
        if edition.go_live_at and edition.go_live_at > timezone.now():
            names["date"] = render_timestamp(edition.go_live_at)
            return _("“%(title)s” is scheduled (%(language)s): %(date)s.") % names
        return _("“%(title)s” is published (%(language)s).") % names

    def submit_translation_action(self) -> HttpResponse:
        """Save the draft and hand it to the publishers."""
        revision = self._save_draft()
        submit_translation(self.page, self.language, self.request.user, revision)
        return self._away(
            _("Submitted for publication: “%(title)s” (%(language)s).")
            % {"title": self.page.get_admin_display_title(), "language": self.language}
        )

    def return_translation_action(self) -> HttpResponse:
        """Hand a submitted draft back, with a comment."""
        comment = self.request.POST.get("return_comment", "").strip()
        return_translation(self.page, self.language, self.request.user, comment)
        return self._away(
            _("Returned to the translator: “%(title)s” (%(language)s).")
            % {"title": self.page.get_admin_display_title(), "language": self.language}
        )

    def _save_draft(self) -> Revision:
        self.page = self.form.save(commit=not self.page.live)
        self.subscription.save()
        revision = self.page.save_revision(
            user=self.request.user, log_action=True, previous_revision=self.previous_revision
        )
        if self.has_content_changes and "comments" in self.form.formsets:
            changes = self.get_commenting_changes()
            self.log_commenting_changes(changes, revision)
            self.send_commenting_notifications(changes)
        return revision

    def _away(self, message: str) -> HttpResponse:
        messages.success(self.request, message, buttons=[self.get_edit_message_button()])
        response = self.run_hook("after_edit_page", self.request, self.page)
        return response or self.redirect_away()

    # Presentation

    def get_page_subtitle(self) -> str:
        """The title and the language."""
        return f"{super().get_page_subtitle()} · {self.language}"

    def get_editing_sessions(self) -> EditingSessionsModule:
        """Who else has this page open, and in which language."""
        return editing_sessions(self)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the bar that switches between languages, and what tells this form from others."""
        bar = EditionBar(self.page, self.language, self.request.user)
        context = super().get_context_data(**kwargs)
        context |= {"edition_bar": bar, "open_form": self.form_to_show()}
        if self.kept:
            context |= {"conflict": self.conflict, "autosave_enabled": False}
        return context

    def form_to_show(self) -> OpenForm:
        """The form as the page carries it: builds on what was loaded, or on what was sent."""
        form, mark = self.open_form, self.marks.get(self.language.code, "")
        base = form.base if self.request.method == "POST" else mark
        answer = mark if self.kept else form.answer
        return replace(form, base=base, answer=answer, user=str(self.request.user.pk))


class EditionRevertView(EditionEditView, RevisionsRevertView):
    """Shows an earlier version of one language on top of what the others have now."""

    def get_object(self) -> AbstractPage:
        """The newest draft with this language as the earlier revision has it."""
        draft = EditionEditView.get_object(self)
        page = self._overlaid(draft, self.previous_revision.content)
        page.edition_form = draft.edition_form
        return page

    def get_revisions_revert_url(self) -> str:
        """The address of this form."""
        return with_language(super().get_revisions_revert_url(), self.language)
