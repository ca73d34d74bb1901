"""Panels that only the scope of one language has."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, HiddenInput, Media
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.panels import Panel, TabbedInterface
from wagtail.admin.ui.components import Component

from ...freshness.progress import UnitState
from ...models import AuthoritativeChange
from ...permissions import PermissionType, languages_for
from ..scope import PARAMETER, with_language
from .editors import RestingEditor, options_of, resting_text
from .forms import TranslationForm, note_name
from .linked_pages import known_pages
from .unit_rows import UnitRow, sources_for_reading


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

    ``source_html`` is the source for reading. ``previous`` and ``following`` are the rows in which
    there is something to see. ``is_first`` is the first that is open, else the first to do.
    """

    row: UnitRow
    source_html: SafeString
    text: BoundField
    source: BoundField
    done: BoundField | None
    answer: BoundField | None
    previous: UnitRow | None
    following: UnitRow | None
    is_first: bool

    @property
    def is_formatted(self) -> bool:
        return isinstance(self.text.field.widget, RestingEditor)

    @property
    def resting(self) -> SafeString:
        return resting_text(self.text.value() or "")


def bound_rows(form: TranslationForm) -> Iterator[BoundRow]:
    """The texts of a form with their fields."""
    rows = form.unit_rows
    # What is behind or in work first, then what was never translated.
    to_do = (row for row in rows if row.state not in {None, UnitState.DONE})
    first = next((row for row in rows if row.is_open), None) or next(to_do, None)
    neighbours = _rows_beside(rows)
    for row, html, (previous, following) in zip(
        rows, sources_for_reading(rows), neighbours, strict=True
    ):
        yield BoundRow(
            row,
            html,
            form[row.text_name],
            form[row.source_name],
            form[row.done_name] if row.done_name in form.fields else None,
            form[row.answer_name] if row.answer_name in form.fields else None,
            previous,
            following,
            row is first,
        )


def _rows_beside(rows: list[UnitRow]) -> Iterator[tuple[UnitRow | None, UnitRow | None]]:
    """For each row the one before and the one after it in which there is something to see."""
    worth = [at for at, row in enumerate(rows) if row.is_worth_a_look]
    for at in range(len(rows)):
        before, after = bisect_left(worth, at) - 1, bisect_right(worth, at)
        yield (
            rows[worth[before]] if before >= 0 else None,
            rows[worth[after]] if after < len(worth) else None,
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

        @cached_property
        def beside(self) -> list[Component]:
            """What other apps put beside the texts, by the hook ``insert_beside_units``."""
            inserts = hooks.get_hooks("insert_beside_units")
            return [insert(self.form, self.request) for insert in inserts]

        @property
        def media(self) -> Media:
            own = Media(js=[Script("js/admin/units.js", type="module")])
            return sum((each.media for each in self.beside), own)

        def render_html(self, parent_context: Any = None) -> SafeString:
            with known_pages(row.unit.text for row in self.form.unit_rows):
                return super().render_html(parent_context)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            rows = self.form.unit_rows
            return {
                **super().get_context_data(parent_context),
                "rows": list(bound_rows(self.form)),
                "done_value": UnitState.DONE.value,
                "beside": self.beside,
                "editors": options_of(field.widget for field in self.form.fields.values()),
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
