"""Takes in a file that somebody sends: finds its format by what is in it, and reads it."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from ..texts.returned import ReturnedDocument, UnreadableError
from .archives import LARGEST_FILE, is_archive, members_of
from .registry import FORMATS, ExchangeFormat


def read_file(content: bytes) -> list[ReturnedDocument]:
    """The documents in a file, or in the files of an archive.

    :class:`UnreadableError` if there is none, or if one of them is damaged or hostile.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableError(
            _("The file is larger than %(size)d MB. Send its parts one by one.")
            % {"size": LARGEST_FILE // 1024 // 1024}
        )
    documents = [each for each in _documents(content) if each.pages]
    if not documents:
        raise UnreadableError(
            _("No texts of this site are in the file. It takes: %(formats)s, or a ZIP of these.")
            % {"formats": ", ".join(str(each.label) for each in FORMATS.values())}
        )
    return documents


def _documents(content: bytes) -> Iterator[ReturnedDocument]:
    found = format_of(content)
    if found:
        yield replace(found.read(content), format=found.name)
    elif is_archive(content):
        for name, member in members_of(content):
            inside = format_of(member) if _may_be_texts(name) else None
            if inside:
                yield replace(inside.read(member), format=inside.name)


def _may_be_texts(name: str) -> bool:
    """Whether a file in an archive may hold texts; a kit also holds what only helps."""
    return name.lower().endswith(tuple({each.suffix for each in FORMATS.values()}))


def format_of(content: bytes) -> ExchangeFormat | None:
    """The format that a file is in, by what it begins with."""
    return next((each for each in FORMATS.values() if each.recognises(content)), None)
