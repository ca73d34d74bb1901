"""Blocks that lead to other pages or to people."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from mep_site.translations.languages import active_language

from ..facts.reaching import office_line
from ..facts.telephones import numbers_for
from ..loading.references import LoadedChooser


class LoadedPageChooser(LoadedChooser, blocks.PageChooserBlock):
    """Chooses a page."""


class RelatedPagesBlock(blocks.StructBlock):
    """Links to pages of this site, with their titles in the reader's language."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    pages = blocks.ListBlock(LoadedPageChooser(label=_("Page")), label=_("Pages"))

    def get_preview_value(self) -> blocks.StructValue:
        """The first pages of the site."""
        pages = self.child_blocks["pages"].child_block.model_class.objects
        first = pages.published().filter(depth__gt=2).order_by("path")[:3]
        return self.to_python({"heading": "See also", "pages": [page.pk for page in first]})

    class Meta:
        icon = "link"
        label = _("Related pages")
        description = _("Links to other pages of this site. Their titles follow the language.")
        template = "core/blocks/related_pages.html"
        preview_value = None


class TelephoneBlock(blocks.CharBlock):
    """A telephone number: the same in every language, so translations take it from the Chinese."""

    is_fact = True

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Appear as Wagtail's block in migrations."""
        _, arguments, options = super().deconstruct()
        return "wagtail.blocks.CharBlock", arguments, options


class ContactBlock(blocks.StructBlock):
    """How to reach somebody about the subject of the text."""

    office = blocks.CharBlock(label=_("Office"))
    address = blocks.CharBlock(label=_("Address"), required=False)
    telephone = TelephoneBlock(label=_("Telephone"), required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)

    def search_line(self, value: dict[str, str]) -> str:
        """What the search reads of a stored value, in the active language."""
        number = numbers_for(value.get("telephone") or "", active_language())
        return office_line(value.get("office") or "", {**value, "telephone": number})

    class Meta:
        icon = "mail"
        label = _("Contact")
        description = _("Whom to ask about this text.")
        template = "core/blocks/contact.html"
        preview_value = {
            "office": "Secretariat of the working group",
            "address": "1 Example Street",
            "telephone": "",
            "email": "secretariat@example.org",
        }
