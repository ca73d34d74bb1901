"""The Chinese texts of a language in the memory of the process, to find those that are alike.

It is an index only: what may be offered is asked of the database each time. So a text that is gone
may stay here for a moment, and one that was rolled back may come in; neither is ever shown.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic

from django.db.models import Count, QuerySet, Sum

from mep_site.translations.languages import Language

from ..models import MemoryPair, MemorySheet
from .likeness import LikenessIndex

# How long a process may not notice what another one has remembered, in seconds.
MAX_AGE = 0.5
# No more texts of a language are compared, and no longer ones: both bound time and memory.
MOST_TEXTS, LONGEST = 200_000, 1_000
AT_ONCE = 500


@dataclass
class KnownTexts:
    """What is known of a language: the state of every sheet, and the texts of all of them."""

    language: Language
    tokens: dict[int, int] = field(default_factory=dict)
    keys_of_sheets: dict[int, tuple[str, ...]] = field(default_factory=dict)
    uses: Counter = field(default_factory=Counter)
    index: LikenessIndex = field(default_factory=LikenessIndex)
    state: tuple[int, int | None] | None = None
    looked_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)

    def like(self, text: str, limit: int) -> list[tuple[str, float]]:
        """The keys of the texts that are the most alike, with the similarity, the best first.

        The text itself is among them if it is known.
        """
        self._refresh()
        return self.index.like(text, limit) if len(text) <= LONGEST else []

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
        return monotonic() - self.looked_at < MAX_AGE

    @property
    def _sheets(self) -> QuerySet[MemorySheet]:
        return MemorySheet.objects.filter(language=self.language.code, is_offered=True)

    def _catch_up(self) -> None:
        """Read the sheets that are new or others than before; order of commits does not matter."""
        found = self._sheets.aggregate(count=Count("pk"), sum=Sum("token"))
        state = (found["count"], found["sum"])
        if state == self.state:
            return
        tokens = dict(self._sheets.values_list("pk", "token"))
        changed = [sheet for sheet, token in tokens.items() if self.tokens.get(sheet) != token]
        # The newest first, should there be more than are kept.
        changed.sort(reverse=True)
        for start in range(0, len(changed), AT_ONCE):
            self._read(changed[start : start + AT_ONCE])
        self._release(self.keys_of_sheets.pop(each) for each in self.tokens.keys() - tokens.keys())
        self.tokens, self.state = tokens, state
        if self.index.wasted > len(self.uses):
            self.index = self.index.packed()

    def _read(self, sheets: Iterable[int]) -> None:
        """Take in what is on these sheets now; a text that stays on them stays in the index."""
        texts: dict[int, dict[str, str]] = {sheet: {} for sheet in sheets}
        for sheet, key, chinese in self._pairs_on(sheets):
            texts[sheet][key] = chinese
        earlier = [self.keys_of_sheets.get(sheet, ()) for sheet in sheets]
        new: dict[str, str] = {}
        for sheet, found in texts.items():
            new |= self._take(sheet, found)
        self.index.add(list(new.items()))
        self._release(earlier)

    def _pairs_on(self, sheets: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        pairs = MemoryPair.objects.filter(sheet__in=sheets, removed_at=None)
        yield from pairs.values_list("sheet", "key", "chinese").iterator()

    def _take(self, sheet: int, texts: Mapping[str, str]) -> dict[str, str]:
        """Note that a sheet has these texts; returns those that are new."""
        room = MOST_TEXTS - len(self.uses)
        short = {key: text for key, text in texts.items() if len(text) <= LONGEST}
        new = dict([each for each in short.items() if each[0] not in self.uses][: max(room, 0)])
        kept = tuple(key for key in short if key in self.uses or key in new)
        self.uses.update(kept)
        self.keys_of_sheets[sheet] = kept
        return new

    def _release(self, keys_of_sheets: Iterable[Iterable[str]]) -> None:
        """Forget the texts that no sheet has any more."""
        unused = []
        for keys in keys_of_sheets:
            for key in keys:
                self.uses[key] -= 1
                if not self.uses[key]:
                    del self.uses[key]
                    unused.append(key)
        self.index.remove(unused)


_by_language: dict[str, KnownTexts] = {}
_making = threading.Lock()


def known_texts(language: Language) -> KnownTexts:
    """The texts of a language, once in this process."""
    with _making:
        return _by_language.setdefault(language.code, KnownTexts(language))
