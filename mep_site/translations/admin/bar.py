"""The bar above the edit form that leads from one language of a page to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.models import AbstractPage

from ..languages import Language, authoritative, get_language
from ..models import Edition
from ..permissions import Right, may
from ..statuses import ABSENT, Status, editions_of, statuses_of
from .scope import edit_url, leading_language_of

SHORT_NAMES = {"zh-hans": "中", "en": "EN", "ru": "RU"}


def short_name(language: Language) -> str:
    """What a language is called where there is little room."""
    return SHORT_NAMES.get(language.code, language.code.upper())


@dataclass(frozen=True)
class BarEntry:
    """A language in the bar; without an address if the user may not edit it."""

    edition: Edition
    language: Language
    is_current: bool
    url: str

    @property
    def statuses(self) -> list[Status]:
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
        return self.edition.scheduled_for

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
            url = edit_url(self.page, language) if may(self.user, Right.EDIT, language) else ""
            yield BarEntry(edition, language, language == self.language, url)

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """What the template shows."""
        edition = self.editions[self.language.code] if self.language else None
        leading = leading_language_of(self.page)
        return {
            "entries": list(self.entries()),
            "is_partial": (parent_context or {}).get("is_partial", False),
            "edition": edition,
            "leads_instead": leading if leading != authoritative() else None,
            "is_submitted": bool(edition) and edition.step == Edition.Step.SUBMITTED,
            "is_returned": bool(edition) and edition.step == Edition.Step.RETURNED,
            "may_publish": bool(edition) and may(self.user, Right.PUBLISH, self.language),
        }
