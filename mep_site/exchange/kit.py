"""The offline kit: one ZIP with all that a translator needs where there is no network.

The texts are XLIFF 1.2, which every tool reads. What else goes in is what other apps have
registered; the kit of the same texts is the same file.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mep_site.translations.languages import languages

from .formats.archives import archive_of
from .formats.registry import FORMATS
from .texts.documents import Document

KitFiles = Iterable[tuple[str, bytes]]
TEXTS = FORMATS["xliff12"]

_parts: list[Callable[[Document], KitFiles]] = []


def register_kit_part(part: Callable[[Document], KitFiles]) -> None:
    """Have files put into every kit, by their names; to be called when an app is ready."""
    _parts.append(part)


def write_kit(document: Document) -> bytes:
    """The kit of a document."""
    return archive_of(_files(document))


def _files(document: Document) -> Iterator[tuple[str, bytes]]:
    yield from _instructions()
    yield f"texts{TEXTS.suffix}", TEXTS.write(document)
    for part in _parts:
        yield from part(document)


def _instructions() -> Iterator[tuple[str, bytes]]:
    """What to do with the kit, in each language of the site in which that is written."""
    folder = Path(__file__).parent / "instructions"
    for language in languages():
        file = folder / f"{language.code}.txt"
        if file.exists():
            yield f"README.{language.tag}.txt", file.read_bytes()
