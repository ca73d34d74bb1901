"""The families of blocks that page types choose from."""

import logging
from typing import Any

from django.core.exceptions import BadRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue

from .links import ContactBlock, RelatedPagesBlock
from .media import DownloadBlock, PictureBlock
from .table import TableBlock
from .text import BulletListBlock, HeadingBlock, ParagraphBlock, QuotationBlock

logger = logging.getLogger(__name__)
# Fields that lack, numbers that are none, JSON that is none, or of another shape.
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, RecursionError)


class SentStreamBlock(blocks.StreamBlock):
    """A stream that says so where what was sent can't be one; Wagtail takes that for a fault."""

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> StreamValue:
        """The stream; ``BadRequest`` if no script of the admin's has made what was sent."""
        try:
            return super().value_from_datadict(data, files, prefix)
        except UNREADABLE as reason:
            # Lest a fault of ours is taken for one of theirs.
            logger.warning("A stream that was sent could not be read.", exc_info=True)
            raise BadRequest from reason


class TextBlock(SentStreamBlock):
    """Text without headings, for the parts of a page that have a heading of their own."""

    paragraph = ParagraphBlock()
    list = BulletListBlock()

    class Meta:
        template = "core/blocks/stream.html"


class BodyBlock(TextBlock):
    """Everything that the body of an article or a standard page may hold."""

    heading = HeadingBlock()
    quotation = QuotationBlock()
    picture = PictureBlock()
    table = TableBlock()
    download = DownloadBlock()
    related_pages = RelatedPagesBlock()
    contact = ContactBlock()


class AchievementBlock(blocks.StructBlock):
    """Results under one heading."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "tick"
        label = _("Achievement")
        description = _("What has been achieved in one field, under a heading.")
        template = "core/blocks/achievement.html"
        preview_value = {
            "heading": "Shared information",
            "text": [{"type": "paragraph", "value": "<p>The platform opened in 2014.</p>"}],
        }


class AchievementsBlock(SentStreamBlock):
    """The achievements of a programme by heading."""

    achievement = AchievementBlock()

    class Meta:
        template = "core/blocks/achievements.html"
