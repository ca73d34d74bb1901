"""Keeps the entries of the index in agreement with the objects that they are of."""

from collections.abc import Iterable
from functools import partial
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from mep_site.translations.models import TranslatedPage

from ..models import Entry
from . import opensearch
from .entries import entries_of
from .vocabulary import learn

ROOT_DEPTH = 1
# So many objects are read and written together.
AT_ONCE = 200


def write(instances: Iterable[Model], run: int = 0) -> int:
    """Give these objects of one model the entries that they have to have.

    Entries that are right already are left alone. With ``run`` all of them are noted as confirmed
    by that full indexing. Returns how many entries were wrong or missing.
    """
    indexed = filter(is_indexed, instances)
    changed = 0
    while chunk := list(islice(indexed, AT_ONCE)):
        changed += _write(chunk, run)
    return changed


def _write(instances: list[Model], run: int) -> int:
    stored = {entry.place: entry for entry in _stored(instances)}
    wanted = list(entries_of(instances))
    new = [entry for entry in wanted if not _is_right(entry, stored)]
    gone = set(stored) - {entry.place for entry in wanted}
    outdated = gone | ({entry.place for entry in new} & set(stored))
    for entry in new:
        entry.run = run
    if new or gone:
        keys = [stored[place].pk for place in outdated]
        with transaction.atomic():
            Entry.objects.filter(pk__in=keys).delete()
            Entry.objects.bulk_create(new)
        _tell_cluster(new, keys)
    learn(entry.title for entry in new if _has_new_title(entry, stored))
    if run:
        kept = [entry.pk for place, entry in stored.items() if place not in outdated]
        Entry.objects.filter(pk__in=kept).update(run=run)
    return len(new) + len(gone)


def disagreements(instances: Iterable[Model]) -> list[Entry]:
    """The entries of these objects that are wrong, missing or too many."""
    instances = [instance for instance in instances if is_indexed(instance)]
    stored = {entry.place: entry for entry in _stored(instances)} if instances else {}
    wanted = {entry.place: entry for entry in entries_of(instances)}
    wrong = [entry for entry in wanted.values() if not _is_right(entry, stored)]
    return wrong + [entry for place, entry in stored.items() if place not in wanted]


def remove(instance: Model) -> None:
    """Take an object out of the index."""
    entries = _stored([instance])
    keys = list(entries.values_list("pk", flat=True)) if opensearch.is_used() else []
    entries.delete()
    _tell_cluster([], keys)


def _tell_cluster(new: list[Entry], gone: list[int]) -> None:
    """Let the cluster follow, if there is one, when the change is certain."""
    if opensearch.is_used():
        transaction.on_commit(partial(opensearch.store, new, gone))


def is_indexed(instance: Model) -> bool:
    """Whether the index has entries of an object in this form.

    A page is indexed as its own type only, and the root of the tree is no page that anyone sees.
    """
    if isinstance(instance, TranslatedPage):
        return instance.depth > ROOT_DEPTH and instance.specific_class is type(instance)
    return True


def _stored(instances: list[Model]) -> QuerySet:
    content_type = ContentType.objects.get_for_model(instances[0])
    keys = [str(instance.pk) for instance in instances]
    return Entry.objects.filter(content_type=content_type, object_id__in=keys)


def _is_right(entry: Entry, stored: dict[tuple[int, str, str, int], Entry]) -> bool:
    there = stored.get(entry.place)
    return there is not None and there.says_the_same(entry)


def _has_new_title(entry: Entry, stored: dict[tuple[int, str, str, int], Entry]) -> bool:
    """Whether the public can read a title that it could not before."""
    before = stored.get(entry.place)
    is_known = before is not None and before.is_public and before.title == entry.title
    return entry.is_public and not is_known
