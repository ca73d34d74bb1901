"""A table of text cells."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class TableBlock(TypedTableBlock):
    """A table with a caption and a heading for each column; its first cells head the rows."""

    def __init__(self, **options: object) -> None:
        columns = [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ]
        super().__init__(columns, **options)

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Text or numbers in rows and columns. Give it a caption.")
        template = "core/blocks/table.html"
        preview_value = {
            "caption": "Days with good air",
            "columns": [
                {"type": "text", "heading": "City"},
                {"type": "number", "heading": "Days"},
            ],
            "rows": [{"values": ["Harbin", "302"]}, {"values": ["Xi’an", "224"]}],
        }
