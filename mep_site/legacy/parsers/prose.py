"""Bodies of running text: paragraphs, numbered lists, headings."""

from collections.abc import Callable, Iterable
from itertools import groupby

from mep_site.legacy.documents import (
    Anomaly,
    AnomalyCode,
    Block,
    BulletList,
    Heading,
    Paragraph,
    Texts,
)
from mep_site.legacy.languages import ENGLISH, language_of
from mep_site.legacy.markers import Item, counts_up, parse_item
from mep_site.legacy.refusals import Reason, RefusedCaptureError


def texts_of(paragraph: str) -> Texts:
    """The paragraph under the language that it is in."""
    return Texts.only(language_of(paragraph) or ENGLISH, paragraph)


def title_and_rest(paragraphs: list[str]) -> tuple[Texts, list[str]]:
    """The first paragraph, which is the title, and what follows it."""
    if not paragraphs:
        raise RefusedCaptureError(Reason.NO_TITLE)
    return texts_of(paragraphs[0]), paragraphs[1:]


def paragraphs_as_blocks(paragraphs: Iterable[str]) -> tuple[Block, ...]:
    """A block for each paragraph."""
    return tuple(Paragraph(texts_of(paragraph)) for paragraph in paragraphs)


def body_blocks(
    paragraphs: list[str], is_heading: Callable[[str], bool] = lambda _: False
) -> tuple[Block, ...]:
    """Paragraphs, headings and numbered lists.

    A list whose numbers do not run 1, 2, 3 … stays a series of paragraphs with its markers, for a
    list numbers itself and would change them.
    """
    blocks: list[Block] = []
    for is_list, together in groupby(paragraphs, key=lambda p: parse_item(p) is not None):
        run = list(together)
        items = [item for item in map(parse_item, run) if item]
        if is_list and len(items) > 1 and counts_up(items):
            blocks.append(BulletList(tuple(texts_of(item.text) for item in items), numbered=True))
        else:
            blocks += [
                Heading(texts_of(p)) if is_heading(p) else Paragraph(texts_of(p)) for p in run
            ]
    return tuple(blocks)


def items_in(paragraphs: Iterable[str]) -> list[Item]:
    """The paragraphs as items of one list; one without a marker counts as an item too."""
    return [parse_item(paragraph) or Item(paragraph, None) for paragraph in paragraphs]


def numbering_anomalies(items: list[Item]) -> tuple[Anomaly, ...]:
    """Tell of numbers that repeat or leave a gap; the items keep their order."""
    numbered = [item for item in items if item.number is not None]
    if not numbered or counts_up(numbered):
        return ()
    numbers = ", ".join(str(item.number) for item in numbered)
    return (Anomaly(AnomalyCode.NUMBERING_IRREGULAR, numbers),)
