"""What a file of terms would change in the base; nothing is changed here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.translations.languages import get_language

from ..kinds import KIND_NAMES
from ..matching import TermKind
from .listed import ListedPeriod, ListedRendering, ListedTerm
from .listing import listed_terms

FACTS = {
    "kind": pgettext_lazy("of a term", "kind"),
    "definition": _("definition"),
    "source": pgettext_lazy("of a term", "authority"),
    "note": _("note"),
    "period": pgettext_lazy("of a term", "validity"),
}
# By whether they are forbidden.
LISTS = {False: _("Approved: %(language)s"), True: _("Forbidden: %(language)s")}


@dataclass(frozen=True)
class TermDifference:
    """What is said of a term, before and after; ``label`` says what."""

    label: Any
    before: Any
    after: Any


@dataclass(frozen=True)
class TermChange:
    """A term as it would stand in the base, and in what that differs from what stands there."""

    before: ListedTerm
    term: ListedTerm
    is_new: bool
    differences: tuple[TermDifference, ...]


@dataclass(frozen=True)
class ImportPlan:
    """What a file would add and change, how many terms stay as they are, and what is refused."""

    added: tuple[TermChange, ...]
    changed: tuple[TermChange, ...]
    unchanged: int
    refused: tuple[str, ...]

    @property
    def changes(self) -> tuple[TermChange, ...]:
        return (*self.added, *self.changed)

    @property
    def fingerprint(self) -> str:
        """The same for plans that change the same."""
        changes = [(change.before, change.term) for change in self.changes]
        return sha256(repr(changes).encode()).hexdigest()


def plan_import(terms: Iterable[ListedTerm], refused: Iterable[str] = ()) -> ImportPlan:
    """What would change; other terms of the base stay."""
    terms = list(terms)
    known = {term.chinese: term for term in listed_terms(term.chinese for term in terms)}
    changes = [_change(known.get(term.chinese), term) for term in terms]
    added = tuple(change for change in changes if change.is_new)
    changed = tuple(change for change in changes if change.differences and not change.is_new)
    return ImportPlan(added, changed, len(changes) - len(added) - len(changed), tuple(refused))


def _change(old: ListedTerm | None, new: ListedTerm) -> TermChange:
    before = old or ListedTerm(new.chinese)
    merged = _merged(before, new)
    return TermChange(before, merged, old is None, tuple(_differences(before, merged)))


def _merged(old: ListedTerm, new: ListedTerm) -> ListedTerm:
    """The old term with what the new one says."""

    def said(name: str, otherwise: Any) -> Any:
        values = (getattr(new, name), getattr(old, name), otherwise)
        return next(value for value in values if value is not None)

    return replace(
        new,
        kind=said("kind", TermKind.NAME),
        definition=said("definition", ""),
        source=said("source", ""),
        note=said("note", ""),
        period=said("period", ListedPeriod()),
        renderings=tuple(_merged_renderings(old, new)),
        said=frozenset(),
        place="",
    )


def _merged_renderings(old: ListedTerm, new: ListedTerm) -> Iterator[ListedRendering]:
    """By language, the approved first; what the file does not speak of stays as it is."""
    known = {(each.language, each.text): each for each in old.renderings}
    given = {(each.language, each.text): each for each in new.renderings}
    kept = [
        each
        for place, each in known.items()
        if place not in given and (each.language, each.is_forbidden) not in new.said
    ]
    taken = [_with_what_is_known(each, known.get(place)) for place, each in given.items()]
    yield from sorted([*taken, *kept], key=lambda each: (each.language, each.is_forbidden))


def _with_what_is_known(
    rendering: ListedRendering, known: ListedRendering | None
) -> ListedRendering:
    source = rendering.source if rendering.source is not None else known and known.source
    period = rendering.period if rendering.period is not None else known and known.period
    return replace(rendering, source=source or "", period=period or ListedPeriod())


def _differences(old: ListedTerm, new: ListedTerm) -> Iterator[TermDifference]:
    for name, label in FACTS.items():
        before, after = (_shown(getattr(term, name)) for term in (old, new))
        if before != after:
            yield TermDifference(label, before, after)
    for language, is_forbidden in sorted(
        {(each.language, each.is_forbidden) for term in (old, new) for each in term.renderings}
    ):
        before, after = (_cell(term, language, is_forbidden) for term in (old, new))
        if before != after:
            label = LISTS[is_forbidden] % {"language": get_language(language).name}
            yield TermDifference(label, before, after)


def _shown(value: Any) -> Any:
    return KIND_NAMES[value] if isinstance(value, TermKind) else str(value or "")


def _cell(term: ListedTerm, language: str, is_forbidden: bool) -> str:
    """The renderings with what is said of each."""
    found = [
        each
        for each in term.renderings
        if (each.language, each.is_forbidden) == (language, is_forbidden)
    ]
    return " | ".join(
        " ".join([each.text, *(f"({said})" for said in (each.source, str(each.period)) if said)])
        for each in found
    )
