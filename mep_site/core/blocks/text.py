"""Blocks of running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT_FEATURES = ["bold", "link", "document-link", "superscript", "subscript"]
LIST_FEATURES = ["ul", "ol"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside a body; it appears in the page's table of contents."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Starts a new part of the text.")
        template = "core/blocks/heading.html"
        preview_value = "Water quality in the Songhua River basin"


class FormattedTextBlock(blocks.RichTextBlock):
    """Formatted text of which two versions are compared as they read."""

    def get_comparison_class(self) -> type:
        """How Wagtail shows two versions of it; loaded when all models are."""
        from .comparing import TextComparison

        return TextComparison


class ParagraphBlock(FormattedTextBlock):
    """One paragraph or several; a paragraph is the unit that is translated."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": RICH_TEXT_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Running text with links. One paragraph a block is easiest to translate.")
        template = "core/blocks/paragraph.html"
        preview_value = "<p>Monitoring stations report their readings every hour.</p>"


class ItemBlock(FormattedTextBlock):
    """The words of an item; it may have items below it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(features=[*RICH_TEXT_FEATURES, *LIST_FEATURES], **options)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Appear as Wagtail's block in migrations, whatever the editor offers."""
        _, arguments, options = super().deconstruct()
        return (
            "wagtail.blocks.RichTextBlock",
            arguments,
            {"features": RICH_TEXT_FEATURES, **options},
        )


class BulletListBlock(blocks.StructBlock):
    """A list with short items, numbered or not; an item may have a list of its own."""

    numbered = blocks.BooleanBlock(
        label=_("Numbered"), required=False, help_text=_("Tick where the order matters.")
    )
    items = blocks.ListBlock(ItemBlock(label=_("Item")), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("A list of short items, with numbers where the order matters.")
        template = "core/blocks/list.html"
        preview_value = {
            "numbered": True,
            "items": ["<p>Register the station.</p>", "<p>Calibrate the instruments.</p>"],
        }


class QuotationBlock(blocks.StructBlock):
    """Somebody's words, with their source."""

    text = blocks.TextBlock(label=_("Quotation"), help_text=_("Without quotation marks."))
    source = blocks.CharBlock(
        label=_("Source"), required=False, help_text=_("Who said it, where and when.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person or a document, set off from the text.")
        template = "core/blocks/quotation.html"
        preview_value = {
            "text": "Neighbours share one river.",
            "source": "Opening of the joint working group, Harbin, 2019",
        }
