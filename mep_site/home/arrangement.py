"""How the languages share one arrangement of the home page.

Which sections there are, their order and their facts are those of the source language; a
translation adds its texts. A section without words of its own, such as one that lists the news,
stands in every language at once; one whose words are not translated is left out.
"""

from collections.abc import Iterator

from wagtail.blocks import StreamBlock, StreamValue

from mep_site.translations.content.blocks import RawStream, texts_of
from mep_site.translations.content.translated_bodies import translated_body
from mep_site.translations.languages.text import has_text


def arranged(source: StreamValue, own: StreamValue) -> StreamValue:
    """The sections of ``source`` with the texts of ``own``, which may have others, or none."""
    block = source.stream_block
    return block.to_python(list(_sections(block, source.get_prep_value(), own.get_prep_value())))


def _sections(block: StreamBlock, source: RawStream, own: RawStream) -> Iterator[dict]:
    texts = {name: text for name, _, text in texts_of(block, own)}
    present = {section.get("id"): section for section in own}
    for section in source:
        if any(has_text(text) for _, _, text in texts_of(block, [section])):
            counterpart = [present[key]] if (key := section.get("id")) in present else []
            yield from translated_body(block, [section], counterpart, texts)
        else:
            yield section
