"""The words of public titles and of search terms, for guesses at what was meant."""

from collections.abc import Iterable, Iterator

import rjieba
from pypinyin import lazy_pinyin

from ..analysis.folding import fold
from ..analysis.script_runs import Script, segments
from ..models import Entry, Word
from ..registry import names

LONGEST_WORD = 40
LONGEST_CHINESE = 12
SHORTEST = {Script.HAN: 2, Script.LATIN: 4, Script.CYRILLIC: 4}
AT_ONCE = 1_000


def learn(texts: Iterable[str]) -> None:
    """Add the words of these texts to those that are known."""
    words = {word for text in texts for word in words_of(text)}
    if not words:
        return
    known = set(Word.objects.filter(text__in=words).values_list("text", flat=True))
    Word.objects.bulk_create(
        [Word(text=word, sound=sound_of(word)) for word in sorted(words - known)],
        ignore_conflicts=True,
    )


def words_of(text: str) -> Iterator[str]:
    """The words that a text is worth being asked for by; of Chinese also whole names."""
    for part in segments(fold(text)):
        if len(part.text) < SHORTEST.get(part.script, LONGEST_WORD + 1):
            continue
        if part.script == Script.HAN:
            yield from (word for word in rjieba.cut_for_search(part.text) if len(word) > 1)
            if len(part.text) <= LONGEST_CHINESE:
                yield part.text
        elif len(part.text) <= LONGEST_WORD:
            yield part.text


def sound_of(word: str) -> str:
    """How a Chinese word is spelt in pinyin, without tones and spaces; empty for any other."""
    is_chinese = any(part.script == Script.HAN for part in segments(word))
    return "".join(lazy_pinyin(word)) if is_chinese else ""


def learn_everything() -> None:
    """Know the words of all public titles and of all terms."""
    entries = Entry.objects.filter(is_public=True, part=0).only("title")
    chunk: list[str] = []
    for entry in entries.iterator(chunk_size=AT_ONCE):
        chunk.append(entry.title)
        if len(chunk) == AT_ONCE:
            learn(chunk)
            chunk = []
    learn([*chunk, *(name for group in names() for name in group)])
