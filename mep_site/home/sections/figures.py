"""Figures of the environment: single numbers, and small tables that are drawn."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from mep_site.charts import Point, drawn
from mep_site.core.blocks.table import TableBlock
from mep_site.translations.languages import active_language
from mep_site.translations.languages.dates import PartialDate

from .section import HomeSection, Value


class PartialDateBlock(blocks.CharBlock):
    """A date known to the day, the month or the year: a fact, the same in every language."""

    is_fact = True

    def clean(self, value: str) -> str:
        """Refuse what is no date, and say how one is written."""
        value = super().clean(value)
        try:
            return value and str(PartialDate.parse(value.strip()))
        except ValueError as error:
            raise ValidationError(
                _("Enter a date that exists as YYYY-MM-DD, YYYY-MM or YYYY.")
            ) from error

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Appear as Wagtail's block in migrations."""
        _name, arguments, options = super().deconstruct()
        return "wagtail.blocks.CharBlock", arguments, options


def source_block() -> blocks.CharBlock:
    """Where a figure comes from."""
    return blocks.CharBlock(label=_("Source"), help_text=_("The body that publishes the figure."))


def date_block() -> PartialDateBlock:
    """Of when a figure is."""
    return PartialDateBlock(
        label=_("As of"), help_text=_("YYYY-MM-DD, or YYYY-MM or YYYY if no more is known.")
    )


class FigureBlock(blocks.StructBlock):
    """One number with what it says, its source and its date."""

    number = blocks.DecimalBlock(label=_("Number"))
    unit = blocks.CharBlock(
        label=pgettext_lazy("of a figure", "Unit"),
        required=False,
        help_text=_("Stands after the number, such as a percent sign."),
    )
    label = blocks.CharBlock(label=_("What it says"))
    date = date_block()
    source = source_block()


class FiguresSection(HomeSection):
    """Single numbers side by side."""

    usual_heading = _("The environment in figures")

    figures = blocks.ListBlock(FigureBlock(label=_("Figure")), label=_("Figures"))

    class Meta:
        icon = "order"
        label = _("Figures")
        description = _("Single numbers, each with its source and date.")
        template = "home/sections/figures.html"
        preview_value = {
            "figures": [
                {
                    "number": "87.2",
                    "unit": "%",
                    "label": "Days with good air",
                    "date": "2024",
                    "source": "Example data",
                }
            ]
        }

    def entries(self, value: Value) -> Sequence[Value]:
        return list(value["figures"])


class ChartValue(blocks.StructValue):
    """A small table that is drawn."""

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.get("heading") or self["table"].caption or ""

    @property
    def can_be_drawn(self) -> bool:
        """Whether the table is one of labels and numbers, with a name."""
        table = self["table"]
        kinds = [column["block"].name for column in table.columns]
        return kinds == ["text", "number"] and bool(table.caption) and len(self.points) > 1

    @cached_property
    def points(self) -> list[Point]:
        """The rows of the table that have a number: with their labels."""
        return [
            Point(str(label.value), float(number.value))
            for label, number in self["table"].rows
            if number.value is not None
        ]

    @property
    def drawing(self) -> SafeString:
        """The chart as SVG, for the active language."""
        return drawn(self["kind"], self.name, tuple(self.points), active_language())


class ChartSection(HomeSection):
    """A line or bars, with the table behind them."""

    kind = blocks.ChoiceBlock(
        label=pgettext_lazy("of a chart", "Kind"),
        choices=[
            ("line", pgettext_lazy("chart", "Line: how something changes over time")),
            ("bars", pgettext_lazy("chart", "Bars: how places or kinds differ")),
        ],
        default="line",
    )
    table = TableBlock(
        label=_("Table"),
        help_text=_(
            "A column of text and one of numbers, with two rows or more. Its caption says what is "
            "shown, with the unit."
        ),
    )
    date = date_block()
    source = source_block()

    class Meta:
        icon = "table"
        label = _("Chart")
        description = _("A small table, drawn as a line or as bars.")
        template = "home/sections/chart.html"
        value_class = ChartValue
        preview_value = {
            "kind": "bars",
            "table": {
                "caption": "Days with good air",
                "columns": [
                    {"type": "text", "heading": "City"},
                    {"type": "number", "heading": "Days"},
                ],
                "rows": [{"values": ["Harbin", "302"]}, {"values": ["Xi’an", "224"]}],
            },
            "date": "2024",
            "source": "Example data",
        }

    def clean(self, value: Value) -> ChartValue:
        """Refuse a table that cannot be drawn, except in a draft, and say what one looks like."""
        value = super().clean(value)
        if not (self.is_deferred_validation or value.can_be_drawn):
            raise blocks.StructBlockValidationError(
                {
                    "table": ValidationError(
                        _(
                            "A chart needs a caption, a column of text, then one of numbers, "
                            "and at least two rows with a number."
                        )
                    )
                }
            )
        return value

    def entries(self, value: ChartValue) -> Sequence[Point]:
        """Its points; none of a table that is not finished."""
        return value.points if value.can_be_drawn else []

    def get_context(
        self, value: ChartValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The heading is the caption of the table, unless an editor wrote another one."""
        return {**super().get_context(value, parent_context), "heading": value.name}
