"""The editor of formatted text, safe where several threads show forms at once."""

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter


class SeparateReadings(ContentstateConverter):
    """A converter that reads each text with a parser of its own.

    Wagtail's keeps one parser, and the widget of a block is one for the whole process: two threads
    that show a text at the same time mix their texts up or fail (Wagtail issue 14573).
    """

    def from_database_format(self, html: str) -> str:
        return ContentstateConverter(self.features).from_database_format(html)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor of formatted text, for servers with threads."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.converter = SeparateReadings(self.features)
