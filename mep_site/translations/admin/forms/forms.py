"""The forms of a page in the scope of one language.

The form of the source language holds its texts, the facts and the structure; that of a translation
holds a field for each text. Neither contains a field that its user may not change.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from ...content.columns import text_fields
from ...content.content import Content
from ...content.pins import FINGERPRINT_LENGTH
from ...content.rows import row_relations
from ...freshness.progress import UnitState
from ...languages import authoritative, languages
from ...languages.text import has_text
from ...models import AuthoritativeChange, Edition
from ...permissions import PermissionType, may
from ...provenance import note_answers
from ...reading.freshness_notice import material_changes
from .saving import seen_in, write_back
from .sources import source_of
from .unit_rows import (
    UnitRow,
    field_name,
    form_field,
    name_of_words,
    unit_of_field,
    unit_rows,
)


class EditionForm(WagtailAdminPageForm):
    """Refuses values for fields of the page that the form does not offer.

    ``fields_of_panels`` are the fields that the form makes itself, for panels that show them.
    The title may lack in a draft and nowhere else: an edition exists by it.
    """

    title_name = ""

    @property
    def lacks_title(self) -> bool:
        """Whether there is a text, or is to be, and no title to publish it under."""
        is_untitled = self.instance.pk and not has_text(self[self.title_name].value())
        return bool(is_untitled and self._is_begun)

    @property
    def _is_begun(self) -> bool:
        """Whether the edition holds anything; a page can't be without its source text."""
        page, language = self.instance, self.instance.edition_language
        return (
            language == page.get_source_language()
            or bool(Content.of(page).texts(language))
            or Edition.objects.live().in_language(language).filter(page_id=page.pk).exists()
        )

    def require_title(self) -> None:
        """Ask for the title, in words that say what for."""
        field = self.fields[self.title_name]
        field.required = True
        field.error_messages["required"] = _(
            "Enter a title. Without one the text stays a draft: it can’t be submitted or published."
        )

    def defer_required_fields(self) -> None:
        """Let a draft be without a title, which somebody may be retyping."""
        super().defer_required_fields()
        title = self.fields[self.title_name]
        if title.required:
            title.required = False
            self.deferred_required_fields.append(self.title_name)

    @property
    def fields_of_panels(self) -> set[str]:
        """The names of the fields that are not columns of the page."""
        return set(self.fields) - set(self.base_fields)

    @property
    def asks_for_change(self) -> bool:
        """Whether the form asks what a change of the Chinese means."""
        return "change_kind" in self.fields

    def clean(self) -> dict[str, Any]:
        """Add an error if the request names a field of another language, a fact or a row."""
        # The page, which is validated after the form, asks for less then.
        self.instance.is_unfinished = self.is_deferred_validation and bool(self.instance.pk)
        cleaned_data = super().clean()
        if any(self._is_foreign(name) for name in self.data):
            self.add_error(
                None,
                _(
                    "Part of what was sent belongs to another language or to the facts of the "
                    "page, and you may not change that here. Nothing was saved. Load the page "
                    "again and enter your text once more."
                ),
            )
        return cleaned_data

    def _is_foreign(self, name: str) -> bool:
        """Whether a sent value is meant for a field or for rows that the form lacks."""
        subject = name.split("-", maxsplit=1)[0]
        return subject in self._subjects_of_page() - set(self.fields) - set(self.formsets)

    def _subjects_of_page(self) -> set[str]:
        model = self._meta.model
        rows = {relation.get_accessor_name() for relation in row_relations(model)}
        return rows | {field.name for field in model._meta.concrete_fields}


class RowForm(WagtailAdminModelForm):
    """A row; carries the key by which the row is known in every draft and language."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["key"] = self.fields["key"].initial = self.instance.key

    def clean(self) -> dict[str, Any]:
        """Give the row the key that was sent, if one was."""
        cleaned_data = super().clean()
        if cleaned_data.get("key"):
            self.instance.key = cleaned_data["key"]
        return cleaned_data

    def has_changed(self) -> bool:
        """Whether anything but the key of a new row differs."""
        return set(self.changed_data) - {"key"} != set()


class SourceForm(EditionForm):
    """The form of the language to which structure and facts belong.

    Over translations that are live it asks what a change means for them.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title_name = self.instance.edition_language.column("title")
        self.require_title()
        if "slug" in self.fields:
            # The page makes one from its titles before it is validated.
            self.fields["slug"].required = False
        self._words_of_rows = {
            row.key: row for relation in self._relations() for row in self._rows(relation)
        }
        if self._changes_what_is_translated():
            self._add_change_fields()

    def _changes_what_is_translated(self) -> bool:
        """Whether the form is of a Chinese text that is live together with translations."""
        if not self.instance.pk or self.instance.edition_language != authoritative():
            return False
        live = set(
            Edition.objects.live()
            .filter(page_id=self.instance.pk)
            .values_list("language", flat=True)
        )
        return authoritative().code in live and len(live) > 1

    def _relations(self) -> Iterator[str]:
        for relation in row_relations(self._meta.model):
            yield relation.get_accessor_name()

    def _rows(self, relation: str) -> list[Model]:
        return list(getattr(self.instance, relation).all())

    def _add_change_fields(self) -> None:
        """What the change means, and the public note on it in every language."""
        change = self.instance.change
        self.fields["change_kind"] = forms.ChoiceField(
            choices=AuthoritativeChange.Kind,
            required=False,
            widget=forms.RadioSelect,
            label=_("What this change means for the translations"),
            initial=change.get("kind"),
        )
        for language in languages():
            self.fields[f"change_note_{language.suffix}"] = forms.CharField(
                max_length=500,
                required=False,
                widget=forms.TextInput,
                label=language.name,
                initial=(change.get("note") or {}).get(language.code, ""),
            )

    def require_change_kind(self) -> None:
        """Add an error if the Chinese text is to be published over translations without a kind."""
        if self.asks_for_change and not self.cleaned_data.get("change_kind"):
            self.add_error(
                "change_kind",
                _(
                    "Translations of this page are public. Say what your change means for them, "
                    "then publish again."
                ),
            )

    def save(self, commit: bool = True) -> Model:
        """Save, and keep the words that new rows have in other languages."""
        page = super().save(commit=False)
        if self.asks_for_change:
            page.change = self._change()
        for relation in self._relations():
            self._keep_words(self._rows(relation))
        if commit:
            page.save()
            self.save_m2m()
        return page

    def _change(self) -> dict[str, Any]:
        notes = {
            language.code: self.cleaned_data.get(f"change_note_{language.suffix}") or ""
            for language in languages()
        }
        return {"kind": self.cleaned_data.get("change_kind") or "", "note": notes}

    def _keep_words(self, rows: list[Model]) -> None:
        """Give rows without a primary key, which the form builds anew, their translations back."""
        for row in rows:
            known = self._words_of_rows.get(row.key)
            if row.pk is None and known is not None and known is not row:
                for field in text_fields(type(row)):
                    for language in languages():
                        if language != self.instance.edition_language:
                            column = language.column(field.name)
                            setattr(row, column, getattr(known, column))


class TranslationForm(EditionForm):
    """A field for each text of a translation, beside the Chinese that it translates."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source_of(self.instance)
        self.unit_rows: list[UnitRow] = list(unit_rows(self.instance, self.source))
        for row in self.unit_rows:
            self._add_fields(row)
        self.title_name = field_name("unit", "title")
        self.require_title()
        self.changes = list(self._unfollowed_changes())
        for change in self.changes:
            self._add_note(change)

    def _add_fields(self, row: UnitRow) -> None:
        self.fields[row.text_name] = form_field(row.unit)
        self.initial[row.text_name] = row.unit.text
        self.fields[row.source_name] = forms.CharField(
            required=False, max_length=FINGERPRINT_LENGTH, widget=forms.HiddenInput
        )
        self.initial[row.source_name] = row.source_fingerprint
        if row.state is not None:
            self.fields[row.done_name] = forms.BooleanField(
                required=False,
                label=_("Done: this translates the Chinese beside it"),
            )
            self.initial[row.done_name] = row.state == UnitState.DONE
        if row.is_machine or row.answer_name in self.data:
            self._add_answer(row)

    def _add_answer(self, row: UnitRow) -> None:
        """A box by which somebody answers for a machine's text: for the words that stand there."""
        self.fields[row.answer_name] = forms.BooleanField(
            required=False,
            label=_("I have read this machine proposal and answer for it as it stands"),
            widget=forms.CheckboxInput(
                attrs={
                    "value": name_of_words(row.unit.text),
                    "aria-describedby": f"id_{row.text_name}-label",
                }
            ),
        )
        self.initial[row.answer_name] = row.is_confirmed

    def _unfollowed_changes(self) -> QuerySet[AuthoritativeChange]:
        """The newest changes of the Chinese of which readers of this translation are told."""
        if not any(row.is_open and row.has_changed_source for row in self.unit_rows):
            return AuthoritativeChange.objects.none()
        return material_changes(self.instance)[:3]

    def _add_note(self, change: AuthoritativeChange) -> None:
        """A field for the public note, for whoever may publish: it is public at once."""
        language = self.instance.edition_language
        if self.for_user and may(self.for_user, PermissionType.PUBLISH, language):
            self.fields[note_name(change)] = forms.CharField(
                max_length=500, required=False, label=_("Public note in this language")
            )
            self.initial[note_name(change)] = getattr(change, language.column("note")) or ""

    def _orphaned_texts(self) -> dict[str, str]:
        """What was typed for texts that have been removed since the form was loaded."""
        sent = {unit_of_field(name): self.data[name] for name in self.data}
        known = {row.unit.id for row in self.unit_rows}
        return {unit: text for unit, text in sent.items() if unit and text and unit not in known}

    def save(self, commit: bool = True) -> Model:
        """Write the texts into the page, and how far each of them is."""
        page = super().save(commit=False)
        write_back(page, self.source, self.unit_rows, self.cleaned_data, self._orphaned_texts())
        page.public_content = self.source.live
        self._answer(page)
        self._save_notes()
        if commit:
            page.save()
            self.save_m2m()
        return page

    def _answer(self, page: Model) -> None:
        """Note for which machine's texts the writer of the form answers, or no more."""
        answers = {
            row.unit.id: is_answered
            for row in self.unit_rows
            if (is_answered := self._is_answered(row)) or row.is_confirmed
        }
        note_answers(page, answers, self.for_user)

    def _is_answered(self, row: UnitRow) -> bool:
        """Whether the box is ticked; one that was ticked for other words does not count.

        A box that a script has put beside a proposal has no words of its own yet.
        """
        about = self.data.get(row.answer_name)
        text = self.cleaned_data[row.text_name] or ""
        return bool(about) and has_text(text) and about in {"on", name_of_words(text)}

    @property
    def changed_meanwhile(self) -> list[UnitRow]:
        """The texts whose source was published anew after a form that was sent was handed out."""
        if not self.is_bound:
            return []
        return [
            row
            for row in self.unit_rows
            if row.is_published
            and row.source_unit
            and seen_in(row, self.cleaned_data) != row.source_fingerprint
        ]

    def _save_notes(self) -> None:
        column = self.instance.edition_language.column("note")
        for change in self.changes:
            if note_name(change) in self.changed_data:
                setattr(change, column, self.cleaned_data[note_name(change)])
                change.save(update_fields=[column])


def note_name(change: AuthoritativeChange) -> str:
    """The name of the form field for the public note on a change."""
    return f"public_note_{change.pk}"
