"""Panels that only the scope of one language has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, HiddenInput
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.panels import Panel, TabbedInterface

from ..models import SourceChange
from ..permissions import Right, languages_for
from .forms import note_name
from .scope import PARAMETER, with_language
from .units import UnitRow


class EditionTabs(TabbedInterface):
    """The tabs of an edition."""

    class BoundPanel(TabbedInterface.BoundPanel):
        """The tabs on a form."""

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
    """A row of the translation form with its bound fields."""

    row: UnitRow
    text: BoundField
    source: BoundField
    still: BoundField | None


class UnitsPanel(Panel):
    """The texts of a translation, each beside the source that it renders."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on a form, which knows the texts."""

        template_name = "translations/units_panel.html"

        def bound_rows(self) -> Iterator[BoundRow]:
            """The texts with their fields."""
            for row in self.form.unit_rows:
                has_still = row.still_name in self.form.fields
                yield BoundRow(
                    row,
                    self.form[row.text_name],
                    self.form[row.source_name],
                    self.form[row.still_name] if has_still else None,
                )

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what the template shows."""
            return {
                **super().get_context_data(parent_context),
                "form": self.form,
                "rows": list(self.bound_rows()),
                "language": self.instance.edition_language,
                "source_language": self.form.source.language,
                "has_behind": any(row.is_behind for row in self.form.unit_rows),
                "has_unpinned": self._has_unpinned,
                "change_notes": self._change_notes,
            }

        @property
        def _has_unpinned(self) -> bool:
            return self.form.source.has_pins and any(
                row.original and not row.pin and row.unit.text for row in self.form.unit_rows
            )

        @property
        def _change_notes(self) -> list[tuple[SourceChange, BoundField | None]]:
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
                    for language in languages_for(self.request.user, Right.EDIT)
                ],
            }


class ChangePanel(Panel):
    """What a change of the Chinese text means for the translations that are public."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on a form; shown where there are such translations."""

        template_name = "translations/change_panel.html"

        def is_shown(self) -> bool:
            """Whether the form asks."""
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
