"""Answers the script of the editor: what was copied, as the form takes it."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBadRequest, JsonResponse
from django.http.request import RawPostDataException
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST
from wagtail.blocks import RichTextBlock
from wagtail.models import Site

from mep_site.translations.languages import languages
from mep_site.translations.permissions import PermissionType, languages_for

from ..blocks import BodyBlock
from ..models import BasePage
from .clipboard import Copied, FindPage, read_html, read_text
from .composing import blocks_from_parts, items_of, line_for, text_for
from .losses import messages

BODY = BodyBlock()
PARAGRAPH = BODY.child_blocks["paragraph"]
ITEM = BODY.child_blocks["list"].child_blocks["items"].child_block

Answer = dict[str, Any]


@require_POST
def paste(request: HttpRequest) -> HttpResponseBase:
    """What was copied, made into what its place holds.

    The request is JSON: ``html`` and ``text`` are what is on the clipboard, ``into`` says what it
    is pasted into: the ``body`` (with ``kinds``, the blocks that it may have), the items of a
    ``list``, one ``text`` (with ``has_lists``, whether its editor has any), or a plain ``line``.
    """
    if not languages_for(request.user, PermissionType.EDIT):
        raise PermissionDenied
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        message = gettext("This is too much for one paste. Nothing was pasted: do it in parts.")
        return JsonResponse({"notes": [message]}, status=413)
    try:
        asked = json.loads(request.body)
        answer_for = PLACES[asked["into"]]
        copied = _copied(str(asked["html"]), str(asked["text"]), request)
    # A form in parts was read by whoever looked for its token, and is no JSON.
    except (KeyError, TypeError, ValueError, RawPostDataException):
        return HttpResponseBadRequest()
    answer = answer_for(copied, asked)
    return JsonResponse({**answer, "notes": [*answer.get("notes", ()), *messages(copied.losses)]})


def _copied(html: str, text: str, request: HttpRequest) -> Copied:
    """What is on the clipboard; as plain text where its HTML holds none."""
    copied = read_html(html, page_finder(request))
    return copied if copied.parts or copied.losses.total() else read_text(text)


def _for_body(copied: Copied, asked: Mapping[str, Any]) -> Answer:
    raw = blocks_from_parts(copied, BODY.child_blocks.keys() & set(asked.get("kinds") or ()))
    return {"blocks": BODY.get_form_state(BODY.to_python(raw)), "notes": _count(len(raw))}


def _for_list(copied: Copied, asked: Mapping[str, Any]) -> Answer:
    items = [{"id": str(uuid4()), "value": _state(ITEM, html)} for html in items_of(copied)]
    return {"blocks": items, "notes": _count(len(items))}


def _for_text(copied: Copied, asked: Mapping[str, Any]) -> Answer:
    has_lists = asked.get("has_lists") is True
    html = text_for(copied, has_lists)
    return {"blocks": [{"value": _state(ITEM if has_lists else PARAGRAPH, html)}] if html else []}


def _for_line(copied: Copied, asked: Mapping[str, Any]) -> Answer:
    return {"line": line_for(copied)}


PLACES = {"body": _for_body, "list": _for_list, "text": _for_text, "line": _for_line}


def _state(block: RichTextBlock, html: str) -> str:
    return block.get_form_state(block.to_python(html))


def _count(made: int) -> list[str]:
    """How many blocks or items were made, if there is more than one."""
    message = ngettext("%(count)d block was pasted.", "%(count)d blocks were pasted.", made)
    return [message % {"count": made}] if made > 1 else []


def page_finder(request: HttpRequest) -> FindPage:
    """Finds the page or document of this site that an address leads to.

    An address with more than a path stays as it is: a link to a page would lose the rest.
    """
    site = Site.find_for_request(request)
    hosts = {request.get_host(), site.hostname} if site else set()

    def find(address: str) -> str:
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        is_ours = parts.scheme in {"http", "https"} and hosts & {parts.netloc, parts.hostname}
        if not is_ours or parts.query or parts.fragment:
            return ""
        return _document_at(parts.path) or _page_at(parts.path, site)

    return find


def _document_at(path: str) -> str:
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if match.url_name != "wagtaildocs_serve":
        return ""
    return format_html('linktype="document" id="{}"', match.kwargs["document_id"])


def _page_at(path: str, site: Site) -> str:
    code, _, rest = path.removeprefix("/").partition("/")
    if code not in {language.code for language in languages()}:
        return ""
    pages = BasePage.objects.live().filter(url_path=f"{site.root_page.url_path}{rest}")
    key = pages.values_list("pk", flat=True).first()
    return format_html('linktype="page" id="{}"', key) if key else ""
