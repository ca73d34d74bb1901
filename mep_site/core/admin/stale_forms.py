"""No form of the admin overwrites what it has not shown; pages have rules of their own.

An edit form carries a mark for each of its parts as it was loaded. When it is sent, the row that it
edits is locked, and a part that is stored otherwise than it was loaded must not be changed by the
form: then nothing is saved, the form comes back as it was sent, and beside what was typed stands
what is stored. To send it once more is to have seen it. A form that is sent twice, as its answer
was lost, finds stored what it sends, and is no conflict.

Rows count as one part. They have no names by which those that were sent could be found again among
those that are stored, so they are in conflict whenever they were changed meanwhile.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db.models import Model
from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import EditView

from mep_site.internals import wrap_edit_views
from mep_site.media.forms import StoringMixin

from .shown_values import (
    Beside,
    label_beside,
    marks_of_parts,
    name_beside,
    sent_rows,
    sent_words,
    stored_rows,
    stored_words,
)
from .stale_rows import with_deleted_as_new

# The field in which a form sends the marks with which it was loaded.
FIELD = "stored_state"


@dataclass(frozen=True)
class Shown:
    """A form and what is edited beside it, as it is shown or as it was sent."""

    form: BaseForm
    beside: list[Beside]

    @property
    def marks(self) -> dict[str, str]:
        """A mark for each part, if it was not sent."""
        return marks_of_parts(self.form, self.beside)


@dataclass(frozen=True)
class StalePart:
    """A part of a form that is stored otherwise than it was loaded and sent; words by lines."""

    label: str
    stored: list[str]
    sent: list[str]


class StaleForm(Component):
    """Says that a form was not saved, and sets beside what was typed what is stored."""

    template_name = "core/stale_form.html"

    def __init__(self, differences: list[StalePart], last_change: Any, url: str) -> None:
        """``last_change`` is an entry of the log or ``None``; ``url`` loads the form anew."""
        self.differences, self.last_change, self.url = differences, last_change, url

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = self.last_change and self.last_change.user
        return {
            "differences": self.differences,
            "name": get_user_display_name(user) if user else "",
            "changed_at": self.last_change and self.last_change.timestamp,
            "load_url": self.url,
        }


def nothing_saved_message() -> str:
    """What stands above a form that was sent after what it shows had changed."""
    return _("Nothing was saved: this was changed elsewhere while your form was open.")


def loaded_marks(request: HttpRequest) -> dict[str, str]:
    """The marks that a form was loaded with; none if it says nothing that can be read."""
    try:
        marks = json.loads(request.POST.get(FIELD, ""))
    except ValueError:
        return {}
    return marks if isinstance(marks, dict) else {}


def stale_parts(loaded: dict[str, str], stored: Shown, sent: Shown) -> list[StalePart]:
    """The parts that were changed since the form was loaded, and would be changed again by it.

    ``stored`` is the form as it would be loaded now, ``sent`` the same form as it came.
    """
    stale = {name for name, mark in stored.marks.items() if loaded.get(name) != mark}
    fields = [
        StalePart(
            capfirst(sent.form[name].label),
            [stored_words(stored.form[name])],
            [sent_words(sent.form[name])],
        )
        for name in sent.form.fields
        if name in stale and name in sent.form.changed_data
    ]
    beside = [
        StalePart(label_beside(one), stored_rows(one), sent_rows(other))
        for one, other in zip(stored.beside, sent.beside, strict=True)
        if name_beside(one) in stale
    ]
    return fields + beside


# What is added to every edit view


def guard_edit_views() -> None:
    """Let all edit views, Wagtail's own too, ask before they overwrite what they have not shown."""
    wrap_edit_views(get_form=_locked, is_valid=_checked, get_context_data=_with_marks)


def _locked(get_form: Callable[..., BaseForm]) -> Callable[..., BaseForm]:
    @wraps(get_form)
    def get(view: EditView, *args: Any, **kwargs: Any) -> BaseForm:
        if view.request.method == "POST":
            _lock(view.object)
        return get_form(view, *args, **kwargs)

    return get


def _lock(stored: Model) -> None:
    """Hold the row until the transaction ends, and read it as it is now.

    ``Http404`` if it is gone.
    """
    rows = type(stored)._base_manager.filter(pk=stored.pk).select_for_update(no_key=True)
    if not rows.values_list("pk").first():
        raise Http404
    stored.refresh_from_db()


def _checked(is_valid: Callable[..., bool]) -> Callable[..., bool]:
    @wraps(is_valid)
    def check(view: EditView, form: BaseForm) -> bool:
        valid = is_valid(view, form)
        sent = Shown(form, _beside(view, form))
        stored = _as_stored(view, sent)
        view.marks = stored.marks
        found = stale_parts(loaded_marks(view.request), stored, sent)
        if not found:
            return valid
        _make_sendable(form, stored)
        view.stale_form = StaleForm(found, view.get_last_updated_info(), view.get_edit_url())
        view.produced_error_code = "changed_meanwhile"
        view.produced_error_message = nothing_saved_message()
        return False

    return check


def _make_sendable(form: BaseForm, stored: Shown) -> None:
    """Let a form that comes back be sent once more as it is."""
    if isinstance(form, StoringMixin):
        form.forget_upload()
    for name, formset in getattr(form, "formsets", {}).items():
        form.formsets[name] = with_deleted_as_new(formset, stored.form.formsets[name])


def _with_marks(get_context_data: Callable[..., dict]) -> Callable[..., dict]:
    @wraps(get_context_data)
    def get(view: EditView, **kwargs: Any) -> dict[str, Any]:
        context = get_context_data(view, **kwargs)
        if not hasattr(view, "marks"):
            form = context["form"]
            view.marks = Shown(form, _beside(view, form)).marks
        stale = getattr(view, "stale_form", None)
        return context | {FIELD: json.dumps(view.marks), "stale_form": stale}

    return get


def _beside(view: EditView, form: BaseForm) -> list[Beside]:
    """What is edited with a form: rows of its own, permissions of groups, pages of a workflow."""
    beside = [*getattr(form, "formsets", {}).values()]
    beside += getattr(view, "permission_panel_forms", [])
    if hasattr(view, "get_pages_formset") and view.object.active:
        beside.append(view.get_pages_formset())
    return beside


def _as_stored(view: EditView, sent: Shown) -> Shown:
    """The form and what is beside it as they would be loaded now."""
    # Another object than the view's: what is sent has been put into that.
    stored = type(view.object)._base_manager.get(pk=view.object.pk)
    options = view.get_form_kwargs() | {"data": None, "files": None, "instance": stored}
    form = type(sent.form)(**options)
    own = [*getattr(form, "formsets", {}).values()]
    others = sent.beside[len(own) :]
    return Shown(
        form, [*own, *(type(each)(instance=stored, prefix=each.prefix) for each in others)]
    )
