"""Publishing and unpublishing many pages at once, in the languages that are chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm, PageBulkAction
from wagtail.models import AbstractPage

from ...content.envelope import change_in
from ...languages import Language, authoritative
from ...models import Edition
from ...models.edition import live_languages
from ...permissions import PermissionType, languages_for, may
from ...publishing.publish import PublishEditionAction
from ...publishing.unpublish import UnpublishEditionsAction
from ..statuses import EditionStatus, editions_of_all, statuses_of
from ..telling import ways_out

SHOWN_AT_MOST = 20


class LanguagesForm(DefaultPageForm):
    """Which languages; only those that the user may publish are offered."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one language.")},
    )
    field_order = ["languages", "include_descendants"]

    def __init__(self, *args: Any, offered: list[Language], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["languages"].choices = [(each.code, each.name) for each in offered]
        if len(offered) == 1:
            self.initial["languages"] = [offered[0].code]
        self.fields["include_descendants"].label = _("Also the pages below them")

    def clean_languages(self) -> list[Language]:
        """The languages themselves, in the order of the site."""
        return [each for each in self.offered if each.code in self.cleaned_data["languages"]]


@dataclass(frozen=True)
class BulkOutcome:
    """What became of one language of a page; with a reason if nothing did."""

    title: str
    language: Language
    reason: str | Exception = ""

    @property
    def is_done(self) -> bool:
        """Whether the language was published or unpublished."""
        return not self.reason

    @property
    def refusal(self) -> str:
        return str(self.reason)


@dataclass(frozen=True)
class LanguageOfItem:
    """A language of a page that was ticked: how it stands, and what stands against the action."""

    language: Language
    statuses: list[EditionStatus]
    refusal: str


class LanguagesBulkAction(PageBulkAction):
    """Acts on the chosen languages of each page, and says what was done and what was not."""

    form_class = LanguagesForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer what the user may publish."""
        return super().get_form_kwargs() | {"offered": self.offered}

    @cached_property
    def offered(self) -> list[Language]:
        """The languages that the user may publish."""
        return languages_for(self.request.user, PermissionType.PUBLISH)

    def annotate_items(self, items: list[AbstractPage]) -> list[AbstractPage]:
        """Load the editions of all pages at once."""
        self.editions = editions_of_all(items)
        return super().annotate_items(items)

    def object_context(self, page: AbstractPage) -> dict[str, Any]:
        """Add how each language that is offered stands."""
        context = super().object_context(page)
        return context | {"languages": list(self._languages(context["item"]))}

    def _languages(self, page: AbstractPage) -> Iterator[LanguageOfItem]:
        for language in self.offered:
            edition = self.editions[page.pk].get(language.code)
            refusal = self.refusal(page, edition, language, self.request.user)
            yield LanguageOfItem(language, statuses_of(edition) if edition else [], refusal)

    def get_execution_context(self) -> dict[str, Any]:
        """Add the languages, and a list to keep an account in."""
        self.outcomes: list[BulkOutcome] = []
        return super().get_execution_context() | {
            "languages": self.cleaned_form.cleaned_data["languages"],
            "outcomes": self.outcomes,
        }

    @classmethod
    def execute_action(
        cls,
        objects: list[AbstractPage],
        *,
        languages: list[Language],
        outcomes: list[BulkOutcome],
        user: AbstractBaseUser,
        include_descendants: bool = False,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Act on every page, and on those below it if that was asked for."""
        for page in objects:
            outcomes += cls.act(page.specific, languages, user)
            if include_descendants:
                for below in cls.descendants(page, languages).specific().iterator():
                    outcomes += cls.act(below, languages, user)
        return len(objects), 0

    @classmethod
    def act(
        cls, page: AbstractPage, languages: list[Language], user: AbstractBaseUser
    ) -> Iterator[BulkOutcome]:
        """Act on the chosen languages of a page, one after the other."""
        title = page.get_admin_display_title()
        for language in languages:
            edition = Edition.objects.get_or_create_for_page(page)[language.code]
            refusal = cls.refusal(page, edition, language, user)
            yield BulkOutcome(title, language, refusal or cls.act_on(page, edition, user))

    def form_valid(self, form: LanguagesForm) -> HttpResponse:
        """Say what was refused, too."""
        response = super().form_valid(form)
        refused = [each for each in self.outcomes if not each.is_done]
        if refused:
            ways = ways_out(*(each.reason for each in refused))
            messages.warning(self.request, account(self.refused_words, refused), buttons=ways)
        return response

    def get_success_message(self, *counts: int) -> SafeString | None:
        """What was done, by page and language; nothing if nothing was."""
        done = [each for each in self.outcomes if each.is_done]
        return account(self.done_words, done) if done else None

    # What differs between publishing and unpublishing

    done_words: Any
    refused_words: Any

    @classmethod
    def descendants(cls, page: AbstractPage, languages: list[Language]) -> Any:
        """The pages below that are meant when the pages below are to follow."""
        raise NotImplementedError

    @classmethod
    def refusal(
        cls,
        page: AbstractPage,
        edition: Edition | None,
        language: Language,
        user: AbstractBaseUser,
    ) -> str:
        """Why a language of a page can't be acted on; empty if it can."""
        raise NotImplementedError

    @classmethod
    def act_on(
        cls, page: AbstractPage, edition: Edition, user: AbstractBaseUser
    ) -> str | Exception:
        """Act on one language; returns why it failed, empty if it did not."""
        raise NotImplementedError


def may_publish(page: AbstractPage, language: Language, user: AbstractBaseUser) -> bool:
    """Whether the user may publish this language of this page."""
    in_tree = page.permissions_for_user(user)
    return may(user, PermissionType.PUBLISH, language) and in_tree.can_publish()


def is_locked(page: AbstractPage, user: AbstractBaseUser) -> bool:
    """Whether somebody else has locked the page."""
    return page.locked and page.locked_by_id != user.pk


class PublishEditionsBulkAction(LanguagesBulkAction, PublishBulkAction):
    """Publishes the newest draft of each chosen language."""

    template_name = "translations/bulk/confirm_publish.html"
    done_words = gettext_lazy("Published:")
    refused_words = gettext_lazy("Not published:")

    @classmethod
    def descendants(cls, page: AbstractPage, languages: list[Language]) -> Any:
        """Those that were never published in one of the languages and have a draft in it."""
        codes = [language.code for language in languages]
        drafts = Edition.objects.filter(
            language__in=codes, state=Edition.State.UNPUBLISHED, has_draft=True
        )
        return page.get_descendants().filter(pk__in=drafts.values("page_id"))

    @classmethod
    def refusal(
        cls,
        page: AbstractPage,
        edition: Edition | None,
        language: Language,
        user: AbstractBaseUser,
    ) -> str:
        """Why the language can't be published from here."""
        if not may_publish(page, language, user):
            return _("you have no permission to publish it")
        if is_locked(page, user):
            return _("the page is locked")
        if edition is None or not edition.has_draft:
            return _("there is no draft to publish")
        if _asks_what_changed(page, edition):
            return _("its form asks what the change means for the translations that are public")
        return ""

    @classmethod
    def act_on(
        cls, page: AbstractPage, edition: Edition, user: AbstractBaseUser
    ) -> str | Exception:
        """Publish the draft that was saved in the language, not whatever was saved last."""
        revision = edition.latest_revision or page.get_latest_revision() or page.save_revision()
        action = PublishEditionAction(revision, user=user, language=edition.get_language())
        try:
            with transaction.atomic():
                action.execute()
        except PublishPagePermissionError as reason:
            return reason
        return ""


def _asks_what_changed(page: AbstractPage, edition: Edition) -> bool:
    """Whether a Chinese text would be published over translations and nothing is said of it."""
    if edition.get_language() != authoritative() or not edition.is_live:
        return False
    others = [each for each in live_languages(page.editions.all()) if each != authoritative()]
    revision = edition.latest_revision
    said = revision and change_in(revision.content).get("kind")
    return bool(others) and not said


class UnpublishEditionsBulkAction(LanguagesBulkAction, UnpublishBulkAction):
    template_name = "translations/bulk/confirm_unpublish.html"
    done_words = gettext_lazy("Unpublished:")
    refused_words = gettext_lazy("Not unpublished:")

    @classmethod
    def descendants(cls, page: AbstractPage, languages: list[Language]) -> Any:
        """Those that are public in one of the languages."""
        codes = [language.code for language in languages]
        live = Edition.objects.live().filter(language__in=codes)
        return page.get_descendants().filter(pk__in=live.values("page_id"))

    @classmethod
    def refusal(
        cls,
        page: AbstractPage,
        edition: Edition | None,
        language: Language,
        user: AbstractBaseUser,
    ) -> str:
        """Why the language can't be unpublished."""
        if not may_publish(page, language, user):
            return _("you have no permission to unpublish it")
        if is_locked(page, user):
            return _("the page is locked")
        return "" if edition and edition.is_live else _("it is not public")

    @classmethod
    def act_on(cls, page: AbstractPage, edition: Edition, user: AbstractBaseUser) -> str:
        """Unpublish this language and leave the others alone."""
        UnpublishEditionsAction(page, user=user, languages=[edition.get_language()]).execute()
        return ""


def account(head: Any, outcomes: Iterable[BulkOutcome]) -> SafeString:
    """A list of outcomes, a line for each page and reason, not longer than can be read."""
    lines: dict[tuple[str, str], list[Language]] = {}
    for each in outcomes:
        lines.setdefault((each.title, each.refusal), []).append(each.language)
    shown = [_line(*line) for line in list(lines.items())[:SHOWN_AT_MOST]]
    more = len(lines) - len(shown)
    if more:
        words = ngettext("and %(number)d more page", "and %(number)d more pages", more)
        shown.append(words % {"number": more})
    items = format_html_join("", "<li>{}</li>", [(line,) for line in shown])
    return format_html("{}<ul>{}</ul>", head, items)


def _line(page: tuple[str, str], languages: list[Language]) -> str:
    title, refusal = page
    names = ", ".join(language.name for language in languages)
    what = f"{title} · {names}"
    return f"{what}: {refusal}" if refusal else what
