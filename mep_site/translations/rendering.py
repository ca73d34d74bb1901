"""How the body of a translation is made from the Chinese body and the translated texts."""

from collections.abc import Iterable, Mapping

from wagtail import blocks

from .blocks import Raw, RawStream, change_texts, texts_of
from .text import has_text


def rendered_in(
    block: blocks.StreamBlock, skeleton: RawStream, texts: Mapping[str, str]
) -> RawStream:
    """The body that a translation makes of its skeleton: its blocks with other texts.

    ``skeleton`` is the body whose structure rules, ``texts`` the translation by name. Blocks and
    items of lists whose words are not translated at all are left out, and so is everything if no
    text of the body is translated: pictures and links would stand there without words.
    """
    if not any(has_text(texts.get(name)) for name, _, _ in texts_of(block, skeleton)):
        return []
    return _without_silent(
        block, change_texts(block, skeleton, lambda name, _, text: texts.get(name, "")), skeleton
    )


def _without_silent(block: blocks.Block, raw: Raw, skeleton: Raw) -> Raw:
    """Drop the children that say something in the skeleton and nothing in ``raw``."""
    match block:
        case blocks.StreamBlock():
            pairs = [
                (block.child_blocks[child["type"]], child, model)
                for child, model in zip(raw, _known(block, skeleton), strict=True)
            ]
            return _speaking(pairs)
        case blocks.ListBlock():
            models = skeleton or []
            pairs = [
                (block.child_block, item, model) for item, model in zip(raw, models, strict=True)
            ]
            return _speaking(pairs)
        case blocks.StructBlock():
            return raw | {
                name: _without_silent(child, raw[name], (skeleton or {}).get(name))
                for name, child in block.child_blocks.items()
            }
    return raw


def _known(block: blocks.StreamBlock, raw: RawStream | None) -> RawStream:
    """The children of a stream whose type still exists."""
    return [child for child in raw or () if child["type"] in block.child_blocks]


def _speaking(pairs: Iterable[tuple[blocks.Block, Raw, Raw]]) -> list[Raw]:
    kept = []
    for block, raw, model in pairs:
        if _says_something(block, _value(raw)) or not _says_something(block, _value(model)):
            kept.append(_with_value(raw, _without_silent(block, _value(raw), _value(model))))
    return kept


def _is_wrapped(raw: Raw) -> bool:
    return isinstance(raw, dict) and "type" in raw and "value" in raw


def _value(raw: Raw) -> Raw:
    return raw["value"] if _is_wrapped(raw) else raw


def _with_value(raw: Raw, value: Raw) -> Raw:
    return {**raw, "value": value} if _is_wrapped(raw) else value


def _says_something(block: blocks.Block, raw: Raw) -> bool:
    return any(has_text(text) for _, _, text in texts_of(block, raw))


def insert_unpaired(rendered: RawStream, current: RawStream, unpaired: set[str]) -> RawStream:
    """Put the unpaired blocks of ``current`` back, each after the block that it follows there.

    A block of a translation is unpaired if the Chinese text has no block of its id, as when one
    paragraph was rendered by two.
    """
    result = list(rendered)
    position = {child.get("id"): index for index, child in enumerate(result)}
    after = -1
    for child in current:
        if child.get("id") in position:
            after = max(after, position[child["id"]])
        elif child.get("id") in unpaired:
            after += 1
            result.insert(after, child)
            position = {block.get("id"): index for index, block in enumerate(result)}
    return result
