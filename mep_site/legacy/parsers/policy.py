"""Texts on policy: sections with Roman numbers, numbered lists."""

from mep_site.legacy.documents import PolicyDocument
from mep_site.legacy.layout import Layout

from .headings import is_roman_section
from .prose import body_blocks, title_and_rest


def parse_policy(layout: Layout) -> PolicyDocument:
    """The text on policy in a capture; a section's number is part of its heading."""
    title, rest = title_and_rest(layout.paragraphs)
    return PolicyDocument(title=title, body=body_blocks(rest, is_heading=is_roman_section))
