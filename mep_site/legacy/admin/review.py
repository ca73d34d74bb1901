"""What the review page shows: the capture line by line, and the page as it will be."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy
from wagtail.fields import StreamField

from mep_site.core.models import BasePage
from mep_site.legacy.importing.compose import MODELS
from mep_site.legacy.models import LegacyAnomaly, LegacyReading
from mep_site.legacy.structure.segments import FRAME, Destination, Role, Segment
from mep_site.legacy.wording import ROLES
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import Language, languages

LINES_PER_PAGE = 400
BLOCKS = {
    "heading": gettext_lazy("Heading"),
    "paragraph": gettext_lazy("Paragraph"),
    "list": gettext_lazy("List"),
    "numbered": gettext_lazy("Numbered list"),
    "table": gettext_lazy("Table"),
}


@dataclass(frozen=True)
class Part:
    """A part of a line with its role; the text between two segments has none."""

    text: str
    role: Role | None = None

    @property
    def css_class(self) -> str:
        if self.role is None:
            return "legacy-blank"
        return "legacy-role-frame" if self.role in FRAME else f"legacy-role-{slugify(self.role)}"

    @property
    def name(self) -> str:
        """The role in words."""
        return str(ROLES[self.role]) if self.role else ""


@dataclass
class ReviewLine:
    """A line of the capture, its parts and what is doubtful about it."""

    number: int
    parts: list[Part]
    anomalies: list[LegacyAnomaly] = field(default_factory=list)


@dataclass
class Rendition:
    """A text in one language."""

    language: Language | None
    text: str


@dataclass
class ReviewText:
    """A place on the page, with its text in each language."""

    label: str
    line: int
    kind: str
    renditions: list[Rendition]


@dataclass
class ReviewPage:
    """A page that will be made."""

    number: int
    type_name: str
    texts: list[ReviewText]
    languages: list[Language]


def lines_of(reading: LegacyReading, number: str | int) -> Page:
    """One leaf of the capture's lines; ``object_list`` holds :class:`ReviewLine`."""
    lines = reading.capture.lines
    leaf = Paginator(lines, LINES_PER_PAGE).get_page(number)
    first = leaf.start_index() - 1
    start = sum(map(len, lines[:first]))
    anomalies: dict[int, list[LegacyAnomaly]] = defaultdict(list)
    for anomaly in reading.anomalies.select_related("page", "decided_by"):
        anomalies[max(1, anomaly.line)].append(anomaly)
    segments = sorted(reading.all_segments, key=lambda segment: segment.start)
    ends = [segment.end for segment in segments]
    shown = []
    for offset, text in enumerate(leaf.object_list):
        parts = list(parts_of(text, start, segments[bisect_right(ends, start) :]))
        number = first + offset + 1
        shown.append(ReviewLine(number, parts, anomalies.get(number, [])))
        start += len(text)
    leaf.object_list = shown
    return leaf


def parts_of(line: str, start: int, segments: Sequence[Segment]) -> Iterator[Part]:
    """A line cut where its segments begin and end."""
    position, end = start, start + len(line.rstrip("\r\n"))
    for segment in segments:
        if segment.start >= end:
            break
        if segment.start > position:
            yield Part(line[position - start : segment.start - start])
        last = min(segment.end, end)
        yield Part(line[max(position, segment.start) - start : last - start], segment.role)
        position = last
    if position < end:
        yield Part(line[position - start : end - start])


def pages_on_leaf(reading: LegacyReading, leaf: Page) -> list[ReviewPage]:
    """The pages that will be made, with the texts that begin on this leaf of the capture."""
    first, last = leaf.start_index(), leaf.end_index()
    line_numbers = line_numbers_of(reading)
    texts: dict[int, list[ReviewText]] = defaultdict(list)
    used: dict[int, set[str]] = defaultdict(set)
    sketches = reading.page_sketches
    for target, renditions in reading.derivation.texts.items():
        line = line_numbers.get(target, first)
        used[target.page] |= set(renditions)
        if first <= line <= last and target.page < len(sketches):
            model = MODELS[sketches[target.page].model]
            texts[target.page].append(
                ReviewText(
                    label_of(model, target),
                    line,
                    str(target.path[-2] if len(target.path) > 2 else (*target.path, "")[-1]),
                    [Rendition(language_with(name), text) for name, text in renditions.items()],
                )
            )
    return [
        ReviewPage(
            number,
            str(MODELS[sketch.model]._meta.verbose_name),
            texts[number],
            [language for language in languages() if language.suffix in used[number]],
        )
        for number, sketch in enumerate(sketches)
        if texts[number]
    ]


def language_with(suffix: str) -> Language | None:
    """The language whose columns end like this; a fact has none."""
    return next((each for each in languages() if each.suffix == suffix), None)


def line_numbers_of(reading: LegacyReading) -> dict[Destination, int]:
    """The line in which the text or the fact of each target begins."""
    positions: dict[Destination, int] = {}
    derivation = reading.derivation
    for each in (*derivation.segments, *derivation.facts):
        if each.target:
            positions.setdefault(each.target, each.start)
    numbers, end, number = {}, 0, 0
    lines = iter(reading.capture.lines)
    for target, start in sorted(positions.items(), key=lambda item: item[1]):
        while end <= start:
            end += len(next(lines))
            number += 1
        numbers[target] = number
    return numbers


def label_of(model: type[BasePage], target: Destination) -> str:
    """A place on a page in words."""
    for relation in row_relations(model):
        if relation.get_accessor_name() == target.field:
            return _row_label(relation.related_model, target)
    own = model._meta.get_field(target.field)
    name = str(own.verbose_name)
    if not isinstance(own, StreamField):
        return name
    kind = next((part for part in reversed(target.path) if part in BLOCKS), "")
    return f"{name} · {BLOCKS.get(kind, '')}"


def _row_label(model: type, target: Destination) -> str:
    row, part = target.path
    is_member_name = target.field == "members" and part == "name"
    field_name = "country" if is_member_name else str(part)
    name = model._meta.get_field(field_name).verbose_name
    return f"{model._meta.verbose_name} {int(row) + 1} · {name}"
