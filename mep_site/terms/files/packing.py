"""Terms that were read of a file, as a text that a form can hold until they are confirmed."""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from ..matching import TermKind
from .listed import ListedPeriod, ListedRendering, ListedTerm, RefusedFileError
from .opening import MOST_BYTES, sort_out


def pack_terms(terms: list[ListedTerm]) -> str:
    """The terms as a text; refuses more of them than a form may hold."""
    said = json.dumps([_packed(term) for term in terms], ensure_ascii=False)
    packed = b85encode(zlib.compress(said.encode())).decode()
    # As it is sent, some of its characters take three.
    if len(packed) * 2 > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise RefusedFileError(_("The file is too long to be shown. Divide it."))
    return packed


def unpack_terms(packed: str) -> list[ListedTerm]:
    """The terms; refuses a text that was not made here."""
    try:
        said = zlib.decompressobj().decompress(b85decode(packed), MOST_BYTES)
        terms, refused = sort_out(_unpacked(json.loads(said)))
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error) as error:
        raise RefusedFileError(_("Nothing was changed. Choose the file again.")) from error
    if refused:
        raise RefusedFileError(refused[0])
    return terms


def _packed(term: ListedTerm) -> dict[str, Any]:
    return {
        **asdict(term),
        "period": _period_text(term.period),
        "said": sorted(term.said),
        "renderings": [
            {**asdict(each), "period": _period_text(each.period)} for each in term.renderings
        ],
    }


def _period_text(period: ListedPeriod | None) -> str | None:
    return None if period is None else str(period)


def _period(text: str | None) -> ListedPeriod | None:
    return None if text is None else ListedPeriod.parse(text)


def _unpacked(said: list[dict[str, Any]]) -> Iterator[ListedTerm]:
    for term in said:
        kind = term.pop("kind")
        renderings = term.pop("renderings")
        yield ListedTerm(
            kind=None if kind is None else TermKind(kind),
            period=_period(term.pop("period")),
            said=frozenset((language, status) for language, status in term.pop("said")),
            renderings=tuple(
                ListedRendering(**{**each, "period": _period(each["period"])})
                for each in renderings
            ),
            **term,
        )
