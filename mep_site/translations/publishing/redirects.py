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

from django.db import connection
from django.db.models import (
    DateTimeField,
    Exists,
    Model,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Concat, Length, Substr
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import AbstractPage, Site
from wagtail.models.sites import SiteRootPath

from ..languages import Language, active_language, languages
from ..models import Edition, TranslatedPage

LONGEST = 255
REDIRECTS = Redirect._meta.db_table
INSERT = (
    f"INSERT INTO {REDIRECTS} (old_path, redirect_page_id, site_id, redirect_page_route_path, "
    "redirect_link, is_permanent, automatically_created, created_at)"
)
UPDATE_CONFLICTS = (
    "ON CONFLICT (old_path, site_id) DO UPDATE SET redirect_page_id = excluded.redirect_page_id, "
    "redirect_page_route_path = '', redirect_link = ''"
)


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
    """Let the old addresses lead to the pages, and what led to these as a text to the new ones.

    The database does it with a few statements, however many pages there are below.
    """
    for language in languages():
        _drop_circles(relocation, language)
        _lead_from_old_addresses(relocation, language)
        _rewrite_links(relocation, language)


def _drop_circles(relocation: Relocation, language: Language) -> None:
    """Delete redirects from the new address of a page to this page itself.

    They were made when it went away from there. Should the page be taken down, a visitor would be
    sent in circles.
    """
    public = Edition.objects.once_public().in_language(language)
    circles = _leading_from(relocation, relocation.new_path).filter(
        Exists(public.filter(page_id=OuterRef("redirect_page_id"))),
        redirect_page__path__startswith=relocation.page.path,
        old_path=_address(relocation, language, "redirect_page__url_path", is_new=True),
    )
    # Not one by one, as the ORM deletes what has receivers: these are in no index.
    _execute(f"DELETE FROM {REDIRECTS} WHERE id IN (", circles.values("pk"), ")")  # noqa: S608


def _lead_from_old_addresses(relocation: Relocation, language: Language) -> None:
    """Make redirects from the addresses so far, but where somebody has chosen another target."""
    public = Edition.objects.at_or_below(relocation.page).once_public().in_language(language)
    chosen = _leading_from(relocation, relocation.old_path).filter(
        old_path=OuterRef("from_address"), automatically_created=False
    )
    rows = (
        public.annotate(from_address=_address(relocation, language, "page__url_path"))
        .annotate(length=Length("from_address"))
        .filter(~Exists(chosen), length__lte=LONGEST)
        .order_by()
        .values_list(
            "from_address",
            "page_id",
            Value(relocation.site_id),
            Value("", TextField()),
            Value("", TextField()),
            Value(True),
            Value(True),
            Value(timezone.now(), DateTimeField()),
        )
    )
    _execute(INSERT, rows, UPDATE_CONFLICTS)


def _address(relocation: Relocation, language: Language, path: str, is_new: bool = False) -> Concat:
    """The address of a page in a language, of which the database has the path so far.

    A path consists of slugs, so that there is nothing in it that redirects write differently.
    """
    top = relocation.new_path if is_new else relocation.old_path
    below = Substr(path, len(relocation.old_path), Length(path) - len(relocation.old_path))
    return Concat(Value(relocation.address(top, language)), below, output_field=TextField())


def _execute(before: str, rows: QuerySet, after: str) -> None:
    """Run a statement that stands around a query."""
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{before} {sql} {after}", parameters)


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
