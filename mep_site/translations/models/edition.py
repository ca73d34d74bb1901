"""An edition: a page in one language."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import AbstractPage, Revision

from ..content.content import Content
from ..content.schedules import Schedule, schedule_in
from ..freshness.comparison import Comparison, Freshness, compare
from ..freshness.remaining import remaining
from ..languages import Language, get_language, languages
from .authoritative import AuthoritativeChange, ChangesOfPage
from .edition_queries import BY_URGENCY, MOST_URGENT_FIRST, EditionQuerySet, split_path
from .waiting import wait_of


def language_choices() -> list[tuple[str, str]]:
    """The languages of the site for a field, so that a new language needs no migration."""
    return [(language.code, language.name) for language in languages()]


class Edition(models.Model):
    """A page in one language, with a life of its own.

    It is the one fact behind language switch, ``hreflang``, lists, search and notices. Dates are
    moments in UTC. ``last_published_at`` is the technical one; ``updated_at`` is when the edition
    was last made to say something else (see ``updates``), ``None`` if it never was.
    ``urgency`` is the place of the freshness in :data:`BY_URGENCY`, which the database derives, and
    ``waits_since`` is since when readers of a translation have waited for it to follow the Chinese
    that is public, ``change_kind`` the kind of the change that it does not follow, if that was
    recorded. ``open_units`` and ``open_characters`` are what is left to do in its newest text, be
    that a draft; see ``freshness.remaining``.
    Lists are made of editions: ``parent_path``, ``path_end`` and ``date`` say in which list an
    edition stands and where; the path of the page is ``parent_path`` and ``path_end`` together.
    ``latest_revision`` is the newest draft that was saved in this language. ``go_live_at`` and
    ``expire_at`` are approved: when a scheduled draft goes live, and when the text that is live
    expires. Only publishing and unpublishing write them; what a draft says is in its revision.
    """

    class State(models.TextChoices):
        """Whether the public can read the edition."""

        UNPUBLISHED = "unpublished", pgettext_lazy("edition", "never published")
        LIVE = "live", pgettext_lazy("edition", "published")
        WITHDRAWN = "withdrawn", pgettext_lazy("edition", "withdrawn")

    class Step(models.TextChoices):
        """How far a draft of a translation is on its way to the publisher."""

        DRAFTING = "", pgettext_lazy("edition", "in progress")
        SUBMITTED = "submitted", pgettext_lazy("edition", "submitted for publication")
        RETURNED = "returned", pgettext_lazy("edition", "returned to the translator")

    # What can be derived from the page at any time.
    DERIVED = (
        "state",
        "freshness",
        "differing",
        "missing",
        "translates_text_of",
        "waits_since",
        "change_kind",
        "open_units",
        "open_characters",
        "first_published_at",
        "last_published_at",
        "withdrawn_at",
        "has_draft",
        "expire_at",
        "parent_path",
        "path_end",
        "date",
    )

    # The constraint has an index that begins with the page.
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        on_delete=models.CASCADE,
        related_name="editions",
        db_index=False,
    )
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    state = models.CharField(
        pgettext_lazy("of an edition", "state"),
        max_length=12,
        choices=State,
        default=State.UNPUBLISHED,
    )
    freshness = models.CharField(
        _("freshness"), max_length=8, choices=Freshness, default=Freshness.ABSENT
    )
    differing = models.PositiveIntegerField(_("texts that differ"), default=0)
    missing = models.PositiveIntegerField(_("texts not translated"), default=0)
    translates_text_of = models.DateTimeField(
        _("translated from the Chinese text of"), null=True, blank=True
    )
    urgency = models.GeneratedField(
        expression=Case(
            *(When(freshness=each, then=Value(place)) for place, each in enumerate(BY_URGENCY)),
        ),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )
    waits_since = models.DateTimeField(_("waits since"), null=True, editable=False)
    change_kind = models.CharField(
        _("change of the Chinese text"),
        max_length=10,
        choices=AuthoritativeChange.Kind,
        default="",
        editable=False,
    )
    open_units = models.PositiveIntegerField(_("texts to do"), default=0, editable=False)
    open_characters = models.PositiveIntegerField(
        _("Chinese characters to do"), default=0, editable=False
    )
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True)
    last_published_at = models.DateTimeField(_("last published"), null=True, blank=True)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    parent_path = models.CharField(max_length=255, editable=False, default="")
    path_end = models.CharField(max_length=AbstractPage.steplen, editable=False, default="")
    date = models.CharField(max_length=10, editable=False, default="")

    latest_revision = models.ForeignKey(
        Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    draft_saved_at = models.DateTimeField(_("draft saved"), null=True, blank=True)
    has_draft = models.BooleanField(_("has unpublished changes"), default=False)
    go_live_at = models.DateTimeField(_("goes live"), null=True, blank=True)
    expire_at = models.DateTimeField(_("expires"), null=True, blank=True)
    step = models.CharField(
        _("step"), max_length=10, choices=Step, default=Step.DRAFTING, blank=True
    )
    step_at = models.DateTimeField(_("since"), null=True, blank=True)
    step_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    step_comment = models.TextField(pgettext_lazy("of an edition", "comment"), blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["page_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "language"], name="one_edition_per_language")
        ]
        indexes = [
            models.Index(fields=["language", "state", "freshness"], name="edition_states"),
            # What was changed last in a language, as feeds list it; see ``changed_at``.
            models.Index(
                "language",
                "state",
                Coalesce("updated_at", "first_published_at").desc(),
                name="edition_changes",
            ),
            # Lists, the newest first. With the page, so that nothing else is read to count them.
            models.Index(
                fields=["parent_path", "language", "state", "-date", "-path_end", "page"],
                name="edition_lists",
            ),
            # What was changed last in a list, as its feed has it.
            models.Index(
                "parent_path",
                "language",
                "state",
                Coalesce("updated_at", "first_published_at").desc(),
                models.F("path_end").desc(),
                name="edition_changes_in_lists",
            ),
            # What is to be done, the most urgent first. With all that is asked for beside, so that
            # PostgreSQL reads nothing else; SQLite does, where a column is derived.
            models.Index(
                fields=[*MOST_URGENT_FIRST, "has_draft", "id"],
                name="edition_urgency",
            ),
            models.Index(fields=["step"], name="edition_steps"),
            models.Index(fields=["change_kind"], name="edition_kinds"),
            models.Index(
                fields=["language", "draft_saved_at"],
                condition=models.Q(has_draft=True),
                name="edition_drafts",
            ),
            models.Index(
                fields=["go_live_at"],
                condition=models.Q(go_live_at__isnull=False),
                name="edition_schedules",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.language}"

    def get_language(self) -> Language:
        return get_language(self.language)

    @property
    def is_live(self) -> bool:
        """Whether visitors can read it."""
        return self.state == self.State.LIVE

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was public once and is not any more."""
        return self.state == self.State.WITHDRAWN

    def refresh_from_page(
        self, page: AbstractPage, content: Content, newest: Content, changes: ChangesOfPage
    ) -> list[str]:
        """Take state and freshness from the stored page; returns the names of what changed.

        ``newest`` holds the drafts of the page, ``changes`` those of its Chinese text.
        """
        before = {name: getattr(self, name) for name in self.DERIVED}
        language = self.get_language()
        self.parent_path, self.path_end = split_path(page.path)
        self.date = page.sort_date
        is_live = page.live and content.has(language)
        self._take_state(is_live, page)
        if not page.live:
            # The columns of a page that is not public are a draft, if not always the newest.
            self.has_draft = self.has_draft or content.has(language)
        shown = compare(content, language) if is_live else Comparison()
        self.freshness = shown.freshness
        self.differing = shown.differing
        self.missing = len(shown.missing)
        self.translates_text_of = shown.translates_text_of
        self.waits_since, self.change_kind = wait_of(self, page, content, changes)
        left = remaining(content, newest if self.has_draft else content, language)
        self.open_units, self.open_characters = left if page.live else (0, 0)
        return [name for name, value in before.items() if getattr(self, name) != value]

    @property
    def schedule(self) -> Schedule:
        """The times that are approved."""
        return Schedule(self.go_live_at, self.expire_at)

    @property
    def draft_schedule(self) -> Schedule:
        """The times that the newest draft says; without a draft, those of the text that is live."""
        if self.has_draft and self.latest_revision:
            return schedule_in(self.latest_revision.content)
        return Schedule(expire_at=self.expire_at)

    def has_draft_after(self, revision: Revision) -> bool:
        """Whether a newer draft than this revision was saved."""
        saved = self.draft_saved_at
        is_another = self.latest_revision_id != revision.pk
        return is_another and saved is not None and saved > revision.created_at

    @property
    def changed_at(self) -> datetime | None:
        """When it last came to say something else, by its publication if by nothing later."""
        return self.updated_at or self.first_published_at

    def _take_state(self, is_live: bool, page: AbstractPage) -> None:
        if is_live and not self.is_live:
            self.state = self.State.LIVE
            self.withdrawn_at = None
            self.last_published_at = page.last_published_at or timezone.now()
            self.first_published_at = self.first_published_at or self.last_published_at
            # What a program makes public expires as a whole; an alias goes with its source.
            self.expire_at = None if page.alias_of_id else page.expire_at
        elif self.is_live and not is_live:
            self.state = self.State.WITHDRAWN
            self.withdrawn_at = timezone.now()
            self.expire_at = None


def update_has_unpublished_changes(page: AbstractPage) -> None:
    """Let the page have unpublished changes just when one of its editions has a draft.

    Wagtail asks whether its newest revision is the one that went live, which says little where a
    revision publishes one language only.
    """
    drafts = Edition.objects.filter(page_id=page.pk, has_draft=True)
    pages = page.base_page_model._base_manager.filter(pk=page.pk)
    pages.update(has_unpublished_changes=models.Exists(drafts))


def live_languages(editions: Iterable[Edition]) -> list[Language]:
    """The languages of those editions that are live, in the order of the site."""
    live = {edition.language for edition in editions if edition.is_live}
    return [language for language in languages() if language.code in live]
