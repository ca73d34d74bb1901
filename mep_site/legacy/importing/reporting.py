"""What a run says of each file: sentences for people, JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from django.utils.translation import gettext as _

from mep_site.core.models import BasePage
from mep_site.translations.languages.text import text_in

from ..models import LegacyReading
from ..phrases.document_kinds import DocumentKind
from ..reading.lines import printable
from ..wording import KINDS, REASONS
from .importer import ImportOutcome


def outcome_lines(file: Path, outcome: ImportOutcome) -> Iterator[str]:
    """The summary of a file in whole sentences."""
    if outcome.refusal:
        reason = str(REASONS[outcome.refusal.reason])
        yield _("%(file)s was not imported. %(reason)s %(details)s") % {
            "file": printable(str(file)),
            "reason": reason,
            "details": outcome.refusal.details,
        }
        return
    reading = outcome.reading
    values = {"file": printable(str(file)), "kind": KINDS[DocumentKind(reading.kind)]}
    if outcome.was_known:
        yield _("%(file)s (%(kind)s): imported before, nothing was changed.") % values
    elif outcome.is_proposal:
        yield _("%(file)s (%(kind)s): a change is proposed, nothing was changed.") % values
    else:
        yield _("%(file)s (%(kind)s): imported.") % values
    yield _("  Coverage %(coverage).2f %%, overlap %(overlap)d, pairs %(pairs)d") % {
        "coverage": reading.coverage,
        "overlap": reading.overlapping,
        "pairs": reading.pairs,
    }
    for page in outcome.parents:
        yield _("  Created above it: %(page)s") % {"page": described(page)}
    for page in outcome.pages:
        yield _("  Page: %(page)s") % {"page": described(page)}
    for anomaly in reading.anomalies.all():
        yield _("  Line %(line)d: %(anomaly)s %(subject)s") % {
            "line": anomaly.line,
            "anomaly": anomaly.get_code_display(),
            "subject": anomaly.subject,
        }


def described(page: BasePage) -> str:
    """A page by its titles, and whether the public sees it."""
    titles = (text_in(page, "title", language) for language in page.available_languages)
    values = {"titles": " | ".join(titles)}
    if page.live:
        return _("%(titles)s (published)") % values
    return _("%(titles)s (draft)") % values


class ReportFile:
    """A report that is written while the run goes on, so that it takes no memory."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.file: TextIO | None = None
        self.count = 0

    def __enter__(self) -> Self:
        if self.path:
            self.file = self.path.open("w", encoding="utf-8")
            self.file.write("[")
        return self

    def add(self, file: Path, outcome: ImportOutcome) -> None:
        """Write the entry of one file."""
        if self.file:
            self.file.write(",\n" if self.count else "\n")
            json.dump(entry(file, outcome), self.file, ensure_ascii=False)
            self.count += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.file:
            self.file.write("\n]\n")
            self.file.close()


def entry(file: Path, outcome: ImportOutcome) -> dict[str, Any]:
    """What the report says of one file."""
    refusal = outcome.refusal
    reason = {"reason": str(refusal.reason), "details": refusal.details} if refusal else {}
    if not outcome.reading:
        return {"file": printable(str(file)), "state": "refused", **reason}
    reading, capture = outcome.reading, outcome.reading.capture
    return {
        "file": printable(str(file)),
        "state": state_of_file(outcome),
        "sha256": capture.sha256,
        "encoding": capture.encoding,
        "byte_order_mark": bool(capture.byte_order_mark),
        "line_breaks": capture.line_breaks.split(),
        "damaged_bytes": capture.damaged_bytes,
        "kind": reading.kind,
        "parser_version": reading.parser_version,
        "parent": parent_in_outcome(outcome),
        "languages": reading.languages,
        "coverage": round(reading.coverage, 4),
        "overlap": reading.overlapping,
        "pairs": reading.pairs,
        "anomalies": anomalies_by_code(reading),
        "pages": [page.pk for page in outcome.pages],
        **reason,
    }


def state_of_file(outcome: ImportOutcome) -> str:
    """What became of a file, in one word."""
    if outcome.refusal:
        return "refused"
    if outcome.was_known:
        return "unchanged"
    return "proposed" if outcome.is_proposal else "imported"


def parent_in_outcome(outcome: ImportOutcome) -> str:
    """Where the first page stands."""
    if not outcome.pages:
        return ""
    parent = outcome.pages[0].get_parent()
    return parent.url_path if parent else ""


def anomalies_by_code(reading: LegacyReading) -> dict[str, int]:
    """How many anomalies of each sort there are."""
    return dict(Counter(reading.anomalies.values_list("code", flat=True)))
