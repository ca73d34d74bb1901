"""A view that is no page, and what machines are told of it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import ResolverMatch, reverse
from django.utils import translation

from mep_site.core.addresses.sitetree import SiteTree
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import text_in

# What something is called, and its address.
Step = tuple[str, str]


@dataclass(frozen=True)
class DescribedView:
    """A public view in the active language.

    ``languages`` are those in which there is something to read at it, and ``above`` the views
    between it and the home page.
    """

    request: HttpRequest
    title: str
    languages: list[Language]
    above: tuple[Step, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether there is something to read in the active language; else it is not to be found."""
        return self.language in self.languages

    def absolute(self, path: str) -> str:
        """The address with scheme and host, as the proxy in front names them."""
        return self.request.build_absolute_uri(path)

    @property
    def canonical(self) -> str:
        """Its absolute address, without parameters."""
        return self.absolute(self.request.path)

    @property
    def alternates(self) -> dict[str, str]:
        """The absolute addresses by ``hreflang``, as those of a page are."""
        found = {language.tag: self._address_in(language) for language in self.languages}
        return {**found, "x-default": next(iter(found.values()))}

    @property
    def language(self) -> Language:
        """The active language."""
        return active_language()

    @property
    def home_url(self) -> str:
        """The absolute address of the home page in this language."""
        return self.absolute(SiteTree.for_request(self.request).home.get_url())

    @property
    def site_name(self) -> str:
        """The name of the site; empty if it has none in this language."""
        return text_in(settings_for(self.request).texts, "site_name", self.language) or ""

    def _address_in(self, language: Language) -> str:
        match: ResolverMatch = self.request.resolver_match
        with translation.override(language.code):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        return self.absolute(address)
