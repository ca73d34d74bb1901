"""What a publication of the Chinese text means for the translations that are live."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import AbstractPage

from ..content.content import Content
from ..content.envelope import change_in, envelope_of
from ..content.pins import confirmed, fingerprint, moved, moved_work
from ..languages import Language, authoritative, languages
from ..models import AuthoritativeChange, AuthoritativeText, Edition


class AuthoritativePublication:
    """The step from one published Chinese text to the next one.

    ``live`` is the content that was public so far (empty if none was), ``content`` the one that
    goes live at ``moment``. The kind of the change was chosen in the draft; a change of which
    nothing is said is material; see :func:`kind_of_change`.
    """

    def __init__(
        self,
        page: AbstractPage,
        live: Content,
        content: Content,
        chosen: tuple[Language, ...],
        moment: datetime,
    ) -> None:
        self.page, self.moment = page, moment
        self.old = live.shown_texts(authoritative())
        self.new = content.shown_texts(authoritative())
        self.translations = [each for each in languages() if each not in chosen]
        self.live_translations = [each for each in self.translations if live.has(each)]
        self.kind = kind_of_change(content)
        self.note = change_in(content.columns).get("note") or {}

    @property
    def concerns_translations(self) -> bool:
        """Whether there are readers of translations to be told."""
        return bool(self.live_translations) and bool(self.old) and self.old != self.new

    @property
    def withdraws(self) -> bool:
        """Whether the translations must not be relied on any more."""
        return self.concerns_translations and self.kind == AuthoritativeChange.Kind.WITHDRAW

    @property
    def withdrawn(self) -> list[Language]:
        """The translations that must not be relied on any more."""
        return self.translations if self.withdraws else []

    def applied(self, *contents: Content) -> tuple[Content, ...]:
        """What goes live and the newest draft, with their pins brought in line."""
        live, *drafts = (self._with_pins(content) for content in contents)
        if self.withdraws:
            live = live.without(*self.translations)
        return (live, *drafts)

    def _with_pins(self, content: Content) -> Content:
        """Pins moved or confirmed, and the description of the change taken out of the draft."""
        for language in self.translations:
            pins, work = content.pins(language), content.work(language)
            if self.concerns_translations and self.kind == AuthoritativeChange.Kind.EDITORIAL:
                pins = moved(pins, self.old, self.new, self.moment)
                work = moved_work(work, self.old, self.new)
            if pins or work:
                pins = confirmed(pins, self.new, self.moment)
                content = content.with_pins(language, pins, work)
        return content.with_columns({"edition": {**envelope_of(content.columns), "change": {}}})

    def record(self, user: AbstractBaseUser | None) -> None:
        """Keep the texts that are and were in force, and the change if it concerns translations.

        Those that were in force are not kept yet where a copy or a program made them public.
        """
        since = self.page.last_published_at or self.moment
        self._keep(self.old, since)
        self._keep(self.new, self.moment)
        if self.concerns_translations:
            notes = {
                f"note_{language.suffix}": self.note.get(language.code, "")
                for language in languages()
            }
            AuthoritativeChange.objects.create(
                page_id=self.page.pk,
                kind=self.kind,
                published_at=self.moment,
                user=user,
                **notes,
            )
        # What was public is a draft now, and nothing that was approved before comes instead.
        withdrawn = Edition.objects.filter(
            page_id=self.page.pk, language__in=[language.code for language in self.withdrawn]
        )
        withdrawn.live().update(has_draft=True, expire_at=None)
        withdrawn.update(go_live_at=None)

    def _keep(self, texts: Mapping[str, str], published: datetime) -> None:
        by_fingerprint = {fingerprint(text): text for text in texts.values()}
        AuthoritativeText.objects.bulk_create(
            [
                AuthoritativeText(
                    page_id=self.page.pk, fingerprint=name, text=text, published_at=published
                )
                for name, text in by_fingerprint.items()
            ],
            ignore_conflicts=True,
        )


def kind_of_change(content: Content) -> str:
    """What the publisher said about the change of the Chinese in a draft.

    A change of which nothing is said is material, because readers must not take a translation for
    current that is not.
    """
    return change_in(content.columns).get("kind") or AuthoritativeChange.Kind.MATERIAL
