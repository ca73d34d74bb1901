"""What a page needs so that each of its languages has a life of its own."""

from collections.abc import Collection
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.locks import BaseLock, WorkflowLock
from wagtail.models import AbstractPage, Revision, WorkflowState

from mep_site.internals import share_parent

from ..audit import log_edition
from ..content.columns import text_fields
from ..content.content import Content
from ..content.envelope import change_in, envelope_of, saved_in, written_by
from ..content.packing import packed, unpacked
from ..content.rows import row_relations
from ..freshness.remaining import remaining
from ..languages import Language, active_language, authoritative, get_language, languages
from ..languages.text import LocalizedText, has_text, languages_with, localized, text_in
from ..provenance import note_origins
from .edition import Edition

# What a page refers to beside its content, as it is stored and not as a draft says.
KEYS_OF_THE_PAGE = frozenset(
    field.name for field in AbstractPage._meta.local_fields if isinstance(field, models.ForeignKey)
)
LOOKED_AFTER = KEYS_OF_THE_PAGE | {"path", "translation_key"}


class TranslatedPage(models.Model):
    """A page whose revisions belong to one language each.

    A revision holds the drafts of all languages and names the one that it was saved in, its
    ``edition_language``. Publishing it publishes that language only. A revision that a program
    saved names none and publishes all languages.

    ``change`` describes a change of the Chinese to readers of translations, until it is published:
    ``{"kind": …, "note": {language code: text}}``. ``orphaned_texts`` holds translations of rows
    that the Chinese draft has removed and the published page still has, by language code and unit.
    ``edition_form`` is the token of the open form from which the page is about to be saved.

    ``source_language`` is the code of the language to which structure, facts and slug belong. It
    is decided when the page is made, and is the same for all of its drafts and revisions.

    ``draft_titles`` are the titles in the newest draft by language code. The columns of a page that
    is public lack the title of a language that is not.
    """

    pins = models.JSONField(default=dict, blank=True, editable=False)
    source_language = models.CharField(max_length=10, blank=True, editable=False)
    draft_titles = models.JSONField(default=dict, blank=True, editable=False, serialize=False)

    edition_language: Language | None = None
    # What visitors read, where whoever saves a draft has read it already.
    public_content: Content | None = None
    # Whether what is required may lack, because it is a draft that is validated.
    is_unfinished = False
    edition_form = ""

    # The drafts of a copy name no language: the copy stands for all of them, and is published so.
    # Nor has it any times, because the page holds one moment and its languages expire apart.
    default_exclude_fields_in_copy = [
        *AbstractPage.default_exclude_fields_in_copy,
        "edition",
        "go_live_at",
        "expire_at",
    ]

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.change: dict[str, Any] = {}
        self.orphaned_texts: dict[str, dict[str, str]] = {}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; of a page that no form has started the first language is the source.

        ``draft_title`` keeps the last title where a draft has none. ``draft_titles`` go with it.
        """
        self.source_language = self.get_source_language().code
        if not has_text(self.draft_title):
            self.draft_title = self._last_title()
        columns = kwargs.get("update_fields")
        if columns and "draft_title" in columns:
            kwargs["update_fields"] = [*columns, "draft_titles"]
        super().save(*args, **kwargs)

    def full_clean(self, exclude: Collection[str] | None = None, **options: Any) -> None:
        """Validate what can be written; what is kept beside it the database itself looks after."""
        super().full_clean(exclude={*(exclude or ()), *LOOKED_AFTER}, **options)

    def _last_title(self) -> str:
        title = localized(self, "title")
        if title:
            return str(title)
        stored = type(self)._base_manager.filter(pk=self.pk).values_list("draft_title", flat=True)
        return stored.first() or ""

    @property
    def sort_date(self) -> str:
        """The date by which lists sort the page, as ISO 8601; empty if there is none."""
        return ""

    # Languages

    def start_in(self, language: Language) -> None:
        """Make the language of the form in which a page is made its source language."""
        self.edition_language, self.source_language = language, language.code

    def get_source_language(self) -> Language:
        """The language to which structure, facts and slug belong."""
        if self.source_language:
            return get_language(self.source_language)
        return next(iter(languages_with(self, "title")), authoritative())

    # Revisions

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """The draft that a revision holds, with what is a fact of the page and of no draft."""
        own = {name: value for name, value in content.items() if name not in KEYS_OF_THE_PAGE}
        draft = super().with_content_json(own)
        share_parent(self, draft)
        draft.live_revision_id = self.live_revision_id
        draft.source_language = self.source_language
        draft.draft_titles = self.draft_titles
        return draft

    def serializable_data(self) -> dict[str, Any]:
        """The content of a revision as it is stored.

        Without the bare columns, which follow the active language.
        """
        data = super().serializable_data()
        for field in text_fields(type(self)):
            data.pop(field.name, None)
        data["edition"] = {
            "language": self.edition_language.code if self.edition_language else None,
            "change": self.change,
            "orphaned_texts": self.orphaned_texts,
            "form": self.edition_form,
        }
        return packed(type(self), data)

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Self:
        """The page that a revision describes; its rows are its own, whatever they say."""
        data = unpacked(data)
        rows = {
            relation.get_accessor_name(): [
                {name: value for name, value in row.items() if name != relation.field.name}
                for row in data.get(relation.get_accessor_name()) or ()
            ]
            for relation in row_relations(cls)
            if relation.get_accessor_name() in data
        }
        page = super().from_serializable_data(data | rows, *args, **kwargs)
        page.edition_language = saved_in(data)
        page.change = change_in(data)
        page.orphaned_texts = envelope_of(data).get("orphaned_texts") or {}
        return page

    def save_revision(  # noqa: PLR0913, PLR0917 - Wagtail's signature
        self,
        user: AbstractBaseUser | None = None,
        approved_go_live_at: Any = None,
        changed: bool = True,
        log_action: bool | str = False,
        previous_revision: Revision | None = None,
        clean: bool = True,
        overwrite_revision: Revision | None = None,
    ) -> Revision:
        """Save the draft; in the scope of a language, as the newest draft of that edition.

        ``overwrite_revision`` is overwritten if the same form wrote it, and nothing stands on it;
        else there is a new revision.
        """
        options = {
            "user": user,
            "approved_go_live_at": approved_go_live_at,
            "changed": changed,
            "clean": clean,
            "previous_revision": previous_revision,
        }
        self._note_titles()
        note_origins(self, *filter(None, [self.edition_language]))
        if not self.edition_language:
            return super().save_revision(
                **options, log_action=log_action, overwrite_revision=overwrite_revision
            )
        if overwrite_revision and not self._may_overwrite(overwrite_revision, user):
            overwrite_revision = None
        revision = super().save_revision(**options, overwrite_revision=overwrite_revision)
        self._note_draft(revision, changed)
        if log_action:
            log_edition(
                self,
                log_action,
                user,
                revision,
                previous=previous_revision,
                overwritten=bool(overwrite_revision),
                changed=changed,
            )
        return revision

    def _note_titles(self) -> None:
        titles = {each.code: text_in(self, "title", each) for each in languages()}
        self.draft_titles = {code: title for code, title in titles.items() if title}

    def _may_overwrite(self, revision: Revision, user: AbstractBaseUser | None) -> bool:
        """Whether nobody would miss the revision: it is this form's own newest, and only a draft.

        Wagtail overwrites the newest of the page only; somebody who writes in another language may
        have saved one since.
        """
        is_own = self.edition_form and written_by(revision.content) == self.edition_form
        is_newest = self._own_edition.filter(latest_revision=revision).exists()
        is_by_user = revision.user_id == (user and user.pk)
        if is_own and is_newest and is_by_user and not self._is_in_use(revision):
            self.latest_revision = revision
            return True
        return False

    def _is_in_use(self, revision: Revision) -> bool:
        """Whether the revision is public, waits for its moment, or is what somebody approves."""
        stored = type(self).objects.filter(pk=self.pk)
        approved = Q(approved_go_live_at__isnull=False) | Q(pk__in=stored.values("live_revision"))
        in_workflow = Q(task_states__isnull=False)
        return Revision.objects.filter(approved | in_workflow, pk=revision.pk).exists()

    @property
    def _own_edition(self) -> QuerySet[Edition]:
        return Edition.objects.filter(page_id=self.pk, language=self.edition_language.code)

    def _note_draft(self, revision: Revision, changed: bool) -> None:
        noted = {"latest_revision": revision, "draft_saved_at": revision.created_at}
        if changed:
            noted |= {"has_draft": True, **self._left_to_do()}
        if not self._own_edition.update(**noted):
            Edition.objects.get_or_create_for_page(self)
            self._own_edition.update(**noted)

    def _left_to_do(self) -> dict[str, int]:
        """What is left to do in the draft of the translation in scope, as its edition notes it."""
        if not (self.live and self._is_translation_scope):
            return {}
        public = self.public_content or Content.of(type(self).objects.get(pk=self.pk))
        left = remaining(public, Content.of(self), self.edition_language)
        return {"open_units": left.units, "open_characters": left.characters}

    def enter(self, language: Language) -> Edition:
        """Bring a draft into the scope of a language, with the times of its newest draft there.

        Times that have passed are left out: they are done with, and no form would take them.
        Returns the edition.
        """
        self.edition_language = language
        edition = Edition.objects.get_or_create_for_page(self)[language.code]
        self.go_live_at, self.expire_at = edition.draft_schedule.ahead(timezone.now())
        vars(self).pop("scheduled_revision", None)
        return edition

    @property
    def display_title(self) -> LocalizedText | None:
        """The title for users of the admin: in their language, else that of the source text.

        That of a text which is not public is known from the newest draft.
        """
        for language in (active_language(), *languages()):
            title = text_in(self, "title", language) or self.draft_titles.get(language.code)
            if has_text(title):
                return LocalizedText(title, language)
        return None

    # Workflow, locks and schedules: the Chinese edition has Wagtail's, a translation its own.

    @property
    def _is_translation_scope(self) -> bool:
        return self.edition_language not in {None, authoritative()}

    @property
    def workflow_states(self) -> QuerySet[WorkflowState]:
        """The workflows that the page went through, as far as they concern the edition."""
        states = super().workflow_states
        return states.none() if self._is_translation_scope else states

    @property
    def current_workflow_state(self) -> WorkflowState | None:
        """The workflow in progress, which never holds up a translation."""
        return None if self._is_translation_scope else super().current_workflow_state

    @cached_property
    def scheduled_revision(self) -> Revision | None:
        """The revision that is scheduled; in the scope of a language, in that language."""
        scheduled = self.revisions.filter(approved_go_live_at__isnull=False)
        if self.edition_language:
            scheduled = scheduled.filter(content__edition__language=self.edition_language.code)
        return scheduled.order_by("approved_go_live_at").first()

    def get_lock(self) -> BaseLock | None:
        """The lock that concerns the edition."""
        lock = super().get_lock()
        return None if self._is_translation_scope and isinstance(lock, WorkflowLock) else lock
