"""Bodies from blocks.

A block has the same id in every language that it stands in; that pairing is what parallel reading
and freshness are built on.
"""

import html
import json
import uuid
from collections.abc import Iterable
from typing import Any

from mep_site.legacy.documents import Achievement, Block, BulletList, Heading, Texts
from mep_site.legacy.languages import LANGUAGES

RawBlock = dict[str, Any]
# One block in each language that it has a text in.
Renditions = dict[str, RawBlock]


def stream_columns(field: str, blocks: Iterable[Block]) -> dict[str, str]:
    """The value of a StreamField in each language, by column."""
    return _columns(field, [_renditions(block) for block in blocks])


def achievement_columns(field: str, achievements: Iterable[Achievement]) -> dict[str, str]:
    """The value of the achievements in each language, by column."""
    return _columns(field, [_achievement(achievement) for achievement in achievements])


def _columns(field: str, blocks: list[Renditions]) -> dict[str, str]:
    return {
        f"{field}_{language}": json.dumps(
            [block[language] for block in blocks if language in block]
        )
        for language in LANGUAGES
    }


def _renditions(block: Block) -> Renditions:
    if isinstance(block, BulletList):
        return _list(block)
    if isinstance(block, Heading):
        return _leaves("heading", block.texts, _one_line)
    return _leaves("paragraph", block.texts, _rich_text)


def _leaves(kind: str, texts: Texts, value: Any) -> Renditions:
    """The same block in each language, under one id."""
    block_id = _new_id()
    return {
        language: {"type": kind, "id": block_id, "value": value(texts.in_language(language))}
        for language in texts.languages
    }


def _list(block: BulletList) -> Renditions:
    block_id = _new_id()
    items = [_leaves("item", item, _rich_text) for item in block.items]
    return {
        language: {
            "type": "list",
            "id": block_id,
            "value": {
                "numbered": block.numbered,
                "items": [item[language] for item in items if language in item],
            },
        }
        for language in LANGUAGES
        if any(language in item for item in items)
    }


def _achievement(achievement: Achievement) -> Renditions:
    block_id = _new_id()
    parts = [_renditions(block) for block in achievement.text]
    return {
        language: {
            "type": "achievement",
            "id": block_id,
            "value": {
                "heading": _one_line(achievement.heading.in_language(language)),
                "text": [part[language] for part in parts if language in part],
            },
        }
        for language in achievement.heading.languages
    }


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _rich_text(text: str) -> str:
    """Paragraphs as HTML; quotation marks stay as they are."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))


def _new_id() -> str:
    return str(uuid.uuid4())
