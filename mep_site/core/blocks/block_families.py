"""The families of blocks that page types choose from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .links import ContactBlock, RelatedPagesBlock
from .media import DownloadBlock, PictureBlock
from .table import TableBlock
from .text import BulletListBlock, HeadingBlock, ParagraphBlock, QuotationBlock


class TextBlock(blocks.StreamBlock):
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


class AchievementsBlock(blocks.StreamBlock):
    """The achievements of a programme by heading."""

    achievement = AchievementBlock()

    class Meta:
        template = "core/blocks/achievements.html"
