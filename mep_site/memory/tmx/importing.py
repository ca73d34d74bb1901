"""Keeps what a file holds until somebody adds it to the memory, or discards it.

One transaction for the whole file: nothing of a file that turns out damaged is left.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from mep_site.translations.content.pins import fingerprint
from mep_site.translations.languages import Language

from ..models import MemoryImport, MemoryPair, MemorySheet
from ..segments import without_markup
from .reading import ReadPair, read_tmx

# As many pairs lie on one sheet, so that a change of one lets few be read anew.
AT_ONCE = 500
MOST_REFUSALS = 50


def keep_file(
    name: str, data: bytes, language: Language, user: AbstractBaseUser | None
) -> MemoryImport:
    """The pairs of a file that the memory has not, not offered yet.

    :class:`.reading.RefusedTmxError` if the file cannot be read. Counts what was known before and
    notes what was refused.
    """
    with transaction.atomic():
        kept = MemoryImport.objects.create(
            file_name=name[:255], language=language.code, imported_by=user
        )
        units = read_tmx(data, language)
        seen: set[tuple[str, str]] = set()
        while some := list(islice(units, AT_ONCE)):
            _keep(kept, some, seen)
        kept.save(update_fields=["known", "refused_units", "refused"])
    return kept


def _keep(kept: MemoryImport, some: Iterable[ReadPair], seen: set[tuple[str, str]]) -> None:
    for each in some:
        if each.refusal:
            kept.refused_units += 1
            if len(kept.refused) < MOST_REFUSALS:
                kept.refused.append([each.number, each.refusal])
    new = list(_new(kept, [_pair(kept, each) for each in some if not each.refusal], seen))
    if new:
        sheet = MemorySheet.objects.create(batch=kept, language=kept.language)
        for pair in new:
            pair.sheet = sheet
        MemoryPair.objects.bulk_create(new)


def _new(
    kept: MemoryImport, pairs: list[MemoryPair], seen: set[tuple[str, str]]
) -> Iterator[MemoryPair]:
    """Those that neither the memory nor the file so far has; of each the first."""
    offered = MemoryPair.objects.offered().filter(language=kept.language)
    offered = offered.filter(key__in={pair.key for pair in pairs})
    known = set(offered.values_list("key", "target"))
    for pair in pairs:
        name = (pair.key, fingerprint(pair.target))
        if (pair.key, pair.target) in known or name in seen:
            kept.known += 1
        else:
            seen.add(name)
            yield pair


def _pair(kept: MemoryImport, each: ReadPair) -> MemoryPair:
    read = without_markup(each.chinese, each.chinese_is_formatted)
    return MemoryPair(
        language=kept.language,
        unit=str(each.number),
        chinese=read,
        target=without_markup(each.target, each.target_is_formatted),
        chinese_html=each.chinese if each.chinese_is_formatted else "",
        target_html=each.target if each.target_is_formatted else "",
        fingerprint=fingerprint(each.chinese),
        key=fingerprint(read),
        before=each.before,
        after=each.after,
        published_at=each.created or kept.imported_at,
        author=each.author,
    )
