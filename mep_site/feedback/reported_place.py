"""What an error report is about: a page, and perhaps a paragraph of it."""

from dataclasses import dataclass

from django.http import HttpRequest

from mep_site.core.models import BasePage
from mep_site.core.views import public_page
from mep_site.translations.content.content import Content
from mep_site.translations.content.marks import place_of_units
from mep_site.translations.languages import Language, active_language
from mep_site.translations.reading.changed_passages import as_read

QUOTED_CHARACTERS = 200


@dataclass(frozen=True)
class ReportedPlace:
    """A page in the active language (``None``: the site as a whole) and a paragraph of it."""

    page: BasePage | None = None
    address: str = ""
    paragraph: str = ""
    text: str = ""

    @property
    def quotation(self) -> str:
        """The beginning of the paragraph."""
        is_long = len(self.text) > QUOTED_CHARACTERS
        return self.text[:QUOTED_CHARACTERS].rstrip() + "…" if is_long else self.text


def find_place(request: HttpRequest, page_id: int | None, paragraph: str) -> ReportedPlace:
    """The place that a visitor names; ``Http404`` if they may not read the page.

    A paragraph that the page does not have, or not any more, is left out.
    """
    if page_id is None:
        return ReportedPlace(address=f"/{active_language().code}/")
    page = public_page(request, page_id)
    text = text_at(page, paragraph, active_language()) if paragraph else ""
    return ReportedPlace(page, page.get_url(request) or "", paragraph if text else "", text)


def text_at(page: BasePage, place: str, language: Language) -> str:
    """What visitors read at a place of a public page, without markup; empty if there is no such.

    A place is the id of a block, the key of a row, or the name of a field.
    """
    content = Content.of(page)
    by_id = {unit.id: unit for unit in content.units(language)}
    found = [
        by_id[name]
        for name, owner in place_of_units(content, language, by_id)
        if owner == place and by_id[name].is_shown
    ]
    return "\n".join(filter(None, (as_read(unit, unit.text).strip() for unit in found)))
