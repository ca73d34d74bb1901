"""What a visitor can choose, how it is written in a cookie, and the style rules that it means.

The first choice of each setting is the default and needs no rules. Every other one has its rules
in ``sheets/<setting>-<choice>.css``; what these share is in ``sheets/<setting>.css``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SHEETS = Path(__file__).parent / "sheets"
# More than all settings together need; a cookie can be 4 kB of anything.
MAX_COOKIE_LENGTH = 200


class Size(TextChoices):
    """The size of text, in per cent of the usual one."""

    NORMAL = "100", pgettext_lazy("size", "Normal")
    LARGE = "125", _("Large (125%)")
    LARGER = "150", _("Larger (150%)")
    LARGEST = "200", _("Largest (200%)")


class Spacing(TextChoices):
    """The distance between lines, words and letters; the widest is that of WCAG 2.2, 1.4.12."""

    NORMAL = "normal", pgettext_lazy("spacing", "Normal")
    WIDE = "wide", _("Wide")
    WIDEST = "widest", _("Very wide")


class Typeface(TextChoices):
    """The kind of letters; usually headings have serifs and texts have none."""

    NORMAL = "normal", pgettext_lazy("typeface", "Normal")
    SANS = "sans", _("Without serifs")
    SERIF = "serif", _("With serifs")


class Colours(TextChoices):
    """Text and background; each pair has a contrast of at least 7 to 1."""

    DEVICE = "device", _("As set on the device")
    BLACK_ON_WHITE = "black-on-white", _("Black on white")
    WHITE_ON_BLACK = "white-on-black", _("White on black")
    BLUE_ON_BLUE = "blue-on-blue", _("Dark blue on light blue")
    YELLOW_ON_BLACK = "yellow-on-black", _("Yellow on black")


class Pictures(TextChoices):
    """Whether pictures are shown."""

    SHOWN = "shown", pgettext_lazy("pictures", "Show")
    HIDDEN = "hidden", _("Hide")


@dataclass(frozen=True)
class Preferences:
    """A visitor's choices."""

    size: Size = Size.NORMAL
    spacing: Spacing = Spacing.NORMAL
    typeface: Typeface = Typeface.NORMAL
    colours: Colours = Colours.DEVICE
    pictures: Pictures = Pictures.SHOWN

    @classmethod
    def from_cookie(cls, cookie: str) -> Self:
        """Read ``size-150.pictures-hidden``; whatever is not in the table counts as not there."""
        words = cookie[:MAX_COOKIE_LENGTH].split(".")
        return cls(**dict(_vocabulary()[word] for word in words if word in _vocabulary()))

    def to_cookie(self) -> str:
        """What differs from the default, in the form that ``from_cookie`` reads."""
        return ".".join(f"{setting}-{choice}" for setting, choice in self._changed())

    def stylesheet(self) -> str:
        """The rules for what differs from the default; empty if nothing does."""
        rules = "".join(
            _sheet(name)
            for setting, choice in self._changed()
            for name in (setting, f"{setting}-{choice}")
        )
        return f"@layer settings {{\n{rules}}}\n" if rules else ""

    def _changed(self) -> Iterator[tuple[str, TextChoices]]:
        for setting in fields(self):
            choice = getattr(self, setting.name)
            if choice != setting.default:
                yield setting.name, choice


@cache
def _vocabulary() -> dict[str, tuple[str, TextChoices]]:
    """Every word that a cookie may hold, with its meaning."""
    return {
        f"{setting.name}-{choice}": (setting.name, choice)
        for setting in fields(Preferences)
        for choice in type(setting.default)
    }


@cache
def _sheet(name: str) -> str:
    file = SHEETS / f"{name}.css"
    return file.read_text(encoding="utf-8") if file.exists() else ""
