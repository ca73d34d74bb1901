"""A new version of the parser: what it would change, and never over an editor's work."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.models import Revision

from mep_site.core.models import BasePage
from mep_site.legacy.models import LegacyPage, LegacyReading
from mep_site.translations.content.rows import columns, row_relations
from mep_site.translations.languages import Language, authoritative, languages

from .compose import Composer

# What a page is beside its texts and facts.
KEY_COLUMNS = frozenset({"id", "page_id", "key", "sort_order"})


@dataclass(frozen=True)
class Change:
    """A field that the new version reads otherwise; ``is_free`` if no editor has changed it."""

    name: str
    before: Any
    after: Any
    is_free: bool


def compare_with_earlier(reading: LegacyReading) -> bool:
    """Whether an earlier version made pages of this capture; then the new reading only proposes.

    If it would change nothing, it takes the earlier one's place.
    """
    earlier = earlier_reading(reading)
    if not earlier:
        return False
    pages = [
        LegacyPage(reading=reading, page=each.page, number=each.number, revision=each.revision)
        for each in earlier.pages.all()
    ]
    LegacyPage.objects.bulk_create(pages)
    is_same = earlier.plan == reading.plan and not any(
        change for page in pages for change in changes_to(page, earlier)
    )
    state = LegacyReading.State.IMPORTED if is_same else LegacyReading.State.PROPOSED
    reading.state = state
    reading.save(update_fields=["state"])
    for page in pages:
        reading.anomalies.filter(number=page.number).update(page=page.page)
    if is_same:
        supersede(earlier)
    return True


def earlier_reading(reading: LegacyReading) -> LegacyReading | None:
    """The newest reading of the capture that pages were made from, other than this one."""
    return (
        reading.capture.readings.filter(state=LegacyReading.State.IMPORTED)
        .exclude(pk=reading.pk)
        .order_by("-parser_version")
        .first()
    )


def supersede(reading: LegacyReading) -> None:
    """Another reading has taken the place of this one."""
    reading.state = LegacyReading.State.SUPERSEDED
    reading.save(update_fields=["state"])


def changes_to(page: LegacyPage, earlier: LegacyReading) -> Iterator[Change]:
    """What the new reading of a page would change, field by field."""
    before = contents_of(composed(earlier, page.number))
    after = contents_of(composed(page.reading, page.number))
    now = contents_of(page.page.specific.get_latest_revision_as_object())
    for name in before:
        if before[name] != after[name]:
            yield Change(name, before[name], after[name], is_free=now[name] == before[name])


@transaction.atomic
def apply_proposal(
    reading: LegacyReading, user: AbstractBaseUser | None
) -> tuple[list[Revision], list[Change]]:
    """Save the proposed changes as drafts; what an editor has changed is left as it is.

    Every language that is changed gets a draft of its own, to be published by itself.
    """
    earlier = earlier_reading(reading)
    revisions, kept = [], []
    for each in reading.pages.all():
        changes = list(changes_to(each, earlier))
        kept += [change for change in changes if not change.is_free]
        free = [change.name for change in changes if change.is_free]
        for language, names in _by_language(free).items():
            draft = each.page.specific.get_latest_revision_as_object()
            draft.enter(language)
            copy_fields(draft, composed(reading, each.number), names)
            revisions.append(draft.save_revision(user=user, log_action=True))
    reading.state = LegacyReading.State.IMPORTED
    reading.save(update_fields=["state"])
    supersede(earlier)
    return revisions, kept


def _by_language(names: list[str]) -> dict[Language, list[str]]:
    """The fields by the edition that they belong to; facts and rows belong to the Chinese one."""
    fields: dict[Language, list[str]] = {}
    for name in names:
        own = (each for each in languages() if name.endswith(f"_{each.suffix}"))
        fields.setdefault(next(own, authoritative()), []).append(name)
    return fields


def composed(reading: LegacyReading, number: int) -> BasePage:
    """The page as a reading makes it."""
    composer = Composer(reading.capture.sha256, reading.derivation)
    return composer.page(number, reading.page_sketches[number])


def copy_fields(draft: BasePage, source: BasePage, names: list[str]) -> None:
    """Give a draft these fields of another page."""
    relations = {relation.get_accessor_name() for relation in row_relations(type(draft))}
    for name in names:
        value = getattr(source, name)
        setattr(draft, name, list(value.all()) if name in relations else value)


def contents_of(page: BasePage) -> dict[str, Any]:
    """The texts and facts of a page, in a form that can be compared."""
    contents: dict[str, Any] = {}
    for own in type(page)._meta.local_concrete_fields:
        if own.name.endswith(("_zh_hans", "_en", "_ru")) or own.name in {"date", "established"}:
            contents[own.name] = _value(page, own)
    for suffix in ("zh_hans", "en", "ru"):
        contents[f"title_{suffix}"] = getattr(page, f"title_{suffix}") or ""
    for relation in row_relations(type(page)):
        name = relation.get_accessor_name()
        contents[name] = [_row(row, relation.field.attname) for row in getattr(page, name).all()]
    return contents


def _value(page: BasePage, own: Any) -> Any:
    value = own.value_from_object(page)
    if isinstance(own, StreamField):
        return value.get_prep_value()
    return str(value or "")


def _row(row: Model, parent: str) -> dict[str, str]:
    return {
        own.attname: str(own.value_from_object(row) or "")
        for own in columns(type(row))
        if own.attname not in KEY_COLUMNS | {parent}
    }
