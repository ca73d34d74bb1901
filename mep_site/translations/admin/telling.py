"""What the admin says after something was done: it names the language, which Wagtail's words don't.

Wagtail says most of it in the middle of long methods; :func:`reworded` runs one of them and puts
other words in place of the first ones that it said.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import AbstractPage, WorkflowState
from wagtail.utils.timestamps import render_timestamp

from ..languages import Language
from ..models import Edition

Buttons = Iterable[Any]


def told(sentence: str, page: AbstractPage, *languages: Language, **details: Any) -> str:
    """A sentence about texts of a page, with its title and the languages."""
    names = ", ".join(language.name for language in languages)
    return sentence % {"title": page.get_admin_display_title(), "language": names, **details}


def ways_out(*reasons: Exception) -> list[tuple[str, str, bool]]:
    """A button to where is done what gates ask for; none if that is done in several places."""
    ways = {(each.url, each.way) for each in reasons if getattr(each, "url", "")}
    return [messages.button(*way) for way in ways] if len(ways) == 1 else []


def reworded(
    request: HttpRequest,
    act: Callable[[], HttpResponse],
    words: Callable[[], tuple[str, Buttons]],
) -> HttpResponse:
    """Do what ``act`` does, and say ``words`` where it says something about it.

    What was to be said before, and what hooks add, is said as well.
    """
    storage = get_messages(request)
    before = list(storage)
    response = act()
    said = list(storage)[len(before) :]
    for each in before:
        storage.add(each.level, each.message, each.extra_tags)
    if said:
        text, buttons = words()
        messages.success(request, text, buttons=list(buttons))
    for each in said[1:]:
        storage.add(each.level, each.message, each.extra_tags)
    return response


class TellsLanguage:
    """For the views in which a page is edited in one language."""

    def _say(self, act: Callable[[], HttpResponse], sentence: str) -> HttpResponse:
        def words() -> tuple[str, Buttons]:
            return told(sentence, self.page, self.language), [self.get_edit_message_button()]

        return reworded(self.request, act, words)

    def submit_action(self) -> HttpResponse:
        """Say which text was submitted."""
        return self._say(
            super().submit_action, _("Submitted for publication: “%(title)s” (%(language)s).")
        )


class TellsOfCreation(TellsLanguage):
    """For the view in which a page is started."""

    def save_action(self) -> HttpResponse:
        """Say in which language the page was started."""
        return self._say(
            super().save_action, _("Created and saved as a draft: “%(title)s” (%(language)s).")
        )

    def publish_action(self) -> HttpResponse:
        """Say in which language the page was published, or for when that is scheduled."""

        def words() -> tuple[str, Buttons]:
            return publication(self.page, self.language), [self.get_edit_message_button()]

        return reworded(self.request, super().publish_action, words)


class TellsOfEditing(TellsLanguage):
    """For the view in which a page is edited."""

    def add_save_confirmation_message(self) -> None:
        """Say which text was saved, or what became of it in the workflow."""
        if self.action_name == "perform_workflow_action":
            text = self._outcome_of_workflow()
        elif self.is_reverting:
            sentence = _(
                "Replaced with the version of %(date)s and saved as a draft: "
                "“%(title)s” (%(language)s)."
            )
            date = render_timestamp(self.previous_revision.created_at)
            text = told(sentence, self.page, self.language, date=date)
        else:
            text = told(
                _("Saved as a draft: “%(title)s” (%(language)s)."), self.page, self.language
            )
        messages.success(self.request, text)

    def _outcome_of_workflow(self) -> str:
        """That the text was published, returned, or handed to whoever comes next."""
        self.workflow_state.refresh_from_db()
        status = self.workflow_state.status
        if status == WorkflowState.STATUS_APPROVED:
            return publication(self.page, self.language)
        if status == WorkflowState.STATUS_NEEDS_CHANGES:
            sentence = _("Returned to whoever submitted it: “%(title)s” (%(language)s).")
        else:
            sentence = _("Approved and handed on to the next step: “%(title)s” (%(language)s).")
        return told(sentence, self.page, self.language)

    def add_cancel_workflow_confirmation_message(self) -> None:
        """Say of which text the submission was taken back."""
        text = _("The submission was taken back: “%(title)s” (%(language)s).")
        messages.success(
            self.request,
            told(text, self.page, self.language),
            buttons=[self.get_view_draft_message_button(), self.get_edit_message_button()],
        )

    def restart_workflow_action(self) -> HttpResponse:
        """Say which text was submitted anew."""
        return self._say(
            super().restart_workflow_action,
            _("Submitted for publication anew: “%(title)s” (%(language)s)."),
        )


def publication(page: AbstractPage, language: Language) -> str:
    """That a text is published, or for when that is approved."""
    edition = Edition.objects.get_or_create_for_page(page)[language.code]
    if edition.go_live_at:
        return told(
            _("“%(title)s” is scheduled (%(language)s): %(date)s."),
            page,
            language,
            date=render_timestamp(edition.go_live_at),
        )
    return told(_("“%(title)s” is published (%(language)s)."), page, language)
