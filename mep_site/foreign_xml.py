"""XML that comes from anybody, and XML that goes to any tool.

No entity is resolved and nothing is fetched for a document; whether it may declare any is for its
reader to say.
"""

import re

from mep_site.internals import XmlElement

# As lxml's parsers take them.
CAREFULLY = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_pis": True,
}
# What XML cannot hold: https://www.w3.org/TR/xml/#charsets
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_unwritable(text: str) -> str:
    """The text without characters that XML has no way to write, which nobody can read either."""
    return UNWRITABLE.sub("", text)


def append_text(parent: XmlElement, text: str) -> None:
    """Add words at the end of what an element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
