"""The history of a page: each entry names its languages and acts on these editions only."""

from collections.abc import Iterator, Mapping
from typing import Any

import django_filters
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import ActionColumn
from wagtail.admin.views.pages.history import PageHistoryFilterSet, PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.models import AbstractPage, PageLogEntry

from ...content.envelope import languages_of_revision
from ...languages import Language, get_language, languages
from ...models import Edition
from ...models.edition import language_choices
from ...permissions import PermissionType, may
from ..forms.edit_handlers import edition_handler
from ..scope import edit_url, names_language, requested_language, with_language

Action = dict[str, str]


def languages_named(entry: PageLogEntry) -> list[Language]:
    """The languages that an entry names; none if it is about the page as a whole."""
    return [get_language(code) for code in entry.data.get("languages") or [] if code]


def languages_held(entry: PageLogEntry) -> list[Language]:
    """The languages whose texts the revision of an entry can bring back."""
    return languages_named(entry) or languages_of_revision(entry.revision.content)


class EditionActionColumn(ActionColumn):
    """What was done, and what can be done with that version in the languages of the user."""

    def __init__(self, *args: Any, user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        return Edition.objects.get_or_create_for_page(self.object)

    @cached_property
    def publications(self) -> Mapping[str, int]:
        """By the code of each language that is live: the entry of its newest publication."""
        entries = PageLogEntry.objects.filter(page=self.object, action="wagtail.publish")
        newest = {
            code: pk
            for pk, data in entries.order_by("timestamp", "pk").values_list("pk", "data")
            for code in data.get("languages") or []
        }
        return {code: pk for code, pk in newest.items() if self.editions[code].is_live}

    def get_status(self, instance: PageLogEntry, parent_context: Any) -> str | None:
        """Whether the entry is of the text that is live, or of the newest draft, in a language."""
        if instance.action == "wagtail.publish":
            is_live = instance.pk in self.publications.values()
            return pgettext("history", "Live version") if is_live else None
        if instance.content_changed and instance.revision_id in self._newest_drafts:
            return pgettext("history", "Newest draft")
        return None

    @cached_property
    def _newest_drafts(self) -> set[int | None]:
        return {each.latest_revision_id for each in self.editions.values()} - {None} or {
            self.object.latest_revision_id
        }

    @cached_property
    def _drafts(self) -> set[int]:
        """The revisions that have an entry other than that of their publication."""
        entries = PageLogEntry.objects.filter(page=self.object, content_changed=True)
        others = entries.exclude(action="wagtail.publish").exclude(revision=None)
        return set(others.values_list("revision_id", flat=True))

    def get_actions(self, instance: PageLogEntry, parent_context: Any) -> list[Action]:
        """Look at the version, bring it back, compare it; take back its schedule.

        What a publication offers stands at the draft that was published, if there was one.
        """
        if not (instance.revision and instance.content_changed):
            return []
        if instance.action == "wagtail.publish" and instance.revision_id in self._drafts:
            return []
        held = languages_held(instance)
        return [
            *self._previews(instance, held),
            *self._forms(instance, held),
            *self._comparisons(instance, held),
            *self._unscheduling(instance),
        ]

    def _url(self, name: str, *args: Any) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=[self.object.pk, *args])

    def _previews(self, entry: PageLogEntry, held: list[Language]) -> Iterator[Action]:
        if self.object.is_previewable():
            url = self._url("revisions_view", entry.revision_id)
            for language in held:
                label = _named(pgettext("history", "Preview"), language, held)
                yield {"url": f"{url}?mode={language.code}", "label": label}

    def _forms(self, entry: PageLogEntry, held: list[Language]) -> Iterator[Action]:
        """The form of the newest draft, or of an earlier one to be brought back."""
        for language in held:
            if not may(self.user, PermissionType.EDIT, language):
                continue
            if entry.revision_id == self.editions[language.code].latest_revision_id:
                label = _named(pgettext("history", "Edit"), language, held)
                yield {"url": edit_url(self.object, language), "label": label}
            else:
                url = self._url("revisions_revert", entry.revision_id)
                label = _named(pgettext("history", "Review this version"), language, held)
                yield {"url": with_language(url, language), "label": label}

    def _comparisons(self, entry: PageLogEntry, held: list[Language]) -> Iterator[Action]:
        pairs = {}
        if entry.previous_revision_id:
            pairs[pgettext("history", "Compare with previous version")] = (
                entry.previous_revision_id,
                entry.revision_id,
            )
        if entry.revision_id != self.object.latest_revision_id:
            pairs[pgettext("history", "Compare with current version")] = (
                entry.revision_id,
                "latest",
            )
        for label, pair in pairs.items():
            url = self._url("revisions_compare", *pair)
            yield {"url": with_language(url, held[0]) if len(held) == 1 else url, "label": label}

    def _unscheduling(self, entry: PageLogEntry) -> Iterator[Action]:
        concerned = languages_of_revision(entry.revision.content)
        may_all = all(may(self.user, PermissionType.PUBLISH, each) for each in concerned)
        if entry.revision.approved_go_live_at and self.user_can_unschedule and may_all:
            url = self._url("revisions_unschedule", entry.revision_id)
            yield {"url": url, "label": pgettext("history", "Cancel scheduled publish")}


def _named(label: str, language: Language, held: list[Language]) -> str:
    """The label of an action, with the language where there are several to choose from."""
    return label if len(held) == 1 else f"{label} ({language})"


class LanguagesColumn(Column):
    """The languages of an entry by their own names."""

    cell_template_name = "translations/languages_cell.html"

    def get_value(self, instance: PageLogEntry) -> list[Language]:
        return languages_named(instance)


class EditionHistoryFilterSet(PageHistoryFilterSet):
    """Wagtail's filters, and one by language."""

    edition = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), method="filter_edition", choices=language_choices
    )

    def filter_edition(self, entries: QuerySet, name: str, code: str) -> QuerySet:
        """The entries that name a language; SQLite can't ask whether a list in JSON has it."""
        places = [Q(**{f"data__languages__{at}": code}) for at in range(len(languages()))]
        return entries.filter(Q.create(places, connector=Q.OR))


class KeepsLanguage:
    """For views that act on no edition: where one was come from, one goes back to it."""

    request: HttpRequest

    @cached_property
    def language(self) -> Language | None:
        """The language that the address names."""
        return requested_language(self.request) if names_language(self.request) else None

    def _in_language(self, url: str) -> str:
        return with_language(url, self.language) if self.language else url


class EditionHistoryView(KeepsLanguage, PageHistoryView):
    """Shows beside each entry which languages it is about."""

    filterset_class = EditionHistoryFilterSet

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns and the languages."""
        action, *others = super().columns
        scoped = EditionActionColumn(
            action.name,
            label=action.label,
            object=action.object,
            url_names=action.url_names,
            user_can_unschedule=action.user_can_unschedule,
            user=self.request.user,
        )
        shown = LanguagesColumn("languages", label=gettext_lazy("Language"), width="15%")
        return [scoped, shown, *others]

    def get_edit_url(self, instance: AbstractPage) -> str:
        """The form in the language that one came from."""
        return self._in_language(super().get_edit_url(instance))


class EditionCompareView(KeepsLanguage, RevisionsCompareView):
    """Names the language that each of the two versions was saved in.

    Where the address names a language, its texts are compared and what all languages share.
    """

    template_name = "translations/compare.html"

    def get_edit_handler(self) -> Any:
        """The panels of the language, else of the whole page."""
        if not self.language:
            return super().get_edit_handler()
        return edition_handler(type(self.object), self.language, is_source_language=True)

    def get_page_subtitle(self) -> str:
        """The title, and the language if only that is compared."""
        title = super().get_page_subtitle()
        return f"{title} · {self.language}" if self.language else title

    def get_edit_url(self) -> str:
        """The form in the language that is compared."""
        return self._in_language(super().get_edit_url())

    def get_history_url(self) -> str:
        """The history, from which one gets back to the language."""
        return self._in_language(super().get_history_url())
