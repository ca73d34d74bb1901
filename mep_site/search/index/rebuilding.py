"""Makes all entries anew while the search goes on.

Each object keeps its old entries until it has new ones, in one transaction: at every moment
everything is found. An indexing that was interrupted goes on where it stopped.
"""

from collections.abc import Callable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.search.index import get_indexed_models

from mep_site.translations.models import TranslatedPage

from ..models import Entry, IndexRun
from . import opensearch
from .frequencies import count_again
from .vocabulary import learn_everything
from .writing import AT_ONCE, write


def indexed_models() -> list[type[Model]]:
    """The models that have entries, in a fixed order; pages as their own type only."""
    return sorted(get_indexed_models(), key=lambda model: model._meta.label)


def objects_of(model: type[Model]) -> QuerySet:
    """The objects of a model that have entries as this model."""
    objects = model.get_indexed_objects().order_by("pk")
    if issubclass(model, TranslatedPage):
        objects = objects.filter(content_type=ContentType.objects.get_for_model(model))
    return objects


def count() -> int:
    """How many objects a full indexing visits."""
    return sum(objects_of(model).count() for model in indexed_models())


def rebuild(step: Callable[[int], None]) -> int:
    """Index everything; returns how many entries were wrong or missing.

    ``step`` is told how many objects were visited, those of an earlier attempt included.
    """
    run = IndexRun.objects.begin()
    changed = 0
    for model in indexed_models():
        label = model._meta.label
        if run.model and label < run.model:
            step(objects_of(model).count())
            continue
        for instances in _chunks(model, run, step):
            changed += write(instances, run.pk)
            run.model, run.after = label, str(instances[-1].pk)
            run.save(update_fields=["model", "after"])
            step(len(instances))
    finish()
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])
    return changed


def _chunks(
    model: type[Model], run: IndexRun, step: Callable[[int], None]
) -> Iterator[list[Model]]:
    """The objects of a model that a run has not done yet, in chunks."""
    objects = objects_of(model)
    if run.model == model._meta.label:
        after = model._meta.pk.to_python(run.after)
        step(objects.filter(pk__lte=after).count())
        objects = objects.filter(pk__gt=after)
    yield from chunks_of(objects)


def chunks_of(objects: QuerySet) -> Iterator[list[Model]]:
    """Objects in the order of their primary keys, as many at a time as are indexed together."""
    remaining = objects
    while chunk := list(remaining[:AT_ONCE]):
        yield chunk
        remaining = objects.filter(pk__gt=chunk[-1].pk)


def finish() -> None:
    """Take out what belongs to no object any more, and put the index in order."""
    remove_stale_entries()
    count_again()
    learn_everything()
    if opensearch.is_used():
        opensearch.store_everything()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_entry_fts(search_entry_fts) VALUES ('optimize')")


def stale_entries() -> Iterator[QuerySet]:
    """The entries of objects that there are not, or that are no longer of that type."""
    known = {}
    for model in indexed_models():
        known[ContentType.objects.get_for_model(model).pk] = model
    yield Entry.objects.exclude(content_type__in=known)
    for content_type, model in known.items():
        # Not by a list of all keys, which PostgreSQL would go through for each entry.
        entries = Entry.objects.filter(content_type=content_type)
        there = objects_of(model).order_by().filter(pk=OuterRef("key"))
        yield entries.annotate(key=Cast("object_id", model._meta.pk)).filter(~Exists(there))


def remove_stale_entries() -> int:
    """Take out the entries of objects that there are not; returns how many."""
    return sum(entries.delete()[0] for entries in stale_entries())
