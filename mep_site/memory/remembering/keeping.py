"""Brings the memory in line with a page, whatever path has changed what is public of it.

An edition that is looked at anew and says the same costs one query for the whole page. A text that
renders the same Chinese as before takes the place of the earlier one, because it corrects it; where
the Chinese was changed, the pair of the earlier Chinese stays beside the new one, with its date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Q
from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import authoritative
from mep_site.translations.models import AuthoritativeText, Edition, TranslatedPage
from mep_site.translations.signals import editions_kept, editions_published

from ..models import MemoryPair, MemorySheet, new_token
from ..segments import portable, without_markup
from .taking import TakenPair, digest_of_pairs, pairs_in, untranslated

HISTORY = ("published_at", "translator_id", "publisher_id", "removed_at", "removed_by_id")
REPLACED = (
    *("chinese", "target", "chinese_html", "target_html", "key", "before", "after"),
    *HISTORY,
)


def connect_memory() -> None:
    """Called once, when all models are known."""
    editions_kept.connect(follow_editions, dispatch_uid="memory_follow_editions")
    editions_published.connect(name_publisher, dispatch_uid="memory_name_publisher")


def follow_editions(page: TranslatedPage, **kwargs: Any) -> None:
    """After a page and its editions were saved."""
    remember(page, timezone.now())


def name_publisher(
    page: TranslatedPage, user: AbstractBaseUser | None, moment: datetime, **kwargs: Any
) -> None:
    """After a publication: say who published, where that was not known before."""
    if user and user != get_active_log_context().user:
        taken = MemoryPair.objects.filter(sheet__edition__page=page.pk, published_at__gte=moment)
        taken.filter(publisher=None).update(publisher=user)


def remember(page: TranslatedPage, moment: datetime | None = None) -> int:
    """Remember what the editions of a page say, and no more of one that is not public.

    Without a ``moment`` the pairs get the dates of the editions' publications. Returns how many
    pairs were new. An alias says what its source says.
    """
    if page.alias_of_id:
        return 0
    content = Content.of(page)
    states = [_State.of(edition, content) for edition in _editions(page)]
    changed = [state for state in states if state.is_news]
    if not changed:
        return 0
    _write_sheets(changed)
    live = [state for state in changed if state.is_offered]
    return _write_pairs(page, live, moment) if live else 0


def _editions(page: TranslatedPage) -> Iterable[Edition]:
    editions = Edition.objects.filter(page_id=page.pk).exclude(language=authoritative().code)
    return (
        editions.select_related("memory_sheet")
        .only("language", "state", "step", "step_by_id", "last_published_at", "memory_sheet")
        .annotate(saved_by=F("latest_revision__user"))
    )


@dataclass
class _State:
    """How an edition stands to its sheet, and what it is to be."""

    edition: Edition
    sheet: MemorySheet | None
    pairs: list[TakenPair]
    gone: dict[str, str]
    digest: str

    @classmethod
    def of(cls, edition: Edition, content: Content) -> "_State":
        sheet, language = getattr(edition, "memory_sheet", None), edition.get_language()
        is_live = edition.is_live
        pairs = pairs_in(content, language) if is_live else []
        gone = untranslated(content, language) if is_live and sheet else {}
        # A page that is not public says nothing about what its sheet holds.
        digest = digest_of_pairs(pairs, gone) if is_live else (sheet.digest if sheet else "")
        return cls(edition, sheet, pairs, gone, digest)

    @property
    def is_offered(self) -> bool:
        return self.edition.is_live

    @property
    def is_news(self) -> bool:
        if not self.sheet:
            return bool(self.pairs)
        return (self.sheet.is_offered, self.sheet.digest) != (self.is_offered, self.digest)

    @property
    def translator_id(self) -> int | None:
        """Who submitted the text that waits for its publication, else who saved it last."""
        is_submitted = self.edition.step == Edition.Step.SUBMITTED
        return (self.edition.step_by_id if is_submitted else None) or self.edition.saved_by


def _write_sheets(states: list[_State]) -> None:
    sheets = [
        MemorySheet(
            edition=state.edition,
            language=state.edition.language,
            is_offered=state.is_offered,
            token=new_token(),
            digest=state.digest,
        )
        for state in states
    ]
    written = MemorySheet.objects.bulk_create(
        sheets,
        update_conflicts=True,
        unique_fields=["edition"],
        update_fields=["is_offered", "token", "digest"],
    )
    for state, sheet in zip(states, written, strict=True):
        state.sheet = sheet


def _write_pairs(page: TranslatedPage, states: list[_State], moment: datetime | None) -> int:
    known = _Known.on([state.sheet for state in states])
    texts = _earlier_texts(page, states, known)
    new = [
        pair
        for state in states
        for taken in state.pairs
        if (pair := _news(state, taken, known, texts, moment))
    ]
    if new:
        MemoryPair.objects.bulk_create(
            new,
            update_conflicts=True,
            unique_fields=["sheet", "unit", "fingerprint"],
            update_fields=REPLACED,
        )
    _forget(states, known)
    return len(new)


class _Known(dict[tuple[int, str, str], MemoryPair]):
    """The pairs that some sheets hold, by sheet, unit and fingerprint."""

    @classmethod
    def on(cls, sheets: list[MemorySheet]) -> "_Known":
        pairs = MemoryPair.objects.filter(sheet__in=[sheet.pk for sheet in sheets])
        return cls({(pair.sheet_id, pair.unit, pair.fingerprint): pair for pair in pairs})

    def with_the_same_words(self, sheet: MemorySheet, taken: TakenPair) -> MemoryPair | None:
        """The pair of the unit that had this translation, under whatever Chinese."""
        same = (
            pair
            for (sheet_id, unit, _), pair in self.items()
            if (sheet_id, unit) == (sheet.pk, taken.unit) and pair.stored_target == taken.target
        )
        return max(same, key=lambda pair: pair.pk, default=None)


def _earlier_texts(page: TranslatedPage, states: list[_State], known: _Known) -> Mapping[str, str]:
    """The Chinese texts, by fingerprint, that the page does not say any more and nobody knows."""
    wanted = {
        taken.fingerprint
        for state in states
        for taken in state.pairs
        if taken.source is None and (state.sheet.pk, taken.unit, taken.fingerprint) not in known
    }
    if not wanted:
        return {}
    texts = AuthoritativeText.objects.filter(page_id=page.pk, fingerprint__in=wanted)
    return dict(texts.values_list("fingerprint", "text"))


def _news(
    state: _State,
    taken: TakenPair,
    known: _Known,
    texts: Mapping[str, str],
    moment: datetime | None,
) -> MemoryPair | None:
    """The pair as it is to be written; ``None`` if it is known just so, or its Chinese is lost."""
    before = known.get((state.sheet.pk, taken.unit, taken.fingerprint))
    source = taken.source or (before.stored_chinese if before else texts.get(taken.fingerprint))
    if source is None:
        return None
    pair = _pair(state, taken, source)
    if before and before.stored_target == taken.target:
        is_in_place = (before.before, before.after) == (pair.before, pair.after)
        return None if is_in_place else _with_history_of(before, pair)
    pair.published_at = moment or state.edition.last_published_at
    pair.publisher = get_active_log_context().user
    same = known.with_the_same_words(state.sheet, taken)
    pair.translator_id = same.translator_id if same else state.translator_id
    return pair


def _with_history_of(before: MemoryPair, pair: MemoryPair) -> MemoryPair:
    """The pair in another place on its page, with all that is known of it."""
    for name in HISTORY:
        setattr(pair, name, getattr(before, name))
    return pair


def _pair(state: _State, taken: TakenPair, source: str) -> MemoryPair:
    source = portable(source) if taken.is_formatted else source
    read = without_markup(source, taken.is_formatted)
    return MemoryPair(
        sheet=state.sheet,
        language=state.edition.language,
        unit=taken.unit,
        chinese=read,
        target=without_markup(taken.target, taken.is_formatted),
        chinese_html=source if taken.is_formatted else "",
        target_html=taken.target if taken.is_formatted else "",
        fingerprint=taken.fingerprint,
        key=fingerprint(read),
        before=taken.before,
        after=taken.after,
    )


def _forget(states: list[_State], known: _Known) -> None:
    """Forget translations that were taken back while their Chinese stands."""
    gone = Q()
    for state in states:
        for unit, name in state.gone.items():
            if (state.sheet.pk, unit, name) in known:
                gone |= Q(sheet=state.sheet.pk, unit=unit, fingerprint=name)
    if gone:
        MemoryPair.objects.filter(gone).delete()
