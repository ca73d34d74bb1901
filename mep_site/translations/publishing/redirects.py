"""Leads visitors from the addresses that pages had to those that they have now.

Wagtail's own receivers know one language only, the one that is active when a page is moved; they
build every page below it, and for a new slug they run when the transaction is over. These follow
the path of a page wherever it is saved: all languages that were ever public, all pages below, with
a handful of queries, and together with the change or not at all.

A redirect leads to a page, not to an address: however often the page is moved, every address that
it ever had leads to the newest one. Where a page answers, no redirect is looked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model, Q, QuerySet, Value
from django.db.models.functions import Concat, Length, Substr
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import AbstractPage, Site
from wagtail.models.sites import SiteRootPath

from ..languages import Language, active_language, get_language, languages
from ..models import Edition, TranslatedPage

LONGEST = 255
BATCH = 1000


@dataclass(frozen=True)
class PublicAddress:
    """Where the public finds a page in one language, before and after its path changes."""

    page_id: int
    before: str
    after: str


@dataclass(frozen=True)
class Relocation:
    """A page that gets another path, with the pages below it, as one site sees it.

    The pages below have their new place in the tree, and still the old paths.
    """

    page: TranslatedPage
    site_id: int
    root_path: str
    old_path: str

    @property
    def new_path(self) -> str:
        """The path of the page from now on."""
        return self.page.url_path

    def addresses(self) -> Iterator[PublicAddress]:
        """The addresses that change, in every language that was ever public."""
        public = Edition.objects.at_or_below(self.page).once_public()
        rows = public.values_list("page_id", "language", "page__url_path")
        for page_id, code, path in rows.iterator():
            now = self.new_path + path.removeprefix(self.old_path)
            language = get_language(code)
            yield PublicAddress(page_id, self.address(path, language), self.address(now, language))

    def address(self, path: str, language: Language) -> str:
        """The address that belongs to a path, as redirects know it: without a slash at its end."""
        return Redirect.normalise_path(_home_of(language) + path.removeprefix(self.root_path))


@cache
def _home_of(language: Language) -> str:
    """The address of the home page, with which those of all pages begin."""
    with translation.override(language.code):
        return reverse("wagtail_serve", args=("",))


def follow_path(
    instance: Model, raw: bool, update_fields: Iterable[str] | None = None, **kwargs: Any
) -> None:
    """Before a page is saved: make the redirects that a new path calls for."""
    is_partial = update_fields is not None and "url_path" not in update_fields
    if raw or is_partial or not isinstance(instance, TranslatedPage) or instance.pk is None:
        return
    pages = instance.base_page_model.objects
    stored = pages.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    if stored and stored != instance.url_path:
        for site in _sites_with(stored):
            redirect(Relocation(instance, site.site_id, site.root_path, stored))


def _sites_with(url_path: str) -> list[SiteRootPath]:
    """The sites that have an address for a path; that of a home page is in no address."""
    return [
        site
        for site in Site.get_site_root_paths()
        if url_path != site.root_path and url_path.startswith(site.root_path)
    ]


def notice_on_addresses(page: AbstractPage) -> str:
    """Tell an editor what becomes of the public addresses; empty where there are none."""
    if not _sites_with(page.url_path):
        return ""
    public = Edition.objects.at_or_below(page).once_public()
    own = {edition.language for edition in public.filter(page_id=page.pk)}
    below = public.exclude(page_id=page.pk).values("page_id").distinct().count()
    return " ".join([*_own_notice(own), *_notice_below(below)])


def _own_notice(codes: set[str]) -> Iterator[str]:
    names = [language.name for language in languages() if language.code in codes]
    if names:
        yield _(
            "When the address changes, the old public addresses lead to the new ones: "
            "%(languages)s."
        ) % {"languages": ", ".join(names)}


def _notice_below(count: int) -> Iterator[str]:
    if count:
        yield ngettext(
            "The address of %(count)s page below changes as well, and its old addresses lead to "
            "the new ones.",
            "The addresses of %(count)s pages below change as well, and their old addresses lead "
            "to the new ones.",
            count,
        ) % {"count": number_format(count)}


def page_moved_from(path: str, request: HttpRequest) -> AbstractPage | None:
    """The page that visitors of a path below the home page are led to, in the active language."""
    address = Redirect.normalise_path(_home_of(active_language()) + path)
    redirects = Redirect.get_for_site(Site.find_for_request(request)).filter(old_path=address)
    found = redirects.filter(redirect_page__isnull=False).select_related("redirect_page").first()
    return found.redirect_page if found else None


def redirect(relocation: Relocation) -> None:
    """Let the old addresses lead to the pages, and what led to these as a text to the new ones."""
    addresses = list(relocation.addresses())
    _drop_circles(relocation, addresses)
    chosen = _leading_from(relocation, relocation.old_path).filter(automatically_created=False)
    kept = set(chosen.values_list("old_path", flat=True))
    Redirect.objects.bulk_create(
        [
            Redirect(
                site_id=relocation.site_id,
                old_path=each.before,
                redirect_page_id=each.page_id,
                automatically_created=True,
            )
            for each in addresses
            if each.before not in kept and len(each.before) <= LONGEST
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["old_path", "site"],
        update_fields=["redirect_page", "redirect_page_route_path", "redirect_link"],
    )
    for language in languages():
        _rewrite_links(relocation, language)


def _drop_circles(relocation: Relocation, addresses: Iterable[PublicAddress]) -> None:
    """Delete redirects from the new address of a page to this page itself.

    They were made when it went away from there. Should the page be taken down, a visitor would be
    sent in circles.
    """
    new = {(each.after, each.page_id) for each in addresses}
    rows = _leading_from(relocation, relocation.new_path).values_list(
        "pk", "old_path", "redirect_page_id"
    )
    circles = [pk for pk, address, page_id in rows.iterator() if (address, page_id) in new]
    Redirect.objects.filter(pk__in=circles).delete()


def _leading_from(relocation: Relocation, path: str) -> QuerySet[Redirect]:
    """The redirects from the addresses of a path and of what is below it, in any language."""
    is_there = Q()
    for language in languages():
        address = relocation.address(path, language)
        is_there |= Q(old_path=address) | Q(old_path__startswith=f"{address}/")
    is_of_site = Q(site=relocation.site_id) | Q(site=None)
    return Redirect.objects.filter(is_there, is_of_site)


def _rewrite_links(relocation: Relocation, language: Language) -> None:
    """Let redirects that name an old address name the new one: one hop is enough."""
    old, new = (
        f"{relocation.address(path, language)}/"
        for path in (relocation.old_path, relocation.new_path)
    )
    naming = Redirect.objects.filter(redirect_page=None, redirect_link__startswith=old)
    fitting = naming.annotate(length=Length("redirect_link")).filter(
        length__lte=LONGEST - len(new) + len(old)
    )
    fitting.update(redirect_link=Concat(Value(new), Substr("redirect_link", len(old) + 1)))
