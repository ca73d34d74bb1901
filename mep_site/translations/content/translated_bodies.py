"""How the body of a translation is made from the Chinese body and the translated texts."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from wagtail import blocks

from ..languages.text import has_text
from .blocks import Raw, RawStream, block_ids, change_texts, children_of, texts_of


def translated_body(
    block: blocks.StreamBlock,
    source: RawStream,
    current: RawStream,
    texts: Mapping[str, str],
    *,
    keeps_empty_blocks: bool = False,
) -> RawStream:
    """The body that a translation makes of its source: its blocks with other texts.

    ``source`` is the body whose structure rules, ``current`` the translation so far, ``texts``
    the translation by name. Blocks and items of lists whose words are not translated at all are
    left out, and so is everything if no text of the source is translated: pictures and links
    would stand there without words.

    Unpaired blocks, those that the source lacks, are put back after the block that they follow
    in ``current``, as when one paragraph was translated by two. They go when their words do.

    With ``keeps_empty_blocks`` nothing of the source is left out, for the next source language.
    """
    return _TranslatedBody(block, source, current, texts, keeps_empty_blocks).body()


class _TranslatedBody:
    """One body on its way from a source to a translation."""

    def __init__(
        self,
        block: blocks.StreamBlock,
        source: RawStream,
        current: RawStream,
        texts: Mapping[str, str],
        keeps_empty_blocks: bool,
    ) -> None:
        self.block, self.source, self.current = block, source, current
        self.keeps_empty_blocks = keeps_empty_blocks
        self.change: Callable[..., str] = lambda name, _, text: texts.get(name, "")

    @cached_property
    def paired(self) -> set[str]:
        """The ids that the source has."""
        return block_ids(self.block, self.source)

    @cached_property
    def own(self) -> RawStream:
        """The translation so far, with the new texts."""
        return change_texts(self.block, self.current, self.change)

    @cached_property
    def own_children(self) -> dict[str, Raw]:
        """The children of the translation so far by id, however deeply nested."""
        return {child["id"]: child for _, child in children_of(self.block, self.own)}

    @cached_property
    def unpaired(self) -> set[str]:
        """The ids of the blocks that the source lacks, without those that lost their words."""
        spoke = {
            child["id"]
            for kind, child in children_of(self.block, self.current)
            if _has_words(kind, child["value"])
        }
        return {
            child["id"]
            for kind, child in children_of(self.block, self.own)
            if child["id"] not in self.paired
            and (child["id"] not in spoke or _has_words(kind, self._unpaired_value(kind, child)))
        }

    def body(self) -> RawStream:
        filled = change_texts(self.block, self.source, self.change)
        translated = self._paired_children(self.block, filled, self.source)
        if not (self.keeps_empty_blocks or _has_words(self.block, translated)):
            translated = []
        return self._with_unpaired(self.block, translated, self.own)

    def _merged(self, block: blocks.Block, raw: Raw, source: Raw, own: Raw) -> Raw:
        """A value with the unpaired children of ``own`` and without those that lost their words."""
        match block:
            case blocks.StreamBlock() | blocks.ListBlock():
                children = self._paired_children(block, raw, source)
                return self._with_unpaired(block, children, own)
            case blocks.StructBlock():
                return raw | {
                    name: self._merged(
                        child, raw[name], (source or {}).get(name), (own or {}).get(name)
                    )
                    for name, child in block.child_blocks.items()
                }
        return raw

    def _paired_children(self, block: blocks.Block, raw: Raw, source: Raw) -> list[Raw]:
        """The children of the source, without those of whose words none is translated."""
        kept = []
        for child, model in zip(raw, _known(block, source), strict=True):
            kind = _kind(block, child)
            value = self._merged(kind, _value(child), _value(model), self._counterpart(child))
            # A child without an id is known by its place, which it must therefore keep.
            if (
                self.keeps_empty_blocks
                or not _id(child)
                or _has_words(kind, value)
                or not _has_words(kind, _value(model))
            ):
                kept.append(_with_value(child, value))
        return kept

    def _counterpart(self, child: Raw) -> Raw:
        own = self.own_children.get(_id(child))
        return own["value"] if own and own["type"] == child["type"] else None

    def _with_unpaired(self, block: blocks.Block, translated: list[Raw], own: Raw) -> list[Raw]:
        result = list(translated)
        after = -1
        for child in own or ():
            place = _place(_id(child), result)
            if place is not None:
                after = max(after, place)
            elif _id(child) in self.unpaired:
                after += 1
                value = self._unpaired_value(_kind(block, child), child)
                result.insert(after, _with_value(child, value))
        return result

    def _unpaired_value(self, kind: blocks.Block, child: Raw) -> Raw:
        """The value of an unpaired block, without blocks that the source has elsewhere."""
        return without_children(kind, child["value"], self.paired)


def without_children(block: blocks.Block, raw: Raw, ids: set[str]) -> Raw:
    """The value without the children of these ids."""
    match block:
        case blocks.StreamBlock() | blocks.ListBlock():
            return [
                _with_value(child, without_children(_kind(block, child), _value(child), ids))
                for child in raw or ()
                if _id(child) not in ids
            ]
        case blocks.StructBlock():
            return raw | {
                name: without_children(child, raw[name], ids)
                for name, child in block.child_blocks.items()
            }
    return raw


def _known(block: blocks.Block, raw: Raw) -> list[Raw]:
    """The children of a stream whose type still exists, or the items of a list."""
    if isinstance(block, blocks.ListBlock):
        return raw or []
    return [child for child in raw or () if child["type"] in block.child_blocks]


def _kind(block: blocks.Block, child: Raw) -> blocks.Block:
    is_list = isinstance(block, blocks.ListBlock)
    return block.child_block if is_list else block.child_blocks[child["type"]]


def _place(identifier: str | None, children: Iterable[Raw]) -> int | None:
    places = (place for place, child in enumerate(children) if _id(child) == identifier)
    return next(places, None) if identifier else None


def _is_child(raw: Raw) -> bool:
    return isinstance(raw, dict) and "type" in raw and "value" in raw


def _id(raw: Raw) -> str | None:
    return raw.get("id") if _is_child(raw) else None


def _value(raw: Raw) -> Raw:
    return raw["value"] if _is_child(raw) else raw


def _with_value(raw: Raw, value: Raw) -> Raw:
    return {**raw, "value": value} if _is_child(raw) else value


def _has_words(block: blocks.Block, raw: Raw) -> bool:
    return any(has_text(text) for _, _, text in texts_of(block, raw))
