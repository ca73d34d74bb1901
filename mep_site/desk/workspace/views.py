"""Answers for the text in focus: what helps with it, and what is said about it."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from wagtail.models import AbstractPage

from mep_site.translations.admin.forms.unit_rows import form_field
from mep_site.translations.admin.scope import editable_draft
from mep_site.translations.content.rows import load_rows
from mep_site.translations.languages import get_language

from .aid.comments import COMMENTS, languages_in_question
from .aids import Aid, shown_aids
from .focus import UnitInFocus, rows_of
from .shelf import AIDS
from .threads import (
    MAX_LENGTH,
    add_comment,
    add_reply,
    comments_of_unit,
    content_path,
    resolve_thread,
)


@require_POST
def aids(request: HttpRequest, page_id: int, code: str, unit_id: str) -> HttpResponse:
    """What helps with a text as it is typed at this moment, which comes with the request."""
    return _shown(request, AIDS, _in_focus(request, page_id, code, unit_id))


@require_POST
def comments(request: HttpRequest, page_id: int, code: str, unit_id: str) -> HttpResponse:
    """Add a comment on a text, reply to one or resolve it; answers with the comments then."""
    unit = _in_focus(request, page_id, code, unit_id)
    text = request.POST.get("comment", "").strip()
    if len(text) > MAX_LENGTH:
        return HttpResponseBadRequest()
    places = {
        each.code: content_path(unit.page, unit.id, each) for each in languages_in_question(unit)
    }
    if "thread" in request.POST:
        _go_on(request, unit, list(places.values()), text)
    else:
        place = places.get(request.POST.get("about", code))
        if not (text and place):
            return HttpResponseBadRequest()
        add_comment(unit.page, place, text, request)
    return _shown(request, [COMMENTS], unit)


def _go_on(request: HttpRequest, unit: UnitInFocus, places: list[str], text: str) -> None:
    """Reply to an open thread; without words it is resolved."""
    number = request.POST["thread"]
    threads = comments_of_unit(unit.page, places)
    thread = get_object_or_404(threads, pk=number if number.isdecimal() else None)
    if text:
        add_reply(unit.page, thread, text, request)
    else:
        resolve_thread(unit.page, thread, request)


def _shown(request: HttpRequest, asked: Iterable[Aid], unit: UnitInFocus) -> HttpResponse:
    context = {"shown": list(shown_aids(asked, unit, request))}
    return render(request, "desk/workspace/aids.html", context)


def _in_focus(request: HttpRequest, page_id: int, code: str, unit_id: str) -> UnitInFocus:
    """The text that the address names; ``404`` for who may not edit it."""
    page = _page_in_scope(request, page_id, code)
    source, rows = rows_of(page)
    row = next((row for row in rows if row.unit.id == unit_id), None)
    if row is None:
        raise Http404
    widget = form_field(row.unit).widget
    text = widget.value_from_datadict(request.POST, request.FILES, row.text_name)
    return UnitInFocus(
        page=page,
        language=page.edition_language,
        user=request.user,
        row=row,
        text=row.unit.text if text is None else text,
        source=source,
    )


def _page_in_scope(request: HttpRequest, page_id: int, code: str) -> AbstractPage:
    try:
        language = get_language(code)
    except LookupError as unknown:
        raise Http404 from unknown
    try:
        page = editable_draft(request.user, page_id, language)
    except PermissionDenied as refusal:
        raise Http404 from refusal
    load_rows(page)
    return page
