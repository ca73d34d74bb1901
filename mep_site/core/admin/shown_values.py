"""What a form shows of what is stored: in marks, to compare two moments, and in words, for people.

A part of a form is one of its fields, or what is edited beside it: rows, or another small form.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import (
    BaseForm,
    BaseFormSet,
    BooleanField,
    BoundField,
    ChoiceField,
    Field,
    ModelChoiceField,
    ModelMultipleChoiceField,
)
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.utils.formats import localize
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

# Rows that are edited with a form, or another form that is.
Beside = BaseForm | BaseFormSet
MARK_LENGTH = 12
OF_ROWS = {DELETION_FIELD_NAME, ORDERING_FIELD_NAME}
# By the first part of a right's code; all these are messages of Wagtail.
ACTIONS = {
    "add": "Add",
    "change": "Edit",
    "delete": "Delete",
    "bulk_delete": "Bulk delete",
    "publish": "Publish",
    "lock": "Lock",
    "unlock": "Unlock",
    "choose": "Choose",
    "view": "View",
}


def marks_of_parts(form: BaseForm, beside: Iterable[Beside]) -> dict[str, str]:
    """A mark for each part of a form that was not sent; it changes with what is stored."""
    marks = {bound.name: _mark(_plain(bound)) for bound in form}
    for each in beside:
        marks[name_beside(each)] = _mark([_plain_row(row) for row in _stored_forms(each)])
    return marks


def name_beside(each: Beside) -> str:
    """What tells it from all that is edited with the same form."""
    return each.prefix or type(each).__name__


def _stored_forms(each: Beside) -> list[BaseForm]:
    return each.initial_forms if isinstance(each, BaseFormSet) else [each]


def _mark(plain: Any) -> str:
    written = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).hexdigest()[:MARK_LENGTH]


def _plain_row(row: BaseForm) -> dict[str, Any]:
    return {bound.name: _plain(bound) for bound in row if bound.name not in OF_ROWS}


def _plain(bound: BoundField) -> Any:
    """The value without what a database is free to choose: the order of a set."""
    value = bound.field.prepare_value(bound.initial)
    if isinstance(value, list | tuple | set):
        return sorted(map(_plain_value, value))
    return _plain_value(value)


def _plain_value(value: Any) -> str:
    if isinstance(value, Model):
        return str(value.pk)
    return "" if value is None else str(value)


def label_beside(each: Beside) -> str:
    """What it is called: as the model of its rows says, else after its first field."""
    if model := getattr(each, "model", None):
        return capfirst(model._meta.verbose_name_plural)
    form = each.form if isinstance(each, BaseFormSet) else each
    return str(next(iter(form.base_fields.values())).label)


def stored_words(bound: BoundField) -> str:
    """What a field of a form that was not sent shows."""
    return _in_words(bound.field, bound.initial)


def sent_words(bound: BoundField) -> str:
    """What was typed into a field of a form that was validated."""
    cleaned = getattr(bound.form, "cleaned_data", {})
    return _in_words(bound.field, cleaned.get(bound.name, bound.data))


def stored_rows(each: Beside) -> list[str]:
    """What stands beside a form that was not sent, a line for each row."""
    return [_row_in_words(row, stored_words) for row in _stored_forms(each)]


def sent_rows(each: Beside) -> list[str]:
    """What was sent beside a form and is not to be deleted, a line for each row."""
    rows = each.forms if isinstance(each, BaseFormSet) else [each]
    deleted = each.deleted_forms if isinstance(each, BaseFormSet) and each.is_valid() else []
    lines = (_row_in_words(row, sent_words) for row in rows if row not in deleted)
    return [line for line in lines if line]


def _row_in_words(row: BaseForm, words_of: Callable[[BoundField], str]) -> str:
    shown = (bound for bound in row.visible_fields() if bound.name not in OF_ROWS)
    return ", ".join(filter(None, map(words_of, shown)))


def _in_words(field: Field, value: Any) -> str:
    if isinstance(field, BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, ModelMultipleChoiceField):
        return ", ".join(sorted(_names(field, value or [])))
    if isinstance(field, ModelChoiceField):
        return ", ".join(_names(field, [value] if value else []))
    if isinstance(field, ChoiceField):
        return str(dict(field.choices).get(value, "" if value is None else value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else strip_tags(str(localize(value)))


def _names(field: ModelChoiceField, values: Iterable[Any]) -> Iterator[str]:
    """What the choices are called; those that exist no more are left out."""
    given = [value for value in values if isinstance(value, Model)]
    keys = [_key(field, value) for value in values if not isinstance(value, Model)]
    # One by one: a number too large for the database is none of it, and an error in a list.
    found = [field.queryset.filter(pk=key).first() for key in keys if key is not None]
    return (_name(field, value) for value in [*given, *found] if value)


def _name(field: ModelChoiceField, value: Model) -> str:
    return _right(value) if isinstance(value, Permission) else str(field.label_from_instance(value))


def _right(permission: Permission) -> str:
    """What a right is called in the reader's language; its own name is stored in English."""
    of_what = permission.content_type
    action = permission.codename.removesuffix(f"_{of_what.model}")
    if action not in ACTIONS:
        return _(permission.name)
    return f"{of_what.name}: {_(ACTIONS[action])}"


def _key(field: ModelChoiceField, value: Any) -> Any:
    """A key as the database has it; ``None`` for what was sent and is none."""
    try:
        return field.queryset.model._meta.pk.to_python(value)
    except ValidationError:
        return None
