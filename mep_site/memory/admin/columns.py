"""Cells that name the language of what they show."""

from typing import Any

from wagtail.admin.ui.tables import Column

from mep_site.translations.languages import authoritative

from ..models import MemoryPair
from ..permissions import languages_kept_by


class ChineseColumn(Column):
    """A Chinese text."""

    cell_template_name = "memory/text_cell.html"

    def get_cell_context_data(
        self, instance: MemoryPair, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """``language`` is that of the text."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"language": authoritative()}


class TranslationColumn(ChineseColumn):
    """A text in the language of its pair."""

    def get_cell_context_data(
        self, instance: MemoryPair, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"language": instance.get_language()}


class OriginColumn(Column):
    """The page or the file that a pair is from, and the person."""

    cell_template_name = "memory/origin_cell.html"


class RemovalColumn(Column):
    """Leads to where a pair is taken out of the memory, for those who may do so."""

    cell_template_name = "memory/removal_cell.html"

    def get_cell_context_data(
        self, instance: MemoryPair, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """``may_remove`` says whether the user may."""
        context = super().get_cell_context_data(instance, parent_context)
        kept = languages_kept_by(parent_context["request"].user)
        return context | {"may_remove": instance.get_language() in kept}
