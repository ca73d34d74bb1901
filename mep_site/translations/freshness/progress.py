"""How far the translation of a unit is: to do, in work, or done because its translator says so.

A unit is done as long as its pin names the Chinese text in force and it was not touched while it
was not done. Touching a text never moves its pin: that does only who declares it done.
"""

from dataclasses import dataclass, replace

from django.db import models
from django.utils.translation import pgettext_lazy

from ..content.pins import Pin
from ..languages.text import has_text


class UnitState(models.TextChoices):
    """What is left to do for a unit."""

    TO_DO = "to-do", pgettext_lazy("text of a translation", "to do")
    IN_WORK = "in-work", pgettext_lazy("text of a translation", "in work")
    DONE = "done", pgettext_lazy("text of a translation", "done")


@dataclass(frozen=True)
class Progress:
    """Which Chinese text a unit was made from, and since when that is being changed.

    ``pin`` is missing where it is not known which text was translated. ``seen`` is the fingerprint
    of the text that the translator saw when they first touched a unit that is in work.
    """

    pin: Pin | None = None
    seen: str | None = None

    def state(self, text: str, chinese: str) -> UnitState:
        """The state of a unit with this text beside a Chinese text of this fingerprint."""
        if not has_text(text):
            return UnitState.TO_DO
        if self.seen is not None:
            return UnitState.IN_WORK
        is_pinned = self.pin is not None and self.pin["text"] == chinese
        return UnitState.DONE if is_pinned else UnitState.TO_DO

    def touched(self, seen: str) -> "Progress":
        """In work; what was seen first counts, for that is what the unit may still translate."""
        return self if self.seen is not None else replace(self, seen=seen)

    def declared_done(self, pin: Pin) -> "Progress":
        """Done: the unit translates the text of this pin."""
        if self.pin is None or self.pin["text"] == pin["text"]:
            return Progress(self.pin or pin)
        before = {name: value for name, value in self.pin.items() if name != "before"}
        return Progress(pin | {"before": before})

    def taken_back(self, seen: str) -> "Progress":
        """In work again, with the pin that the unit had before it was declared done."""
        return Progress((self.pin or {}).get("before"), seen)
