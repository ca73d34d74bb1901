"""A view that is no page, and what machines are told of it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import ResolverMatch, reverse
from django.utils import translation
from django.utils.translation import gettext as _

from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.facts.schema_org import compact
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import text_in

# What is called so, and its address.
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
        return active_language() in self.languages

    @property
    def canonical(self) -> str:
        """Its absolute address, without parameters."""
        return self.request.build_absolute_uri(self.request.path)

    @property
    def alternates(self) -> dict[str, str]:
        """The absolute addresses by ``hreflang``, as those of a page are."""
        found = {language.tag: self._address_in(language) for language in self.languages}
        return {**found, "x-default": next(iter(found.values()))}

    @property
    def open_graph(self) -> list[tuple[str, str]]:
        """The properties of https://ogp.me without a picture of its own."""
        primary, *_rest, territory = active_language().locale.split("_")
        found = [
            ("og:title", self.title),
            ("og:type", "website"),
            ("og:url", self.canonical),
            ("og:site_name", self._site_name),
            ("og:locale", f"{primary}_{territory}"),
        ]
        return [(name, content) for name, content in found if content]

    @property
    def graph(self) -> dict[str, Any]:
        """The description in the vocabulary of https://schema.org."""
        home_url = self._home_url
        page = compact(
            type="CollectionPage",
            id=self.canonical,
            url=self.canonical,
            name=self.title,
            inLanguage=active_language().tag,
            isPartOf={"@id": f"{home_url}#site"},
            breadcrumb={"@id": f"{self.canonical}#breadcrumb"},
        )
        site = compact(type="WebSite", id=f"{home_url}#site", url=home_url, name=self._site_name)
        return {"@context": "https://schema.org", "@graph": [page, self._breadcrumb(), site]}

    def _breadcrumb(self) -> dict[str, Any]:
        above = ((_("Home"), self._home_url), *self.above, (self.title, self.canonical))
        steps = [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": self.request.build_absolute_uri(url),
            }
            for position, (name, url) in enumerate(above, 1)
        ]
        return {
            "@type": "BreadcrumbList",
            "@id": f"{self.canonical}#breadcrumb",
            "itemListElement": steps,
        }

    @property
    def _home_url(self) -> str:
        return self.request.build_absolute_uri(SiteTree.for_request(self.request).home.get_url())

    @property
    def _site_name(self) -> str:
        return text_in(settings_for(self.request).texts, "site_name", active_language()) or ""

    def _address_in(self, language: Language) -> str:
        match: ResolverMatch = self.request.resolver_match
        with translation.override(language.code):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        return self.request.build_absolute_uri(address)
