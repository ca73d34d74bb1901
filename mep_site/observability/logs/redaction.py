"""Takes out of a text what may tell of a person, or let somebody in.

Patterns find what has a form: addresses, e-mail addresses, numbers, tokens. A name has none. So no
line of ours names anybody, and of errors only those messages are told that are about machines.
"""

import re
from ipaddress import ip_address
from uuid import UUID

LONGEST = 4_000
MAILBOX = re.compile(r"(?<![^\s<>\"'(),;:=@])[^\s<>\"'(),;:=@]+@[\w-]+(?:\.[\w-]+)*")
QUERY = re.compile(r"\?[^\s\"'<>]+")
NETWORK_ADDRESS = re.compile(
    r"(?<![\w.:])(?:[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){1,7})?:?(?:\d{1,3}(?:\.\d{1,3}){3})(?![\w.])"
    r"|(?<![\w.:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w.])",
    re.I,
)
# As long as those of links in mails, sessions and forms; words of that length have no digit. What
# Django signs has the value and six characters of its time before the signature.
TOKEN = re.compile(
    r"(?<![\w-])(?:[\w-]+:[\w-]{6}:)?(?=[\w-]*\d)(?=[\w-]*[^\W\d])[\w-]{20,}(?::[\w:-]+)?"
)
# Telephones, cards, accounts: longer than any key of a row.
NUMBER = re.compile(r"\+\d[\d ()-]{7,}\d|(?<![\w.])\d{10,}(?![\w.])")
CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), 127, 0x85, 0x2028, 0x2029)}


def redacted(text: str, keeps_addresses: bool = False) -> str:
    """The text in one line, so that nobody can write lines of their own, and without such data.

    ``keeps_addresses`` leaves those of networks where they are.
    """
    text = QUERY.sub("?…", text[:LONGEST].translate(CONTROLS))
    text = MAILBOX.sub(_without_mailbox, text)
    if not keeps_addresses:
        text = NETWORK_ADDRESS.sub(_without_address, text)
    return NUMBER.sub("[number]", TOKEN.sub(_without_token, text))


def _without_mailbox(found: re.Match[str]) -> str:
    """A ``Message-ID`` of ours reads like one, and belongs to nobody."""
    name = found[0].partition("@")[0]
    return found[0] if _is_uuid(name) else "[e-mail]"


def _without_address(found: re.Match[str]) -> str:
    """That of this machine is nobody's."""
    try:
        return found[0] if ip_address(found[0]).is_loopback else "[address]"
    except ValueError:
        return found[0]


def _without_token(found: re.Match[str]) -> str:
    return found[0] if _is_uuid(found[0]) else "[token]"


def _is_uuid(text: str) -> bool:
    """Names of rows and mails, with hyphens; what opens anything is written otherwise."""
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
