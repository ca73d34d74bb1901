"""What of the memory is offered for a text: the translation, where it is from, how it differs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max, Q, QuerySet

from mep_site.translations.content.pins import fingerprint
from mep_site.translations.freshness.diff import DiffPiece, difference
from mep_site.translations.languages import Language, active_language, authoritative, languages

from ..models import MemoryPair, MemoryPairQuerySet
from ..permissions import languages_remembered_for
from ..segments import without_markup
from .figures import FigureChange, with_figures
from .known import known_texts

IN_CONTEXT, EXACT, BEST_FUZZY = 101, 100, 99
# No more texts that are alike are looked at, and no more translations of all of them.
ALIKE, MOST_DIFFERENT = 20, 200


@dataclass(frozen=True)
class MatchOrigin:
    """Where a pair is from: a page of the site, or a file. ``url`` leads to its form, if any."""

    name: str
    url: str
    date: datetime | None
    translator: str
    is_imported: bool


@dataclass(frozen=True)
class MemoryMatch:
    """A translation that may serve.

    ``score`` is 101 for the same text between the same ones, 100 for the same text, else the
    similarity in per cent. ``target`` is what is proposed: ``remembered`` with the figures of the
    text that is translated, formatted if ``is_formatted``. ``pieces`` weave the earlier Chinese
    and this one into each other.
    """

    pair: int
    score: int
    source: str
    target: str
    remembered: str
    is_formatted: bool
    pieces: tuple[DiffPiece, ...]
    figures: tuple[FigureChange, ...]
    origin: MatchOrigin

    @property
    def plain_target(self) -> str:
        """The proposal for a text that takes no formatting."""
        return without_markup(self.target, self.is_formatted)


@dataclass(frozen=True)
class _Wanted:
    """The text that is translated, as it is read, and what stands around it."""

    text: str
    language: Language
    before: str
    after: str
    user: AbstractBaseUser | None
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", fingerprint(self.text))

    @property
    def pairs(self) -> QuerySet[MemoryPair]:
        """Those that may be offered at all."""
        return MemoryPair.objects.offered().in_language(self.language).shown_to(self.user)


def matches_for(  # noqa: PLR0913, PLR0917 - what a match depends on
    source_text: str,
    language: Language,
    before: str | None,
    after: str | None,
    user: AbstractBaseUser | None,
    limit: int = 5,
    is_formatted: bool = False,
) -> list[MemoryMatch]:
    """What was published or imported for this Chinese text or one like it, the best first.

    ``before`` and ``after`` are the Chinese texts around it as they are read, empty at the ends of
    a page, ``None`` where nothing is known; see ``remembering.taking.neighbours_in``. Formatted
    texts are compared as they are read. A user is offered the languages that they work in, from
    pages that they may see; nobody, which is a program, what every visitor may read.
    """
    text = without_markup(source_text, is_formatted)
    if not text or (user and language not in languages_remembered_for(user)):
        return []
    around = (fingerprint(each) if each is not None else "-" for each in (before, after))
    wanted = _Wanted(text, language, *around, user)
    scores = dict(sorted(_scored(wanted), key=lambda each: (each[1], each[0]))[: -limit - 1 : -1])
    found = MemoryPair.objects.filter(pk__in=scores).with_origin().with_title()
    pairs = {pair.pk: pair for pair in found}
    return [_match(wanted, pairs[pk], score) for pk, score in scores.items() if pk in pairs]


def _scored(wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """The keys of pairs with their scores; of equal ones the newest, or the one in this place."""
    alike = dict(known_texts(wanted.language).like(wanted.text, ALIKE))
    found = wanted.pairs.filter(key__in={wanted.key, *alike})
    is_there = Q(before=wanted.before, after=wanted.after)
    different = found.order_by().values_list("key", "target")
    for key, _target, newest, there in different.annotate(
        newest=Max("pk"), there=Max("pk", filter=is_there)
    )[:MOST_DIFFERENT]:
        if key != wanted.key:
            yield newest, min(int(100 * alike[key]), BEST_FUZZY)
        else:
            yield there or newest, IN_CONTEXT if there else EXACT


def pairs_for(
    texts: Iterable[str], language: Language, user: AbstractBaseUser | None
) -> MemoryPairQuerySet:
    """The pairs that may serve for some Chinese texts, as they are read: each translation once.

    What a translator takes along who works somewhere else; one query for all of them.
    """
    known = known_texts(language)
    keys: set[str] = set()
    for text in set(texts):
        keys |= {fingerprint(text), *(key for key, _ in known.like(text, ALIKE))}
    pairs = MemoryPair.objects.offered().in_language(language).shown_to(user)
    different = pairs.filter(key__in=keys).order_by().values("key", "target")
    newest = different.annotate(newest=Max("pk")).values("newest")
    return MemoryPair.objects.filter(pk__in=newest).order_by("pk").with_origin()


def _match(wanted: _Wanted, pair: MemoryPair, score: int) -> MemoryMatch:
    pieces, target, figures = [DiffPiece(pair.chinese)], pair.stored_target, ()
    if score < EXACT:
        pieces = difference(pair.chinese, wanted.text, authoritative())
        target, figures = with_figures(pair.chinese, wanted.text, target, wanted.language)
    return MemoryMatch(
        pair=pair.pk,
        score=score,
        source=pair.chinese,
        target=target,
        remembered=pair.stored_target,
        is_formatted=pair.is_formatted,
        pieces=tuple(pieces),
        figures=figures,
        origin=_origin(pair),
    )


def _origin(pair: MemoryPair) -> MatchOrigin:
    batch = pair.sheet.batch
    return MatchOrigin(
        name=batch.file_name if batch else page_title_of(pair),
        url=pair.url,
        date=pair.published_at,
        translator=pair.translated_by,
        is_imported=bool(batch),
    )


def page_title_of(pair: MemoryPair) -> str:
    """The title of its page in the language of the admin's user, else in any."""
    titles = pair.page_titles or {}
    for language in (active_language(), *languages()):
        if language.code in titles:
            return titles[language.code]
    return pair.page_title
