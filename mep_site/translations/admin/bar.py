"""The bar above the edit form that leads from one language of a page to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.models import AbstractPage

from ..languages import Language, authoritative, get_language
from ..models import Edition
from ..permissions import PermissionType, may
from ..permissions.page_permissions import may_make_chinese_the_source
from .scope import edit_url
from .statuses import ABSENT, EditionStatus, editions_of, statuses_of


@dataclass(frozen=True)
class BarEntry:
    """A language in the bar; without an address if the user may not edit it."""

    edition: Edition
    language: Language
    is_current: bool
    url: str

    @property
    def statuses(self) -> list[EditionStatus]:
        """What there is to say about the text in this language."""
        return statuses_of(self.edition)

    @property
    def is_absent(self) -> bool:
        """Whether there is no text in this language."""
        return ABSENT in self.statuses

    @property
    def withdrawn_at(self) -> datetime | None:
        """Since when it is down."""
        return self.edition.withdrawn_at if self.edition.is_withdrawn else None

    @property
    def goes_live_at(self) -> datetime | None:
        """For when its next publication is approved."""
        return self.edition.go_live_at

    @property
    def expires_at(self) -> datetime | None:
        """When it will be withdrawn by itself."""
        return self.edition.expire_at if self.edition.is_live else None


class EditionBar(Component):
    """The languages of a page, each with the state of its edition.

    ``language`` is the one that is edited, ``None`` where the page is only looked at.
    """

    template_name = "translations/edition_bar.html"

    def __init__(
        self, page: AbstractPage, language: Language | None, user: AbstractBaseUser
    ) -> None:
        self.page, self.language, self.user = page, language, user

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """The editions of the page by the code of their language."""
        return editions_of(self.page)

    def entries(self) -> Iterator[BarEntry]:
        """The languages in the order of the site."""
        for code, edition in self.editions.items():
            language = get_language(code)
            url = (
                edit_url(self.page, language)
                if may(self.user, PermissionType.EDIT, language)
                else ""
            )
            yield BarEntry(edition, language, language == self.language, url)

    def _make_source_url(self) -> str:
        """Where Chinese is made the source language, for whoever may do that."""
        may_make_source = may_make_chinese_the_source(self.user, self.page)
        return reverse("editions:make_source", args=[self.page.pk]) if may_make_source else ""

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        source = self.page.get_source_language()
        return {
            "entries": list(self.entries()),
            "other_source_language": source if source != authoritative() else None,
            "make_source_url": self._make_source_url(),
        }
