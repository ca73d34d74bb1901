"""Bodies of the demo content: one list of blocks gives the body in every language.

The blocks of a translation carry the ids of the Chinese blocks that they translate, and so do the
items of lists and the blocks of nested streams. A block that lacks a language is left out of the
body in that language. Ids are derived from the place of the block, so they are the same in every
database.
"""

from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from mep_site.translations.languages import Language

from .library import Library, Reference
from .words import Words

NO_WORDS = Words("")


@dataclass(frozen=True)
class Block:
    """A block of a body: its name in the family of blocks, and its value with all languages."""

    name: str
    value: Any


@dataclass(frozen=True)
class Items:
    """The values of a ``ListBlock``."""

    values: tuple[Any, ...]


Body = list[Block]


def raw_body(body: Body, language: Language, library: Library, place: str) -> list[dict[str, Any]]:
    """The body in one language, in the form in which a stream field stores it.

    ``place`` names the body within the whole demo content; the ids derive from it.
    """
    return [
        {
            "type": block.name,
            "value": _raw(block.value, language, library, f"{place}.{position}"),
            "id": _identifier(f"{place}.{position}"),
        }
        for position, block in enumerate(body)
        if _speaks(block.value, language)
    ]


def _identifier(place: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"demo:{place}"))


def _raw(value: Any, language: Language, library: Library, place: str) -> Any:
    """The value with the words of one language and the keys of what it refers to."""
    match value:
        case Words() | Reference():
            return (
                value.in_language(language) if isinstance(value, Words) else library.find(value).pk
            )
        case dict():
            return {
                name: _raw(part, language, library, f"{place}.{name}")
                for name, part in value.items()
            }
        case Items():
            return [
                {
                    "type": "item",
                    "value": _raw(item, language, library, f"{place}.{position}"),
                    "id": _identifier(f"{place}.{position}"),
                }
                for position, item in enumerate(value.values)
            ]
        case [Block(), *_]:
            return raw_body(value, language, library, place)
        case list():
            return [_raw(part, language, library, place) for part in value]
    return value


def _speaks(value: Any, language: Language) -> bool:
    """Whether everything that is said in Chinese is also said in this language."""
    match value:
        case Words():
            return not value.zh or bool(value.in_language(language))
        case dict():
            return all(_speaks(part, language) for part in value.values())
        case Items():
            return all(_speaks(item, language) for item in value.values)
        case Block():
            return _speaks(value.value, language)
        case list():
            return all(_speaks(part, language) for part in value)
    return True


# The blocks


def heading(zh: str, en: str = "", ru: str = "") -> Block:
    return Block("heading", Words(zh, en, ru))


def paragraph(zh: str, en: str = "", ru: str = "") -> Block:
    """One paragraph of rich text."""
    return Block("paragraph", _rich(Words(zh, en, ru)))


def bullets(*items: Words, numbered: bool = False) -> Block:
    """A list of short items."""
    return Block(
        "list", {"numbered": numbered, "items": Items(tuple(_rich(item) for item in items))}
    )


def quotation(text: Words, source: Words = NO_WORDS) -> Block:
    """Somebody's words and who said them."""
    return Block("quotation", {"text": text, "source": source})


def picture(name: str, caption: Words = NO_WORDS, alt_text: Words = NO_WORDS) -> Block:
    """A picture of the library; without words it has those of the library."""
    return Block(
        "picture",
        {"image": Reference("pictures", name), "alt_text": alt_text, "caption": caption},
    )


def table(caption: Words, columns: list[tuple[str, Words]], *rows: list[Words | int]) -> Block:
    """A table; a column is the type of its cells, ``text`` or ``number``, and its heading."""
    return Block(
        "table",
        {
            "caption": caption,
            "columns": [{"type": kind, "heading": words} for kind, words in columns],
            "rows": [{"values": row} for row in rows],
        },
    )


def download(name: str, label: Words = NO_WORDS) -> Block:
    """A document of the library."""
    return Block("download", {"document": Reference("documents", name), "label": label})


def related(*paths: str, title: Words = NO_WORDS) -> Block:
    """Links to pages by their paths below the home page."""
    pages = Items(tuple(Reference("pages", path) for path in paths))
    return Block("related_pages", {"heading": title, "pages": pages})


def contact(
    office: Words, address: Words = NO_WORDS, telephone: str = "", email: str = ""
) -> Block:
    """Whom to ask."""
    return Block(
        "contact",
        {"office": office, "address": address, "telephone": telephone, "email": email},
    )


def achievement(title: Words, *text: Block) -> Block:
    """Results of a programme under one heading."""
    return Block("achievement", {"heading": title, "text": list(text)})


def _rich(words: Words) -> Words:
    return Words(*(f"<p>{text}</p>" if text else "" for text in (words.zh, words.en, words.ru)))
