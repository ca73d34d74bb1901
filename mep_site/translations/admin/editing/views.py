"""The views in which one edition of a page is edited, or brought back as it was."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.admin import messages
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import AbstractPage, Revision
from wagtail.utils.timestamps import render_timestamp

from ...content.rows import load_rows
from ...languages import authoritative
from ...models import Edition
from ...permissions import PermissionType, may
from ...publishing.gates import UntimelyError
from ...publishing.going_live import lock_row
from ...publishing.publish import PublishEditionAction
from ...publishing.reverting import reverted_draft
from ..bar import EditionBar
from ..forms.edit_handlers import ScopedPanels
from ..forms.forms import TranslationForm
from ..forms.unit_rows import open_rows
from ..scope import (
    PreferredLanguage,
    edit_url,
    is_source_language,
    question_url,
    refuse_to_guess,
    with_language,
)
from ..telling import TellsOfEditing, publication, told, ways_out
from .conflicts import OpenForm, newest_drafts
from .further_questions import further_questions
from .guarding import GuardedForm
from .notices import CreditsNotice, StepNotice
from .schedule_notices import ScheduleNotice
from .sessions import editing_sessions
from .steps import RETURN, SUBMIT, return_translation, submit_translation


class EditionEditView(PreferredLanguage, TellsOfEditing, ScopedPanels, GuardedForm, EditView):
    """Edits a page in the scope of one language; saving merges under a lock of the page."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        """Take the lock first: what is read from here on is what the save builds on."""
        if request.method == "POST":
            lock_row(page_id)
        self.open_form = OpenForm.of(request)
        # Before the draft is read: what comes in between is newer than what the form shows.
        self.marks = newest_drafts(page_id)
        try:
            return super().dispatch(request, page_id=page_id, **kwargs)
        except PermissionDenied as reason:
            if self.expects_json_response:
                return self.json_error_response("refused", str(reason))
            raise

    def get_object(self) -> AbstractPage:
        """The newest draft in the scope of the language."""
        page = self.get_draft()
        load_rows(page)
        self.edition = page.enter(self.language)
        self.real_page_record.edition_language = self.language
        # For Wagtail's status panel; the page itself has the first moment of all its languages.
        self.real_page_record.expire_at = self.edition.expire_at
        vars(self.real_page_record).pop("scheduled_revision", None)
        self.scheduled_revision = self.real_page_record.scheduled_revision
        page.scheduled_revision = self.scheduled_revision
        self.kept = self._kept()
        page = self._with_kept() if self.kept else page
        page.edition_form = self.open_form.token
        return page

    def get_draft(self) -> AbstractPage:
        """The draft that the form starts from."""
        return self.real_page_record.get_latest_revision_as_object()

    @property
    def is_source_language(self) -> bool:
        """Whether structure and facts are edited together with this language."""
        return is_source_language(self.page, self.language)

    # Addresses

    def get_edit_url(self) -> str:
        return edit_url(self.page, self.language)

    def get_preview_url(self) -> str:
        """The address that takes the form for a preview."""
        return with_language(super().get_preview_url(), self.language)

    def get_history_url(self) -> str | None:
        """The history, from which one gets back to this language."""
        url = super().get_history_url()
        return with_language(url, self.language) if url else None

    def get_view_draft_message_button(self) -> tuple[str, str, bool]:
        """Leads to the draft of this language."""
        url = reverse("wagtailadmin_pages:view_draft", args=[self.page.pk])
        return messages.button(
            f"{url}?mode={self.language.code}", pgettext("message", "View draft")
        )

    def redirect_and_remain(self) -> HttpResponse:
        """Back to this form."""
        return redirect(self.get_edit_url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, with the permission to do what is asked for.

        A translation is returned as it is: whoever returns it does not write.
        """
        self._refuse_publication_without_permission()
        if self._asks_to_return() and not self.open_form.is_of_another(request.user):
            return self.return_translation()
        return super().post(request, *args, **kwargs)

    def _asks_to_return(self) -> bool:
        is_translation = self.language != authoritative()
        return is_translation and RETURN in self.request.POST and not self.expects_json_response

    def _refuse_publication_without_permission(self) -> None:
        asks = any(name in self.request.POST for name in ("action-publish", "action-unpublish"))
        if asks and not self.page_perms.can_publish():
            raise PermissionDenied

    # Actions

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        """Wagtail's actions, and the steps of a translation; what saves by itself takes none."""
        if self.expects_json_response:
            return ("save", self.save_action)
        if self.language != authoritative() and SUBMIT in self.request.POST:
            self._require(PermissionType.SUBMIT)
            return ("submit-translation", self.submit_translation_action)
        return super().action_name_and_method

    def _require(self, permission_type: PermissionType) -> None:
        if not may(self.request.user, permission_type, self.language):
            raise PermissionDenied

    def form_valid(self, form: Any) -> HttpResponse:
        """Ask what a change means before it is published over translations.

        A translator whose source was published anew meanwhile is told.
        """
        if isinstance(form, TranslationForm) and not self.expects_json_response:
            self._tell_of_new_source(form)
        if self.action_name == "publish" and form.asks_for_change:
            form.require_change_kind()
            if form.errors:
                return self.form_invalid(form)
        return super().form_valid(form)

    def _tell_of_new_source(self, form: TranslationForm) -> None:
        changed = len(form.changed_meanwhile)
        if changed:
            messages.warning(
                self.request,
                ngettext(
                    "While you were writing, the Chinese of %(count)s text was published anew. "
                    "What you declared done translates the Chinese that you saw. Look at it again.",
                    "While you were writing, the Chinese of %(count)s texts was published anew. "
                    "What you declared done translates the Chinese that you saw. "
                    "Look at them again.",
                    changed,
                )
                % {"count": changed},
            )

    def render_partials(self) -> str:
        """What autosave changes in the form; also which texts have another source by now."""
        changed = self.form.changed_meanwhile if isinstance(self.form, TranslationForm) else []
        news = render_to_string("translations/source_news_partial.html", {"rows": changed})
        return super().render_partials() + news

    def publish_action(self) -> HttpResponse:
        """Publish this language of the page; ask first if texts are open."""
        revision = self._save_draft()
        return self._question("publish") or self.publish(revision)

    def publish(self, revision: Revision) -> HttpResponse:
        """Publish a draft of this language."""
        response = self.run_hook("before_publish_page", self.request, self.page)
        if response:
            return response
        action = PublishEditionAction(
            revision,
            user=self.request.user,
            changed=self.has_content_changes,
            previous_revision=self.previous_revision,
        )
        try:
            action.execute()
        except UntimelyError as reason:
            return self._not_yet(reason)
        self.page = action.object
        response = self.run_hook("after_publish_page", self.request, self.page)
        if response:
            return response
        return self._away(publication(self.page, self.language))

    def perform_workflow_action(self) -> HttpResponse:
        """Approve, or take another step of Wagtail's workflow; the last one publishes."""
        try:
            return super().perform_workflow_action()
        except UntimelyError as reason:
            return self._not_yet(reason)

    def _not_yet(self, reason: UntimelyError) -> HttpResponse:
        """Say why the draft, which is saved, does not go live, and what to do about it."""
        words = f"{_('Your draft is saved.')} {reason}"
        messages.error(self.request, words, buttons=ways_out(reason))
        return self.redirect_and_remain()

    def submit_translation_action(self) -> HttpResponse:
        """Save the draft and hand it to the publishers; ask first if texts are open."""
        revision = self._save_draft()
        return self._question("submit") or self.submit_translation(revision)

    def submit_translation(self, revision: Revision) -> HttpResponse:
        """Hand a draft to the publishers."""
        submit_translation(self.page, self.language, self.request.user, revision)
        text = _("Submitted for publication: “%(title)s” (%(language)s).")
        return self._away(told(text, self.page, self.language))

    def return_translation(self) -> HttpResponse:
        """Hand a submitted draft back, with a comment."""
        self._require(PermissionType.PUBLISH)
        if self.edition.step != Edition.Step.SUBMITTED:
            messages.error(self.request, _("This translation is not submitted any more."))
            return self.redirect_and_remain()
        comment = self.request.POST.get("return_comment", "").strip()
        return_translation(self.page, self.language, self.request.user, comment)
        text = _("Returned to the translator: “%(title)s” (%(language)s).")
        return self._away(told(text, self.page, self.language))

    def _question(self, step: str) -> HttpResponse | None:
        """Where to ask about texts that are in work or behind, and what apps ask; else ``None``."""
        if self.is_source_language:
            return None
        source = self.form.source
        if open_rows(self.page, source) or further_questions(self.page, source, self.request):
            return redirect(question_url(self.page, self.language, step))
        return None

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
        return editing_sessions(self.request.user, self.page, self.language, self.form_to_show())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the bar of languages, what is said of the edition, and what tells forms apart."""
        context = super().get_context_data(**kwargs)
        context |= {
            "edition_bar": EditionBar(self.page, self.language, self.request.user),
            "schedule_notice": ScheduleNotice(self.edition),
            "credits_notice": CreditsNotice(self.page, self.edition),
            "step_notice": StepNotice(self.page, self.edition, self.request),
            "open_form": self.form_to_show(),
        }
        if self.kept:
            context |= {"conflict": self.conflict, "autosave_enabled": False}
        return context


class EditionRevertView(EditionEditView, RevisionsRevertView):
    """Shows an earlier version of one language on top of what the others have now."""

    def answer_without_language(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Refuse, also where nothing is sent: a revision may hold all languages."""
        return refuse_to_guess(request)

    def get_warning_message(self) -> SafeString:
        """Which version is shown, and what saving it brings back."""
        facts = {
            "date": render_timestamp(self.previous_revision.created_at),
            "language": self.language,
        }
        if self.is_source_language:
            words = _(
                "An earlier version of %(date)s is shown: text (%(language)s), structure and "
                "facts. Saving brings back these only; texts in other languages stay as they are."
            )
        else:
            words = _(
                "An earlier version of %(date)s is shown: text (%(language)s). Saving brings back "
                "this text only, in the structure that the page has now."
            )
        return escape(words % facts)

    def add_save_confirmation_message(self) -> None:
        """Name the language that was brought back."""
        facts = {
            "title": self.page.get_admin_display_title(),
            "language": self.language,
            "date": render_timestamp(self.previous_revision.created_at),
        }
        message = _("“%(title)s” (%(language)s) has been put back as it was on %(date)s.")
        messages.success(self.request, message % facts)

    def get_draft(self) -> AbstractPage:
        """The newest draft with this language as the earlier revision has it."""
        page = self.real_page_record.specific
        return reverted_draft(page, self.previous_revision, self.language)

    def get_revisions_revert_url(self) -> str:
        return with_language(super().get_revisions_revert_url(), self.language)
