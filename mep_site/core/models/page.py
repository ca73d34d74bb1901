"""The base of every page: one place in the tree, one slug, a text in each language."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.models import AbstractPage, DefaultBasePageMixin, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index
from wagtail.url_routing import RouteResult

from mep_site.media.models import SiteImage, language_columns, prefetch_renditions
from mep_site.pagecache.marking import mark_public
from mep_site.translations.content.columns import text_fields
from mep_site.translations.content.rows import row_relations
from mep_site.translations.languages import (
    Language,
    active_language,
    in_order_of_slugs,
    languages,
)
from mep_site.translations.languages.text import languages_with, text_in
from mep_site.translations.models import Edition, SavedWithRows, TranslatedPage
from mep_site.translations.models.edition import live_languages
from mep_site.translations.permissions.page_permissions import PagePermissions
from mep_site.translations.publishing.pages import PublishedByLanguage
from mep_site.translations.reading.freshness_notice import (
    FreshnessNotice,
    freshness_notice_of,
    freshness_notice_of_draft,
    withdrawal_of,
)
from mep_site.translations.reading.parallel import PARAMETER, in_parallel, language_asked_for

from ..addresses.places import Place
from ..addresses.public_links import restrictions_on
from ..addresses.sitetree import SiteTree
from ..addresses.slugs import ascii_slug
from ..lists.querysets import BasePageManager
from ..loading.page_pictures import RENDITION_SPECS, images_of
from ..loading.references import load_references
from ..loading.single import load_single
from .described import DescribedPage
from .filed import FiledRow


class BasePage(
    DescribedPage,
    PublishedByLanguage,
    TranslatedPage,
    AbstractPage,
    SavedWithRows,
    DefaultBasePageMixin,
):
    """A page in Chinese, English and Russian.

    Its own texts are columns per language, so they can be queried across all page types without a
    join. A page exists in a language when its title does. ``title`` is not required as such,
    because a text of the old site may be known in one translation only; :meth:`clean` asks for a
    title in at least one language.
    """

    title = models.CharField(_("title"), max_length=255, blank=True)
    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences for lists, search results and the top of the page."),
    )

    objects = BasePageManager()

    # A page type names those that it may stand below; none names those below it, so that a new one
    # is added without a change to another. Below the root stands what names none.
    parent_page_types = ["core.BasePage"]
    is_in_site_map = True
    # A list of other pages is as old as these are; it has no dates of its own.
    is_list = False
    is_in_feeds = False
    # Pages of such a type have `begins` and `ends`, days or moments, and a `place`.
    is_in_calendar = False
    # What results of a search call it, "page" or "section"; by the name of its type if empty.
    search_kind = ""
    # The name of the search filter for all that stands below a page of this type; none if empty.
    search_group = ""
    has_feed = False
    is_previewed = False
    # The editions that were found on the way to the page, if it was come by that way.
    found_editions: list[Edition] | None = None
    # The parts of the page that are read before the others, which follow: bodies, then rows.
    reading_order: tuple[str, ...] = ()

    columns_for_links = frozenset(
        {
            "id",
            "path",
            "depth",
            "slug",
            "url_path",
            "live",
            "content_type_id",
            *(language.column("title") for language in languages()),
        }
    )
    # What lists show besides links.
    columns_for_lists = language_columns("summary")

    # Pages are indexed together with their editions, not by Wagtail's receiver.
    search_auto_update = False
    # A title in another language than Chinese must not keep a page from being found.
    # What the admin's lists sort and filter by has to be named here to be combined with a search.
    search_fields = [
        *(field for field in AbstractPage.search_fields if field.field_name != "title"),
        index.FilterField("numchild"),
    ] + [
        search_field(language.column("title"), **options)
        for language in languages()
        for search_field, options in (
            (index.SearchField, {"boost": 2}),
            (index.AutocompleteField, {}),
            (index.FilterField, {}),
        )
    ]

    class Meta(AbstractPageMeta):
        indexes = [
            models.Index(fields=["url_path"], name="core_page_url_path"),
            models.Index(
                fields=["depth"],
                condition=models.Q(show_in_menus=True),
                name="core_page_in_menus",
            ),
            # The roots, and the children of a page, which are counted, and sorted by what was
            # changed last, without reading them.
            models.Index(
                fields=["depth", "path", "latest_revision_created_at"], name="core_page_children"
            ),
            # Whether a slug is free below a page; SQLite would try it against each of its children.
            models.Index(fields=["slug", "depth", "path"], name="core_page_slugs"),
        ]

    def __str__(self) -> str:
        return self.get_admin_display_title()

    # Languages

    @property
    def available_languages(self) -> list[Language]:
        """The languages that this page, or draft, has a text in; the authoritative one first."""
        return languages_with(self, "title")

    @property
    def live_languages(self) -> list[Language]:
        """The languages in which the public can read this page; in a preview, could read it."""
        if self.is_previewed:
            return self.available_languages
        return live_languages(self._editions())

    def edition_in(self, language: Language) -> Edition | None:
        """The edition in this language, from memory where the site tree has loaded it."""
        return next((e for e in self._editions() if e.language == language.code), None)

    def _editions(self) -> Iterable[Edition]:
        return self.editions.all() if self.found_editions is None else self.found_editions

    @property
    def has_texts_of_its_own(self) -> bool:
        """Whether pages of this type hold more than a title and a summary, worth comparing."""
        return len(text_fields(type(self))) > len(text_fields(BasePage))

    def freshness_notice(self) -> FreshnessNotice | None:
        """How the text in the active language stands to the Chinese one, if it is a translation."""
        if self.is_previewed:
            return freshness_notice_of_draft(self, active_language())
        edition = self.edition_in(active_language())
        return freshness_notice_of(self, edition) if edition else None

    def get_admin_display_title(self) -> str:
        """The title in the language of the admin's user, else in the first that has one.

        Where a draft lacks the title that it is to be published under, that is said.
        """
        title = str(self.display_title or self.draft_title or self.slug)
        if self.live or text_in(self, "title", self.get_source_language()):
            return title
        return _("%(title)s (title missing)") % {"title": title}

    # Rows

    def follow_rows(self) -> None:
        """Let the rows that file the page name its date."""
        for relation in row_relations(type(self)):
            if issubclass(relation.related_model, FiledRow):
                rows = getattr(self, relation.get_accessor_name()).all()
                relation.related_model.follow_date(rows, self.sort_date)

    # Permissions

    def permissions_for_user(self, user: AbstractBaseUser) -> PagePermissions:
        """What this user may do with the page as a whole; fields have permissions of their own."""
        return PagePermissions(user, self)

    # Validation

    def full_clean(self, **options: Any) -> None:
        """Make the slug, then validate everything."""
        self._make_slug()
        super().full_clean(**options)

    def minimal_clean(self) -> None:
        """Make the slug, then validate what even a draft needs."""
        self._make_slug()
        super().minimal_clean()

    def _make_slug(self) -> None:
        """Make a slug from the titles where none is typed, as soon as the parent is known."""
        if not self.slug and (parent := self.get_parent()):
            titles = [getattr(self, each.column("title")) for each in in_order_of_slugs()]
            self.slug = find_available_slug(parent, ascii_slug(*titles), self.pk)

    def clean(self) -> None:
        """Ask for a title in at least one language; a draft may lack it while it is retyped."""
        super().clean()
        if not (self.is_unfinished or self.available_languages):
            column = (self.edition_language or languages()[0]).column("title")
            raise ValidationError(
                {column: _("Enter a title in at least one language, preferably in Chinese.")}
            )

    # Serving

    @classmethod
    def route_for_request(cls, request: HttpRequest, path: str) -> RouteResult | None:
        """Find the page for a path below the language prefix, with one query where it is known.

        Wagtail's own routing walks down the tree and takes two queries for each level.
        """
        if not hasattr(request, "page_route"):
            tree = SiteTree.for_request(request, path)
            page = tree.current and _live_page(tree.current)
            if page and not any(place.is_alias for place in (tree.current, *tree.ancestors)):
                page.load_restrictions = partial(restrictions_on, page)
            request.page_route = RouteResult(page) if page else None
        return request.page_route

    def get_view_restrictions(self) -> Iterable[PageViewRestriction]:
        """The restrictions on this page and the pages above it.

        Aliases take Wagtail's longer way, because the restrictions of their sources apply to them.
        """
        load = getattr(self, "load_restrictions", super().get_view_restrictions)
        return load()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the page in the active language, or with a notice where it is not public.

        ``?with=<code>`` asks for the text in another language beside it.
        """
        response = self._serve(request, *args, **kwargs)
        is_answer = all(self.is_shown_by(*each) for each in request.GET.items())
        if is_answer and not self.is_previewed and not list(self.get_view_restrictions()):
            mark_public(response)
        return response

    def is_shown_by(self, name: str, value: str) -> bool:
        """Whether a parameter of the address says in which way the page is to be shown.

        Whatever else an address may say makes no page that is worth keeping for others.
        """
        return name == PARAMETER and value in {each.code for each in languages()}

    def _serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if active_language() in self.live_languages:
            companion = language_asked_for(request)
            if companion in self.live_languages:
                return self._serve_parallel(request, companion)
            return super().serve(request, *args, **kwargs)
        request.is_preview = False
        edition = None if self.is_previewed else self.edition_in(active_language())
        context = {
            **super().get_context(request, *args, **kwargs),
            "edition": edition,
            "withdrawal": withdrawal_of(edition) if edition else None,
        }
        return TemplateResponse(request, "core/untranslated.html", context)

    def _serve_parallel(self, request: HttpRequest, companion: Language) -> HttpResponse:
        request.is_preview = False
        both = (active_language(), companion)
        self.references = load_references(self, *both)
        prefetch_renditions(images_of(self, *both), RENDITION_SPECS)
        parallel = in_parallel(self, request, companion)
        freshness_notice = parallel.sides[0].freshness_notice
        context = super().get_context(request) | {
            "parallel": parallel,
            "freshness_notice": freshness_notice,
        }
        return TemplateResponse(request, "core/parallel.html", context)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Load the rows and pictures that the template shows, before it asks for each of them.

        Adds ``freshness_notice``, which is ``None`` on a Chinese page, and ``absent``, a language
        in which the page was asked for beside its own text and is not public.
        """
        self.references = load_references(self)
        prefetch_renditions(self.shown_images(), RENDITION_SPECS)
        return {
            **super().get_context(request, *args, **kwargs),
            "freshness_notice": self.freshness_notice(),
            "absent": language_asked_for(request),
        }

    def shown_images(self) -> Iterator[SiteImage]:
        """The pictures on this page in the active language; index pages add their lists'."""
        return images_of(self)

    def list_images(self) -> Iterator[SiteImage]:
        """The pictures that stand for this page in a list."""
        return iter(())

    # Preview

    @cached_property
    def preview_modes(self) -> list[tuple[str, str]]:
        """One preview per language, that of the edition in scope first."""
        first = self.edition_language
        ordered = sorted(languages(), key=lambda language: language != first)
        return [(language.code, language.name) for language in ordered]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the page as a visitor of that language would see it."""
        self.is_previewed = True
        with translation.override(mode_name):
            request.LANGUAGE_CODE = mode_name
            # The frame around the page, too, is that of its own address.
            SiteTree.for_request(request, request.path.strip("/").partition("/")[2])
            response = self.serve(request)
            request.is_preview = True
            return response.render() if isinstance(response, TemplateResponse) else response


def _live_page(place: Place) -> BasePage | None:
    """The page at a place as its own type; what is remembered of it may be out of date."""
    page = load_single(place.specific_class, place.pk)
    if not (page and page.live):
        return None
    page.found_editions = place.editions()
    return page
