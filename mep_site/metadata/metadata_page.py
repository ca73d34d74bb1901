"""A page in the language of a request, and what every description of it needs.

Nothing here asks the database: all was loaded for the page itself.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from mep_site.core.addresses.places import Place
from mep_site.core.addresses.public_links import addresses_of
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.loading.page_pictures import SHARING_FILTER
from mep_site.core.models import BasePage
from mep_site.siteconfig.frame import SiteSettings
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate
from mep_site.translations.languages.text import text_in
from mep_site.translations.models import Edition


@dataclass(frozen=True)
class Picture:
    """A picture with its absolute address, its size in pixels and what it shows."""

    url: str
    width: int
    height: int
    alt: str


@dataclass
class MetadataPage:
    """A live page in the active language, as it answers this request."""

    request: HttpRequest
    page: BasePage
    language: Language
    settings: SiteSettings

    # Addresses

    def absolute(self, path: str) -> str:
        """The address with scheme and host, as the proxy in front names them."""
        return self.request.build_absolute_uri(path)

    def address(self, place: Place) -> str:
        """The absolute address of a place on the site, in the language of the request."""
        return self.absolute(place.get_url())

    @cached_property
    def url(self) -> str:
        """The address of the page itself, whatever was asked for besides."""
        return self.absolute(addresses_of(self.page, self.request)[self.language])

    @property
    def list_number(self) -> int:
        """Which page of its list the page shows; 1 if it has none or shows the first."""
        listed = getattr(self.page, "listed", None)
        return listed.number if listed else 1

    @property
    def canonical(self) -> str:
        """The one address of what is shown.

        A later page of a list has its own. A list that was narrowed down, or a text with another
        beside it, counts as the page itself.
        """
        is_later_page = self.list_number > 1 and set(self.request.GET) == {"page"}
        return f"{self.url}?page={self.list_number}" if is_later_page else self.url

    @cached_property
    def addresses(self) -> dict[Language, str]:
        """The address in every language that the public can read, in the order of the site."""
        own = addresses_of(self.page, self.request)
        return {language: self.absolute(own[language]) for language in self.languages}

    @property
    def alternates(self) -> dict[str, str]:
        """The addresses by ``hreflang``; none for a later page of a list.

        What stands on the second page of a list in one language does not in another. ``x-default``
        is the Chinese edition, or the first that there is.
        """
        if self.list_number > 1:
            return {}
        found = {language.tag: url for language, url in self.addresses.items()}
        return {**found, "x-default": next(iter(found.values()))}

    # The page

    @cached_property
    def languages(self) -> list[Language]:
        """The languages that the public can read the page in."""
        return self.page.live_languages

    @property
    def edition(self) -> Edition:
        return self.page.edition_in(self.language)

    @property
    def title(self) -> str:
        return text_in(self.page, "title", self.language)

    @property
    def description(self) -> str:
        """What the page is about; empty if nobody has said so in this language."""
        return description_of(self.page, self.language)

    @property
    def public_since(self) -> datetime | PartialDate | None:
        """When the text became public, a moment or a calendar date."""
        return self.page.public_since(self.edition)

    @cached_property
    def picture(self) -> Picture | None:
        """The picture that stands for the page in lists, cut for sharing."""
        image = next(iter(self.page.list_images()), None)
        if not image:
            return None
        cut = image.in_language(self.language).get_rendition(SHARING_FILTER)
        alt = text_in(image, "description", self.language) or ""
        return Picture(self.absolute(cut.url), cut.width, cut.height, alt)

    # The site

    @cached_property
    def tree(self) -> SiteTree:
        """Where the page stands."""
        return SiteTree.for_request(self.request)

    @property
    def is_home(self) -> bool:
        return self.page.page_kind == PageKind.HOME

    @cached_property
    def home_url(self) -> str:
        """The address of the home page in this language."""
        return self.address(self.tree.home)

    @property
    def site_name(self) -> str:
        """The name of the site; empty if it has none in this language."""
        return text_in(self.settings.texts, "site_name", self.language) or ""

    @property
    def site_picture(self) -> Picture:
        """What is shown where a page without a picture is shared."""
        url = self.absolute(static("icons/sharing.png"))
        return Picture(url, 1200, 630, _("Mountains above two waves, the mark of this site"))


def description_of(page: AbstractPage | Place, language: Language) -> str:
    """The description for search engines, else the summary; empty if there is neither."""
    texts = (text_in(page, field, language) for field in ("search_description", "summary"))
    return next((text for text in texts if text), "")
