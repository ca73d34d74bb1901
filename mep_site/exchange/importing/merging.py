"""Three texts of one unit: as it went out, as it is here by now, and as it came back."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from mep_site.foreign_xml import without_unwritable
from mep_site.translations.admin.forms.unit_rows import UnitRow, form_field
from mep_site.translations.content.pins import FINGERPRINT_LENGTH, fingerprint
from mep_site.translations.freshness.diff import DiffPiece, difference, has_other_words, plain_text
from mep_site.translations.freshness.progress import UnitState
from mep_site.translations.languages.text import has_text

from ..texts.codes import canonical, coded, codes_of, words_between_codes
from ..texts.returned import ReturnedUnit

FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_LENGTH}}}")


class Outcome(models.TextChoices):
    """What an import does with a unit."""

    TAKEN = "taken", pgettext_lazy("text of an import", "new text")
    CONFIRMED = "confirmed", pgettext_lazy("text of an import", "declared done")
    CONFLICT = "conflict", pgettext_lazy("text of an import", "changed on both sides")
    REFUSED = "refused", pgettext_lazy("text of an import", "refused")
    HOMELESS = "homeless", pgettext_lazy("text of an import", "no place any more")
    KEPT = "kept", pgettext_lazy("text of an import", "stays as it is")


@dataclass(frozen=True)
class MergedUnit:
    """A unit that came back beside what is here; ``row`` is missing where it has no place."""

    returned: ReturnedUnit
    row: UnitRow | None

    @property
    def unit(self) -> str:
        return self.returned.unit

    @property
    def label(self) -> str:
        return self.row.unit.label if self.row else self.unit

    @cached_property
    def cleaned(self) -> tuple[str, str]:
        """The text that came back as the form would store it, and what is wrong with it."""
        if self.returned.fault or not (self.row and self.returned.text):
            return "", self.returned.fault
        return cleaned_text(self.row, self.returned.text)

    @property
    def text(self) -> str:
        """The text that came back, as it would be stored."""
        return self.cleaned[0]

    @property
    def fault(self) -> str:
        """What is wrong with it, as a sentence."""
        return self.cleaned[1]

    @property
    def present(self) -> str:
        """The text that is here."""
        return self.row.unit.text if self.row else ""

    @cached_property
    def outcome(self) -> Outcome:
        """What becomes of it, if nobody decides otherwise."""
        returned = self.returned
        if returned.fault:
            return Outcome.REFUSED
        if self.row and has_text(returned.text) and self._is(returned.text):
            return Outcome.CONFIRMED if self._is_declared_done else Outcome.KEPT
        if not (has_text(returned.text) and returned.has_changed):
            return Outcome.KEPT
        return self._outcome_of_change()

    def _outcome_of_change(self) -> Outcome:
        if self.row is None:
            return Outcome.HOMELESS
        if self.fault:
            return Outcome.REFUSED
        is_free = not has_text(self.present) or self._is_as_it_went_out
        return Outcome.TAKEN if is_free else Outcome.CONFLICT

    def _is(self, text: str) -> bool:
        return fingerprint(text) == self._present_fingerprint

    @property
    def _is_as_it_went_out(self) -> bool:
        return self.returned.base == self._present_fingerprint

    @cached_property
    def _present_fingerprint(self) -> str:
        rich = self.row.unit.is_rich
        return fingerprint(canonical(self.present) if rich else without_unwritable(self.present))

    @property
    def _is_declared_done(self) -> bool:
        """Whether somebody outside looked at a text and found that it may stay as it is."""
        is_new = self.returned.state == UnitState.DONE and self.returned.was != UnitState.DONE
        is_open = self.row.state in {UnitState.TO_DO, UnitState.IN_WORK}
        return is_new and is_open and not self.has_moved

    @property
    def seen(self) -> str:
        """The fingerprint of the source text that was translated; empty if the file lost it."""
        seen = self.returned.seen
        return seen if FINGERPRINT.fullmatch(seen) else ""

    @property
    def has_moved(self) -> bool:
        """Whether the source text is another one by now than the one that was translated."""
        return self.row is not None and self.seen != self.row.source_fingerprint

    @property
    def is_done(self) -> bool:
        """Whether the unit is done then; one that translates another source is at most behind."""
        says_so = self.returned.state == UnitState.DONE and bool(self.seen)
        return says_so and not (self.has_moved and self.row.state == UnitState.DONE)

    @cached_property
    def pieces(self) -> list[DiffPiece]:
        """The text that is here and the one that came back, woven into each other."""
        old, new = (self._as_read(each) for each in (self.present, self.text))
        return difference(old, new, self.row.language)

    @property
    def has_same_words(self) -> bool:
        """Whether only what one does not read as words differs."""
        return not has_other_words(self.pieces)

    @property
    def shown_text(self) -> str:
        """The text that came back, to read."""
        return self._as_read(self.returned.text or "")

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say of it."""
        return self.outcome != Outcome.KEPT or bool(self.returned.comment)

    def _as_read(self, text: str) -> str:
        return plain_text(text) if self.row is None or self.row.unit.is_rich else text


def cleaned_text(row: UnitRow, text: str) -> tuple[str, str]:
    """The text as the form would store it, and what the form has against it."""
    if row.unit.is_rich:
        return _cleaned_rich_text(row, text)
    try:
        return form_field(row.unit).clean(text), ""
    except ValidationError as error:
        return "", " ".join(error.messages)


def _cleaned_rich_text(row: UnitRow, html: str) -> tuple[str, str]:
    """The rich text as the editor stores it, which knows no tag that it does not offer."""
    block = row.unit.definition
    state = block.get_form_state(block.to_python(html))
    kept = block.field.widget.value_from_datadict({"text": state}, {}, "text")
    before, after = coded(html), coded(kept)
    has_lost = [code.tag for code in codes_of(before)] != [code.tag for code in codes_of(after)]
    if has_lost or words_between_codes(before).split() != words_between_codes(after).split():
        return "", _("The editor of this text does not have all that came back, so it was refused.")
    return kept, ""
