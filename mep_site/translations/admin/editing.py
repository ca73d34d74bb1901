"""The views in which one edition of a page is edited, or brought back as it was."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import AbstractPage, Revision
from wagtail.utils.timestamps import render_timestamp

from ..composition import reverted
from ..contents import content_of
from ..going_live import lock_row
from ..languages import authoritative
from ..models import Edition
from ..permissions import Right, may
from ..publishing import PublishEditionAction, UntimelyError
from .bar import EditionBar
from .schedules import ScheduleNotice
from .scope import ScopedPanels, edit_url, enter, language_of, leads, with_language
from .sessions import editing_sessions
from .steps import return_translation, submit_translation


class EditionEditView(ScopedPanels, EditView):
    """Edits a page in the scope of one language; saving merges under a lock of the page."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Take the lock first: what is read from here on is what the save builds on."""
        if request.method == "POST":
            lock_row(page_id)
        return super().dispatch(request, page_id, **kwargs)

    def get_object(self) -> AbstractPage:
        """The newest draft in the scope of the language."""
        page = super().get_object()
        self.language = language_of(self.request, page)
        self.edition = Edition.objects.of_page(page)[self.language.code]
        enter(page, self.language)
        self.real_page_record.edition_language = self.language
        # For Wagtail's status panel; the page itself has the first moment of all its languages.
        self.real_page_record.expire_at = self.edition.expire_at
        vars(self.real_page_record).pop("scheduled_revision", None)
        self.scheduled_revision = self.real_page_record.scheduled_revision
        return page

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
    def is_out_of_date(self) -> bool:
        """Whether somebody saved this language since the form was loaded.

        Wagtail asks for the newest revision of the page, whatever its language.
        """
        if not self.edition.latest_revision_id:
            return False
        overwritten = self.request.POST.get("overwrite_revision_id")
        if overwritten:
            return overwritten != str(self.edition.latest_revision_id)
        loaded = self.request.POST.get("loaded_revision_created_at")
        saved = self.edition.draft_saved_at
        return bool(loaded and saved and saved.isoformat() > loaded)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save; ask first if that would hide what somebody else has written."""
        self._refuse_publication_without_right()
        if not self.expects_json_response and self.is_out_of_date:
            return self._show_conflict()
        return super().post(request, *args, **kwargs)

    def _refuse_publication_without_right(self) -> None:
        asks = any(name in self.request.POST for name in ("action-publish", "action-unpublish"))
        if asks and not self.page_perms.can_publish():
            raise PermissionDenied

    def _show_conflict(self) -> HttpResponse:
        """The form as it was sent, with word of the newer version; saving again keeps both."""
        newer: Revision = self.edition.latest_revision
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        self.form.is_valid()
        messages.error(
            self.request,
            _(
                "%(user)s saved a newer version of this text on %(date)s. Yours is below and not "
                "saved yet. Compare the two; if you save again, yours becomes the newest version "
                "and the other one stays in the history."
            )
            % {
                "user": get_user_display_name(newer.user) if newer.user else _("Somebody"),
                "date": render_timestamp(newer.created_at),
            },
            buttons=[messages.button(self._view_url(newer), _("View the newer version"), True)],
        )
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def _view_url(self, revision: Revision) -> str:
        return reverse("wagtailadmin_pages:revisions_view", args=[self.page.pk, revision.pk])

    # Actions

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        """Wagtail's actions, and the steps of a translation."""
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
        """Ask what a change means before it is published over translations."""
        if self.action_name == "publish" and form.asks_for_change:
            form.require_change_kind()
            if form.errors:
                return self.form_invalid(form)
        return super().form_valid(form)

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
        except UntimelyError as reason:
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
        """Add the bar that switches between languages, and a word on approved times."""
        bar = EditionBar(self.page, self.language, self.request.user)
        notice = ScheduleNotice(self.edition)
        return super().get_context_data(**kwargs, edition_bar=bar, schedule_notice=notice)


class EditionRevertView(EditionEditView, RevisionsRevertView):
    """Shows an earlier version of one language on top of what the others have now."""

    def get_object(self) -> AbstractPage:
        """The newest draft with this language as the earlier revision has it."""
        draft = EditionEditView.get_object(self)
        model, earlier = type(draft), self.previous_revision.content
        content = reverted(model, content_of(draft), earlier, self.language)
        page = self.real_page_record.specific.with_content_json(content)
        page.change, page.spare_texts = draft.change, draft.spare_texts
        enter(page, self.language)
        return page

    def get_revisions_revert_url(self) -> str:
        """The address of this form."""
        return with_language(super().get_revisions_revert_url(), self.language)
