"""The marks of a rich text on their way through an engine.

What a mark says beside its name, such as the page that a link leads to, stays here: the engine is
sent ``<a id="1">``. What comes back may hold these marks and no other, each as often as it was
sent, so that a machine can neither lose a link nor bring one in.
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape, unescape

from mep_site.translations.content.pins import EDITOR_KEYS
from mep_site.translations.languages.text import has_text

TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^<>]*?)(/?)>")
SENT = re.compile(r'<(/?)([a-zA-Z][\w-]*)(?:\s+id="(\d+)")?\s*(/?)>')


class MarksLostError(Exception):
    """The marks of a translation are not those of its source."""


@dataclass(frozen=True)
class MarkedText:
    """A text as it is sent, as HTML; and the marks in their full form, by their number."""

    sent: str
    marks: tuple[str, ...]
    is_rich: bool

    @classmethod
    def of(cls, text: str, is_rich: bool) -> "MarkedText":
        """A text, ready to be sent; one that is not rich has no marks, whatever it says."""
        if not is_rich:
            return cls(escape(text, quote=False), (), is_rich)
        marks: list[str] = []

        def number(match: re.Match[str]) -> str:
            end, name, rest, closed = match.groups()
            if end or not rest.strip():
                return match[0]
            marks.append(match[0])
            return f'<{name} id="{len(marks)}"{closed}>'

        return cls(TAG.sub(number, EDITOR_KEYS.sub("", text)), tuple(marks), is_rich)

    def restored(self, translation: str) -> str:
        """The translation with the marks in full; :class:`MarksLostError` if they are others."""
        if _shape(translation) != _shape(self.sent) or not has_text(translation):
            raise MarksLostError
        if not self.is_rich:
            return unescape(translation).strip()

        def full(match: re.Match[str]) -> str:
            return self.marks[int(match[3]) - 1] if match[3] else match[0]

        return SENT.sub(full, translation).strip()


def _shape(text: str) -> Counter[str]:
    """The marks of a text, each with how often it stands there; what is no mark of ours as well."""
    known = Counter(f"{end}{name}{number}" for end, name, number, _ in SENT.findall(text))
    return known + Counter(sign for sign in SENT.sub("", text) if sign in "<>")
