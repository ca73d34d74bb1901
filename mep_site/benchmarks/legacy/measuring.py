"""Measures the importer against what a person counted in the same files."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from django.utils.html import strip_tags
from wagtail.fields import StreamField

from mep_site.core.models import BasePage
from mep_site.legacy.importing.anomaly_decisions import texts_in
from mep_site.legacy.importing.compose import Composer
from mep_site.legacy.importing.parents import INDEXES, SECTIONS
from mep_site.legacy.parsing import Parsed, parse_capture
from mep_site.legacy.reading.languages import LANGUAGES
from mep_site.legacy.reading.lines import reassemble
from mep_site.legacy.structure.segments import Destination, Role, uncovered
from mep_site.translations.content.rows import row_relations

# Rows that a brochure is known for.
ROWS = ("quotations", "working_groups", "members")
# Facts that a page shows in a form of its own: a date, a link, a state of the approved table.
IN_OWN_FORM = frozenset({"date", "website", "launched", "sessions_held", "status"})


@dataclass
class Measure:
    """What was found in one file."""

    file: str
    kind: str
    title: str
    parent: str
    sections: int
    items: int
    pairs: int
    coverage: float
    overlap: int
    lost: int
    invented: int
    unplaced: int
    anomalies: dict[str, int]
    rows: dict[str, int] = field(default_factory=dict)


def measure_file(file: Path) -> Measure:
    """Parse a file, make its pages without saving them, and count."""
    return measure_content(file.name, file.read_bytes())


def measure_content(name: str, content: bytes) -> Measure:
    """The same of the bytes of a file."""
    parsed = parse_capture(content)
    if reassemble(parsed.capture) != content:
        raise ValueError(f"{name} cannot be put together again.")
    composer = Composer(parsed.capture.sha256, parsed.derivation)
    pages = [composer.page(number, sketch) for number, sketch in enumerate(parsed.pages)]
    titled = {each.page for each in parsed.derivation.texts if each.field == "title"}
    expected, shown = expected_texts(parsed), Counter(texts_on_pages(pages, titled))
    outside = sum(end - start for start, end in uncovered(parsed.capture.text, parsed.segments))
    return Measure(
        file=name,
        kind=str(parsed.kind),
        title=title_of(parsed),
        parent=parent_in_sketch(parsed),
        sections=count_sections(parsed),
        items=count_items(parsed),
        pairs=parsed.pairs,
        coverage=parsed.coverage.percent,
        overlap=parsed.coverage.overlapping,
        lost=outside + length(expected - shown),
        invented=length(shown - expected),
        unplaced=count_unplaced(parsed),
        anomalies=dict(Counter(str(anomaly.code) for anomaly in parsed.anomalies)),
        rows=count_rows(pages),
    )


def expected_texts(parsed: Parsed) -> Counter[str]:
    """Every text that ought to be on the pages, without white space."""
    return Counter(
        squeezed(text)
        for target, texts in parsed.derivation.texts.items()
        if not _has_own_form(target)
        for text in texts.values()
    )


def _has_own_form(target: Destination) -> bool:
    return target.field == "members" or bool({target.field, *target.path} & IN_OWN_FORM)


def texts_on_pages(pages: list[BasePage], titled: Collection[int]) -> Iterator[str]:
    """Every text that is on the pages, without white space; a provisional title is none."""
    for number, page in enumerate(pages):
        for own in type(page)._meta.local_concrete_fields:
            if own.name.endswith(LANGUAGES):
                yield from _texts_of(own, own.value_from_object(page))
        if number in titled:
            yield from (squeezed(title) for title in titles_of(page))
        for relation in row_relations(type(page)):
            if relation.get_accessor_name() != "members":
                for row in getattr(page, relation.get_accessor_name()).all():
                    yield from _row_texts(row)


def titles_of(page: BasePage) -> list[str]:
    return [title for name in LANGUAGES if (title := getattr(page, f"title_{name}"))]


def _row_texts(row: Any) -> Iterator[str]:
    for own in type(row)._meta.concrete_fields:
        is_text = own.name.endswith(LANGUAGES) or own.name in {
            *("postcode", "telephone", "fax", "email"),
        }
        if is_text and own.value_from_object(row):
            yield squeezed(str(own.value_from_object(row)))


def _texts_of(own: Any, value: Any) -> Iterator[str]:
    if isinstance(own, StreamField):
        for holder, key in texts_in(value.get_prep_value()):
            yield squeezed(unescape(strip_tags(holder[key])))
    elif value:
        yield squeezed(value)


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def length(texts: Counter[str]) -> int:
    """How many characters there are in all."""
    return sum(len(text) * count for text, count in texts.items())


def title_of(parsed: Parsed) -> str:
    """The title in its first language; a brochure's is on the index over its pages."""
    first = (text for target, text in parsed.derivation.texts.items() if _is_title(target))
    texts = next(first, {})
    return next((texts[name] for name in LANGUAGES if name in texts), "")


def _is_title(target: Destination) -> bool:
    is_of_index = target.field == "body" and target.path == (0, "heading")
    return target.page == 0 and (target.field == "title" or is_of_index)


def parent_in_sketch(parsed: Parsed) -> str:
    """Below what the first page goes."""
    sketch = next((page for page in parsed.pages if page.model != "cooperation_index"), None)
    if not sketch:
        return ""
    if sketch.model == "activity":
        return f"activities of {sketch.leader}"
    if sketch.model in SECTIONS:
        return SECTIONS[sketch.model][1]
    return INDEXES[sketch.model].__name__


def count_sections(parsed: Parsed) -> int:
    """How many parts have a heading, shown or standing for a field; in its first language."""
    headings = {s.target for s in parsed.segments if s.role is Role.HEADING}
    labels = [s for s in parsed.segments if s.role is Role.SECTION and _has_letters(parsed, s)]
    first = labels[0].language if labels else ""
    return len(headings) + sum(1 for segment in labels if segment.language == first)


def _has_letters(parsed: Parsed, segment: Any) -> bool:
    text = parsed.capture.text[segment.start : segment.end]
    return sum(character.isalpha() for character in text) > 1


def count_items(parsed: Parsed) -> int:
    """How many items the lists have: rows, and items of lists in a body."""
    targets = {s.target for s in parsed.segments if s.role is Role.ITEM and s.target}
    return len({(t.page, t.field, tuple(p for p in t.path if isinstance(p, int))) for t in targets})


def count_unplaced(parsed: Parsed) -> int:
    """How many characters stay in the capture because no field is there for them."""
    return sum(
        len(squeezed(parsed.capture.text[segment.start : segment.end]))
        for segment in parsed.segments
        if segment.role is Role.UNPLACED
    )


def count_rows(pages: list[BasePage]) -> dict[str, int]:
    """How many rows of the sorts that a brochure is known for."""
    counts: Counter[str] = Counter()
    for page in pages:
        for name in ROWS:
            if hasattr(page, name):
                counts[name] += getattr(page, name).count()
    return {name: count for name, count in counts.items() if count}


def is_right(measure: Measure, expected: Mapping[str, Any], name: str) -> bool:
    """Whether a value is what a person found."""
    found = getattr(measure, name)
    return found == expected.get(name, {} if isinstance(found, dict) else "")
