"""Panels that only the scope of one language has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, HiddenInput
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext
from wagtail.admin.panels import Panel, TabbedInterface

from ...freshness.progress import UnitState
from ...models import AuthoritativeChange
from ...permissions import PermissionType, languages_for
from ..scope import PARAMETER, with_language
from .forms import TranslationForm, note_name
from .unit_rows import UnitRow


class EditionTabs(TabbedInterface):
    class BoundPanel(TabbedInterface.BoundPanel):
        def render_form_content(self) -> SafeString:
            """Above the tabs: what is missing, which every answer to autosave says anew."""
            missing = render_to_string("translations/missing.html", {"form": self.form})
            return format_html(
                '<div id="edition-missing" aria-live="polite">{}</div>{}',
                missing,
                super().render_form_content(),
            )

        def render_missing_fields(self) -> SafeString:
            """The language, and what no panel shows: some forms make fields of their own."""
            shown = self.form.fields_of_panels
            hidden = (
                str(self.form[name])
                for name in self.form.fields
                if name not in shown and name not in self.panel.get_form_options()["fields"]
            )
            language = HiddenInput().render(PARAMETER, self.instance.edition_language.code)
            return mark_safe("".join([language, *hidden]))  # noqa: S308 - rendered by widgets


@dataclass(frozen=True)
class BoundRow:
    """A row of the translation form with its bound fields, and where to look next.

    ``previous`` and ``following`` are the rows in which there is something to see. ``is_first`` is
    the first that is open.
    """

    row: UnitRow
    text: BoundField
    source: BoundField
    done: BoundField | None
    answer: BoundField
    previous: UnitRow | None
    following: UnitRow | None
    is_first: bool


def bound_rows(form: TranslationForm) -> Iterator[BoundRow]:
    """The texts of a form with their fields."""
    rows = form.unit_rows
    first = next((row for row in rows if row.is_open), None)
    for at, row in enumerate(rows):
        yield BoundRow(
            row,
            form[row.text_name],
            form[row.source_name],
            form[row.done_name] if row.done_name in form.fields else None,
            form[row.answer_name],
            next((each for each in reversed(rows[:at]) if each.is_worth_a_look), None),
            next((each for each in rows[at + 1 :] if each.is_worth_a_look), None),
            row is first,
        )


def summary(rows: Iterable[UnitRow]) -> list[str]:
    """What there is to see in these rows: how many texts changed, and how far the others are."""
    rows = list(rows)
    changed = sum(row.has_changed_text for row in rows)
    in_work = sum(row.state == UnitState.IN_WORK for row in rows)
    behind = sum(row.is_behind for row in rows)
    unknown = sum(row.is_unrecorded for row in rows)
    missing = sum(row.is_missing for row in rows)
    sentences = (
        (changed, ngettext("%(count)s text changed", "%(count)s texts changed", changed)),
        (in_work, ngettext("%(count)s text in work", "%(count)s texts in work", in_work)),
        (behind, ngettext("%(count)s text behind", "%(count)s texts behind", behind)),
        (
            unknown,
            ngettext(
                "%(count)s text of unknown source", "%(count)s texts of unknown source", unknown
            ),
        ),
        (
            missing,
            ngettext("%(count)s text not translated", "%(count)s texts not translated", missing),
        ),
    )
    return [sentence % {"count": count} for count, sentence in sentences if count]


class UnitsPanel(Panel):
    """The texts of a translation, each beside its source text."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "translations/units_panel.html"

        class Media:
            js = ("js/admin/units.js",)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            rows = self.form.unit_rows
            return {
                **super().get_context_data(parent_context),
                "rows": list(bound_rows(self.form)),
                "language": self.instance.edition_language,
                "source_language": self.form.source.language,
                "summary": summary(rows),
                "first_change": next((row for row in rows if row.is_worth_a_look), None),
                "changed_meanwhile": self.form.changed_meanwhile,
                "has_behind": any(row.is_open and row.has_changed_source for row in rows),
                "has_unrecorded": any(row.is_unrecorded for row in rows),
                "has_states": self.form.source.has_pins,
                "has_undone": any(row.state not in {None, UnitState.DONE} for row in rows),
                "change_notes": self._change_notes,
            }

        @property
        def _change_notes(self) -> list[tuple[AuthoritativeChange, BoundField | None]]:
            """What changed since the translation was made, with the field for its note."""
            names = {change: note_name(change) for change in self.form.changes}
            return [
                (change, self.form[name] if name in self.form.fields else None)
                for change, name in names.items()
            ]

    def get_form_options(self) -> dict[str, Any]:
        """The form brings its fields itself."""
        return {}


class StartPanel(Panel):
    """In which language a new page is started."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on the form of a page that does not exist yet."""

        template_name = "translations/start_panel.html"

        def is_shown(self) -> bool:
            """Whether the page is new."""
            return self.instance is not None and self.instance.pk is None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the languages to choose from."""
            path = self.request.path
            return {
                **super().get_context_data(parent_context),
                "language": self.instance.edition_language,
                "choices": [
                    {"language": language, "url": with_language(path, language)}
                    for language in languages_for(self.request.user, PermissionType.EDIT)
                ],
            }


class ChangePanel(Panel):
    """What a change of the Chinese text means for the translations that are public."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on a form; shown where there are such translations."""

        template_name = "translations/change_panel.html"

        def is_shown(self) -> bool:
            return bool(self.form) and self.form.asks_for_change

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the fields that the form made."""
            return {
                **super().get_context_data(parent_context),
                "kind": self.form["change_kind"],
                "notes": [
                    self.form[name] for name in self.form.fields if name.startswith("change_note_")
                ],
            }
