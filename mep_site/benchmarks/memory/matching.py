"""How long matches take in a memory of many pairs, made of the clauses of the demo's texts."""

import random
import re
from time import perf_counter, process_time

from django.db import transaction
from django.utils import timezone

from mep_site.benchmarks.search.speed import Latency
from mep_site.memory.matching import known, matches_for
from mep_site.memory.models import MemoryImport, MemoryPair, MemorySheet
from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language

SEED = 18
AT_ONCE = 500
CLAUSES = re.compile(r"[^，。；：、！？\n]+[，。；：、！？]?")
DIGIT = re.compile(r"\d")


def clauses_of(language: Language) -> list[str]:
    """The clauses of the Chinese texts that are remembered."""
    pairs = MemoryPair.objects.offered().in_language(language)
    texts = pairs.values_list("chinese", flat=True)
    return sorted({each for text in texts for each in CLAUSES.findall(text) if len(each) > 3})


def make_pairs(number: int, language: Language) -> list[str]:
    """Remember so many texts that nobody wrote, of one to eight clauses; returns them."""
    choose = random.Random(SEED)  # noqa: S311 - no secret
    clauses = clauses_of(language)
    texts: set[str] = set()
    while len(texts) < number:
        texts.add(_text(choose, clauses))
    ordered = sorted(texts)
    with transaction.atomic():
        batch = MemoryImport.objects.create(
            file_name="made-up.tmx", language=language.code, is_added=True
        )
        for start in range(0, len(ordered), AT_ONCE):
            _keep(batch, ordered[start : start + AT_ONCE])
    return ordered


def _text(choose: random.Random, clauses: list[str]) -> str:
    text = "".join(choose.choices(clauses, k=choose.choice((1, 1, 2, 3, 4, 8))))
    return DIGIT.sub(lambda match: str(choose.randrange(1, 10)), text)


def _keep(batch: MemoryImport, texts: list[str]) -> None:
    sheet = MemorySheet.objects.create(batch=batch, language=batch.language, is_offered=True)
    MemoryPair.objects.bulk_create(
        MemoryPair(
            sheet=sheet,
            language=batch.language,
            unit=str(at),
            chinese=text,
            target=f"Translation of {fingerprint(text)}",
            fingerprint=fingerprint(text),
            key=fingerprint(text),
            published_at=timezone.now(),
        )
        for at, text in enumerate(texts)
    )


def seconds_to_load(language: Language) -> float:
    """How long a process takes until it knows the texts: once, when it is first asked."""
    begin = process_time()
    known.known_texts(language).like("的", 1)
    return process_time() - begin


def seconds_after_a_publication(language: Language) -> float:
    """How long it takes a process to learn of one sheet that is another than before."""
    sheet = MemorySheet.objects.filter(language=language.code, is_offered=True).latest("pk")
    MemorySheet.objects.filter(pk=sheet.pk).update(token=sheet.token + 1)
    known.known_texts(language).looked_at = float("-inf")
    return seconds_to_load(language)


def latency_of_matches(texts: list[str], language: Language, asked: int) -> tuple[Latency, Latency]:
    """The time of an answer by the clock, and that of the processor.

    One in three texts is known, of the others a piece is another.
    """
    choose = random.Random(SEED + 1)  # noqa: S311 - no secret
    by_clock, of_processor = [], []
    for text in choose.sample(texts, min(asked, len(texts))):
        at = choose.randrange(len(text))
        typed = text if choose.random() < 1 / 3 else f"{text[:at]}另有{text[at + 2 :]}"
        begin, busy = perf_counter(), process_time()
        matches_for(typed, language, None, None, None)
        by_clock.append(perf_counter() - begin)
        of_processor.append(process_time() - busy)
    return Latency.of(by_clock), Latency.of(of_processor)
