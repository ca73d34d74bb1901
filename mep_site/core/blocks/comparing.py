"""How two versions of formatted text are compared: as they read, so that 10³ differs from 103."""

from django.utils.html import escape
from wagtail.admin.compare import RichTextBlockComparison, diff_text
from wagtail.rich_text import RichText

from mep_site.translations.freshness.diff import plain_text


class TextComparison(RichTextBlockComparison):
    """Wagtail's comparison, of plain text that keeps superscripts and subscripts."""

    def htmlvalue(self, val: RichText) -> str:
        """The text of one version."""
        return escape(plain_text(val.source))

    def htmldiff(self) -> str:
        """The two texts woven into each other."""
        old, new = (plain_text(value.source) for value in (self.val_a, self.val_b))
        return diff_text(old, new).to_html()
