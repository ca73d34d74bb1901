"""The Chinese texts of a language in the memory of the process, to find those that are alike.

It is an index only: what may be offered is asked of the database each time. So a text that is gone
may stay here for a moment, and one that was rolled back may come in; neither is ever shown.
"""

import threading
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from django.db import transaction
from django.db.models import Count, Sum
from rapidfuzz import process
from rapidfuzz.distance import Indel

from mep_site.translations.languages import Language

from ..models import MemoryPair, MemorySheet

CUTOFF = 0.7
# How long a process may not notice what another one has remembered, in seconds.
MAX_AGE = 0.5
# Nothing more of a language is compared, and no longer text: both bound time and memory.
MOST_TEXTS, LONGEST = 200_000, 1_000
AT_ONCE = 500

_expired_at = 0.0


def expire_known_texts() -> None:
    """Let the next one who asks look for what is new."""
    global _expired_at  # noqa: PLW0603 - one clock for all threads
    _expired_at = monotonic()


def expire_after_write() -> None:
    """Now, for this connection, and when others can see what it has written."""
    expire_known_texts()
    transaction.on_commit(expire_known_texts)


@dataclass(frozen=True)
class _Texts:
    """Distinct texts in the order of their length, each with its key."""

    texts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()

    def like(self, text: str, limit: int) -> list[tuple[str, float]]:
        """The keys of the texts that are the most alike, with the similarity, the best first."""
        # Of texts that differ more in length none can be alike enough.
        first = bisect_left(self.lengths, len(text) * CUTOFF / (2 - CUTOFF))
        last = bisect_right(self.lengths, len(text) * (2 - CUTOFF) / CUTOFF)
        found = process.extract(
            text,
            self.texts[first:last],
            scorer=Indel.normalized_similarity,
            score_cutoff=CUTOFF,
            limit=limit,
        )
        return [(self.keys[first + place], score) for _text, score, place in found]


@dataclass
class KnownTexts:
    """What is known of a language: the state of every sheet, and the texts of all of them."""

    language: Language
    tokens: dict[int, int] = field(default_factory=dict)
    keys_of_sheets: dict[int, tuple[str, ...]] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    uses: Counter = field(default_factory=Counter)
    texts: _Texts = field(default_factory=_Texts)
    state: tuple[int, int | None] | None = None
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)

    def like(self, text: str, limit: int) -> list[tuple[str, float]]:
        """The keys of texts that are alike, with their similarity of at least :data:`CUTOFF`."""
        self._refresh()
        return self.texts.like(text, limit) if len(text) <= LONGEST else []

    def _refresh(self) -> None:
        """Look for what is new, unless that was done just now or another thread is at it."""
        if self._is_fresh or not self.lock.acquire(blocking=self.state is None):
            return
        try:
            if not self._is_fresh:
                now = monotonic()
                self._catch_up()
                self.looked_at = now
        finally:
            self.lock.release()

    @property
    def _is_fresh(self) -> bool:
        return self.looked_at > _expired_at and monotonic() - self.looked_at < MAX_AGE

    @property
    def _sheets(self) -> Iterable:
        return MemorySheet.objects.filter(language=self.language.code, is_offered=True)

    def _catch_up(self) -> None:
        """Read the sheets that are new or others than before; order of commits does not matter."""
        found = self._sheets.aggregate(count=Count("pk"), sum=Sum("token"))
        state = (found["count"], found["sum"])
        if state == self.state:
            return
        tokens = dict(self._sheets.values_list("pk", "token"))
        for sheet in self.tokens.keys() - tokens.keys():
            self._put_back(sheet)
        changed = [sheet for sheet, token in tokens.items() if self.tokens.get(sheet) != token]
        self._read(sorted(changed, reverse=True))
        self.tokens, self.state = tokens, state
        self.texts = self._in_order()

    def _put_back(self, sheet: int) -> None:
        for key in self.keys_of_sheets.pop(sheet, ()):
            self.uses[key] -= 1
            if not self.uses[key]:
                del self.uses[key], self.by_key[key]

    def _read(self, sheets: list[int]) -> None:
        for start in range(0, len(sheets), AT_ONCE):
            some = sheets[start : start + AT_ONCE]
            texts: dict[int, dict[str, str]] = {sheet: {} for sheet in some}
            for sheet, key, source in self._pairs_on(some):
                texts[sheet][key] = source
            for sheet in some:
                self._put_back(sheet)
                self._take(sheet, texts[sheet])

    def _pairs_on(self, sheets: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        pairs = MemoryPair.objects.filter(sheet__in=sheets, removed_at=None)
        yield from pairs.values_list("sheet", "key", "chinese").iterator()

    def _take(self, sheet: int, texts: dict[str, str]) -> None:
        kept = [
            key
            for key, text in texts.items()
            if len(text) <= LONGEST and (key in self.by_key or len(self.by_key) < MOST_TEXTS)
        ]
        for key in kept:
            self.by_key.setdefault(key, texts[key])
        self.uses.update(kept)
        self.keys_of_sheets[sheet] = tuple(kept)

    def _in_order(self) -> _Texts:
        ordered = sorted(self.by_key.items(), key=lambda item: len(item[1]))
        texts = tuple(text for _, text in ordered)
        return _Texts(texts, tuple(key for key, _ in ordered), tuple(map(len, texts)))


_by_language: dict[str, KnownTexts] = {}
_making = threading.Lock()


def known_texts(language: Language) -> KnownTexts:
    """The texts of a language, once in this process."""
    with _making:
        return _by_language.setdefault(language.code, KnownTexts(language))
