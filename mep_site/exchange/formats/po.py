"""PO files, as gettext's tools and Poedit have them: a message for a unit, its place the context.

Codes are tags with a number, ``<b-1>…</b-1>``, which checks of such tools compare. What comes back
with a unit lies in its comments, which tools keep.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from io import BytesIO

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po
from django.utils.translation import gettext as _

from mep_site.translations.freshness.progress import UnitState

from ..texts.codes import Coded, CodeKind, TagCode, markup_of
from ..texts.documents import Document, SentPage, SentUnit
from ..texts.returned import ReturnedDocument, ReturnedPage, ReturnedUnit, UnreadableError
from .reading import below, language_tagged, read_number, read_state, text_from_codes

# What comments that are ours begin with.
OURS = "mep-"
SITE, LANGUAGE, SOURCE_LANGUAGE = "X-Mep-Site", "X-Mep-Language", "X-Source-Language"
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)-(\d+)(/?)>")


# Out


def write_po_file(document: Document) -> bytes:
    """The document as a file."""
    catalog = Catalog(locale=None, charset="utf-8", fuzzy=False, header_comment="")
    for page in document.pages:
        for segment in page.segments:
            message = _message(page, segment)
            catalog[message.id] = message
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True)
    return _header(document).encode() + body.getvalue()


def _header(document: Document) -> str:
    """The first entry, without the times that Babel would write: the same texts, the same file."""
    fields = {
        "Project-Id-Version": document.site,
        "Language": document.language.tag.replace("-", "_"),
        SOURCE_LANGUAGE: document.source_language.tag.replace("-", "_"),
        SITE: document.site,
        LANGUAGE: document.language.tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{lines}\n'


def _context(page: SentPage, segment: SentUnit) -> str:
    return f"{page.page_id}/{segment.unit}"


def _message(page: SentPage, segment: SentUnit) -> Message:
    is_open = bool(segment.target) and segment.state not in {UnitState.DONE, None}
    message = Message(
        _tagged(segment.coded_source, segment.is_rich),
        _tagged(segment.coded_target, segment.is_rich),
        auto_comments=[*_notes(page, segment), *_about(page, segment)],
        context=_context(page, segment),
    )
    # Babel takes a per cent sign for a placeholder.
    message.flags = {"fuzzy"} if is_open else set()
    return message


def _notes(page: SentPage, segment: SentUnit) -> Iterator[str]:
    for note in (page.title, segment.label, *segment.hints):
        yield " ".join(note.split())


def _about(page: SentPage, segment: SentUnit) -> Iterator[str]:
    codes = markup_of(segment.coded_source) | segment.own_markup
    values = {
        "key": page.key,
        "text": "html" if segment.is_rich else "plain",
        "seen": segment.seen,
        "base": segment.base,
        "state": segment.state or "",
        "required": " ".join(segment.required),
        **{f"code-{number}": tag for number, tag in codes.items()},
    }
    return (f"{OURS}{name}: {value}" for name, value in values.items() if value)


def _tagged(text: Coded, is_rich: bool) -> str:
    if not is_rich:
        return "".join(each for each in text if isinstance(each, str))
    return "".join(
        escape(each, quote=False) if isinstance(each, str) else _tag(each) for each in text
    )


def _tag(code: TagCode) -> str:
    before = "/" if code.kind is CodeKind.CLOSING else ""
    after = "/" if code.kind is CodeKind.SINGLE else ""
    return f"<{before}{code.tag}-{code.number}{after}>"


# Back


def is_po(content: bytes) -> bool:
    """Whether a file looks like PO."""
    return re.search(rb'^msgid "', content[:100_000], re.MULTILINE) is not None


def read_po_file(content: bytes) -> ReturnedDocument:
    """What came back in a file; :class:`UnreadableError` if it is none of ours."""
    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, UnknownLocaleError, ValueError) as error:
        raise UnreadableError(
            _("The file is damaged, and nothing was taken from it: %(reason)s") % {"reason": error}
        ) from error
    headers = dict(catalog.mime_headers) | _own_headers(content)
    messages = [message for message in catalog if message.id and message.context]
    pages: dict[str, list[Message]] = {}
    for message in messages:
        pages.setdefault(message.context.partition("/")[0], []).append(message)
    return ReturnedDocument(
        headers.get(SITE, ""),
        language_tagged(headers.get(LANGUAGE, "")),
        tuple(_returned_page(number, found) for number, found in pages.items()),
    )


def _own_headers(content: bytes) -> dict[str, str]:
    """Those of the header that Babel does not keep."""
    found = re.findall(rb'"(X-[\w-]+): ([^"\\]*)\\n"', content[:20_000])
    return {name.decode(): value.decode("utf-8", "replace") for name, value in found}


def _returned_page(number: str, messages: list[Message]) -> ReturnedPage:
    about = _told(messages[0])
    title = next(iter(messages[0].auto_comments), "")
    units = tuple(map(_returned_unit, messages))
    return ReturnedPage(read_number(number), about.get("key", ""), title, units)


def _told(message: Message) -> dict[str, str]:
    """What our comments say of a unit."""
    pairs = (comment.partition(": ") for comment in message.auto_comments)
    return below(OURS, {name: value for name, _colon, value in pairs})


def _returned_unit(message: Message) -> ReturnedUnit:
    about = _told(message)
    is_rich, markup = about.get("text") == "html", below("code-", about)
    words = message.string if isinstance(message.string, str) else ""
    text, fault = text_from_codes(
        tuple(_pieces(words, markup)) if is_rich else (words,),
        is_rich,
        markup,
        about.get("required", "").split(),
    )
    return ReturnedUnit(
        unit=message.context.partition("/")[2],
        text=text,
        state=UnitState.IN_WORK if message.fuzzy else UnitState.DONE,
        seen=about.get("seen", ""),
        base=about.get("base", ""),
        was=read_state(about.get("state")),
        fault=fault,
    )


def _pieces(text: str, markup: dict[str, str]) -> Iterator[str | TagCode]:
    """Words and codes of a text, in their order."""
    end = 0
    for match in TAG.finditer(text):
        if match.start() > end:
            yield unescape(text[end : match.start()])
        kind = CodeKind.CLOSING if match[1] else CodeKind.SINGLE if match[4] else CodeKind.OPENING
        yield TagCode(match[3], kind, markup.get(match[3], ""))
        end = match.end()
    if end < len(text):
        yield unescape(text[end:])
