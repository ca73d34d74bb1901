"""What the sections of the home page have in common."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from mep_site.core.addresses.public_links import is_public
from mep_site.core.models import BasePage
from mep_site.translations.languages import active_language

Value = blocks.StructValue


class HomeSection(blocks.StructBlock):
    """A part of the home page under a heading; of one without entries nothing is shown."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, help_text=_("If empty, the usual one stands there.")
    )

    # What stands there where no editor has written a heading.
    usual_heading: Any = ""

    def pages(self, value: Value) -> Iterable[BasePage | None]:
        """The pages that the value refers to, of which :func:`can_be_read` will be asked."""
        return ()

    def entries(self, value: Value) -> Sequence[Any]:
        """What is shown below the heading, in the active language."""
        raise NotImplementedError

    def get_context(
        self, value: Value, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``heading`` and ``entries``."""
        return {
            **super().get_context(value, parent_context),
            "heading": value.get("heading") or self.usual_heading,
            "entries": self.entries(value),
        }


def can_be_read(page: BasePage | None) -> bool:
    """Whether the public can read a page in the active language."""
    return bool(page) and is_public(page) and active_language() in page.live_languages
