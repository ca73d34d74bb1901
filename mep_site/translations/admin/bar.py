"""The bar above the edit form that leads from one language of a page to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import AbstractPage

from ..languages import Language, authoritative, get_language
from ..models import Edition
from ..permissions import Right, may
from .leading import may_let_chinese_lead
from .scope import edit_url


@dataclass(frozen=True)
class BarEntry:
    """A language in the bar; without an address if the user may not edit it."""

    edition: Edition
    language: Language
    is_current: bool
    url: str

    @property
    def shows_freshness(self) -> bool:
        """Whether the entry says how the translation stands to the Chinese text."""
        return self.edition.is_live and not self.language.is_authoritative


class EditionBar(Component):
    """The languages of a page, each with the state of its edition."""

    template_name = "translations/edition_bar.html"

    def __init__(self, page: AbstractPage, language: Language, user: AbstractBaseUser) -> None:
        self.page, self.language, self.user = page, language, user
        self.editions = Edition.objects.of_page(page)

    def entries(self) -> Iterator[BarEntry]:
        """The languages in the order of the site."""
        for code, edition in self.editions.items():
            language = get_language(code)
            url = edit_url(self.page, language) if may(self.user, Right.EDIT, language) else ""
            yield BarEntry(edition, language, language == self.language, url)

    def _lead_url(self) -> str:
        """Where the Chinese text is let lead, for whoever may do that."""
        may_lead = may_let_chinese_lead(self.user, self.page)
        return reverse("editions:lead", args=[self.page.pk]) if may_lead else ""

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """What the template shows."""
        leading = self.page.get_leading_language()
        return {
            "entries": list(self.entries()),
            "leads_instead": leading if leading != authoritative() else None,
            "lead_url": self._lead_url(),
        }
