"""Random contents of pages, built from nothing but the definitions of their fields and blocks."""

import json
import re
from itertools import count
from typing import Any

from hypothesis import strategies as st
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from mep_site.translations.content.blocks import change_texts, is_text_block
from mep_site.translations.content.columns import body_in, stream_block, text_fields
from mep_site.translations.content.content import Content
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import languages

# Every text with words ends in a token of its own, so that it can be found wherever it lies.
TOKEN = re.compile(r"§\d+§")
BLANKS = ["", " ", "\n\t", "\u3000", "<p></p>", "<p> <b>&nbsp;</b></p>"]
WORDS = [
    "水",
    "Ёж",
    "e\u0301",
    "🌊",
    "<p>A &amp; B</p>",
    "“quoted”",
    "a.b.0",
    "\\ \" '",
    "\u202eabc",
]


class Writer:
    """Draws values for blocks; ``share_blank`` of ten texts say nothing."""

    def __init__(self, draw: Any, share_blank: int = 2) -> None:
        self.draw, self.share_blank = draw, share_blank
        self.numbers, self.identifiers = count(), count()

    def text(self) -> str:
        if self.draw(st.integers(1, 10)) <= self.share_blank:
            return self.draw(st.sampled_from(BLANKS))
        return f"{self.draw(st.sampled_from(WORDS))}§{next(self.numbers)}§"

    def value(self, block: blocks.Block) -> Any:
        match block:
            case blocks.StreamBlock():
                kinds = self.draw(st.lists(st.sampled_from(list(block.child_blocks)), max_size=3))
                return [self.child(kind, block.child_blocks[kind]) for kind in kinds]
            case blocks.StructBlock():
                return {name: self.value(child) for name, child in block.child_blocks.items()}
            case blocks.ListBlock():
                size = self.draw(st.integers(0, 3))
                return [self.child("item", block.child_block) for _ in range(size)]
            case BaseTypedTableBlock():
                return self.table(block)
        return self.text() if is_text_block(block) else self.draw(st.sampled_from([None, 3, 7]))

    def child(self, kind: str, block: blocks.Block) -> dict[str, Any]:
        return {"type": kind, "value": self.value(block), "id": f"block-{next(self.identifiers)}"}

    def table(self, block: BaseTypedTableBlock) -> dict[str, Any]:
        kinds = self.draw(st.lists(st.sampled_from(list(block.child_blocks)), max_size=2))
        return {
            "columns": [{"type": kind, "heading": self.text()} for kind in kinds],
            "rows": [
                {"values": [self.value(block.child_blocks[kind]) for kind in kinds]}
                for _ in range(self.draw(st.integers(0, 2)))
            ],
            "caption": self.text(),
        }

    def columns(self, model: type, *chosen: Any) -> dict[str, Any]:
        return {
            language.column(field.name): json.dumps(
                self.value(stream_block(field)), ensure_ascii=False
            )
            if stream_block(field)
            else self.text()
            for language in chosen
            for field in text_fields(model)
        }


@st.composite
def contents(draw: Any, model: type, *chosen: Any, share_blank: int = 2) -> Content:
    """A content with rows in all relations and texts in the chosen languages, by default in all."""
    writer = Writer(draw, share_blank)
    wanted = chosen or languages()
    columns = writer.columns(model, *wanted) | {languages()[0].column("title"): "题目 §title§"}
    for relation in row_relations(model):
        name = relation.get_accessor_name()
        columns[name] = [
            {
                "pk": None,
                "key": f"{name}-{number}",
                **writer.columns(relation.related_model, *wanted),
            }
            for number in range(draw(st.integers(0, 2)))
        ]
    return Content(model, columns)


def blanked(content: Content, language: Any) -> Content:
    """The content with the same structure and no word in this language."""
    columns = _blank_columns(content.model, content.columns, language)
    for relation in row_relations(content.model):
        name = relation.get_accessor_name()
        columns[name] = [
            row | _blank_columns(relation.related_model, row, language)
            for row in content.columns[name]
        ]
    return content.with_columns(columns)


def _blank_columns(model: type, columns: dict[str, Any], language: Any) -> dict[str, Any]:
    blank = {}
    for field in text_fields(model):
        column, block = language.column(field.name), stream_block(field)
        body = change_texts(block, body_in(columns, column), lambda *_: "") if block else None
        blank[column] = json.dumps(body) if block else ""
    return blank


def normal(columns: dict[str, Any]) -> dict[str, Any]:
    """The columns with their bodies as lists, so that two of them compare by meaning."""
    return {
        name: [normal(row) for row in value]
        if isinstance(value, list)
        else json.loads(value)
        if isinstance(value, str) and value.startswith("[")
        else value
        for name, value in columns.items()
    }
