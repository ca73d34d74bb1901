"""The feed of a list, with the filters of its address, and that of the whole site."""

from django.db.models import Prefetch
from django.db.models.functions import Coalesce
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import conditional_page, require_safe

from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.lists.filters import ListFilters
from mep_site.core.models import BasePage, PageTopic
from mep_site.core.models.listing import followed_editions
from mep_site.pagecache.marking import public
from mep_site.security_headers import for_other_sites
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import localized, text_in
from mep_site.translations.publishing.redirects import page_moved_from

from .atom import LanguageFeed
from .identifiers import edition_urn

ENTRIES = 20


@non_atomic_requests
@require_safe
@for_other_sites
@public()
@conditional_page
def feed(request: HttpRequest, path: str = "") -> HttpResponse:
    """What was last published in the list at this path, below the home page, in one language.

    Only for lists that everybody may read in the language of the address; any other is not found.
    Who has subscribed to a list that was moved is led to its new address.
    """
    page, language = _public_list(request, path), active_language()
    if page is None:
        return _led_to_moved_list(request, path)
    filters = ListFilters.of(getattr(page, "facets", ()), request.GET)
    atom = _empty_feed(request, page, language, filters)
    for entry in _entries(page, language, filters):
        edition = entry.edition_in(language)
        atom.add_item(
            title=text_in(entry, "title", language),
            link=request.build_absolute_uri(entry.get_url(request)),
            description=text_in(entry, "summary", language) or "",
            unique_id=edition_urn(entry, language),
            pubdate=edition.first_published_at,
            updateddate=edition.changed_at,
            topics=_topics(entry),
        )
    response = HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
    response.headers["Last-Modified"] = http_date(atom.latest_post_date().timestamp())
    return response


def _public_list(request: HttpRequest, path: str) -> BasePage | None:
    """The list at this path; ``None`` if no page is there, ``Http404`` if it has no feed."""
    found = BasePage.route_for_request(request, path)
    if not found:
        return None
    page = found.page
    if not page.has_feed or active_language() not in page.live_languages:
        raise Http404
    if list(page.get_view_restrictions()):
        raise Http404
    return page


def _led_to_moved_list(request: HttpRequest, path: str) -> HttpResponse:
    page = page_moved_from(path, request)
    if not page:
        raise Http404
    new_path = page.url_path.removeprefix(SiteTree.for_request(request).home.url_path)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return HttpResponsePermanentRedirect(reverse("feed", kwargs={"path": new_path}) + query)


def _entries(page: BasePage, language: Language, filters: ListFilters) -> list[BasePage]:
    """The newest entries of a list; of the home page, those of every list."""
    editions = followed_editions(page, language, filters).order_by(
        Coalesce("updated_at", "first_published_at").desc(), "-parent_path", "-path_end"
    )
    keys = list(editions.values_list("page_id", flat=True)[:ENTRIES])
    topics = Prefetch("topics", PageTopic.objects.select_related("topic"))
    pages = BasePage.objects.prefetch_related("editions", topics).in_bulk(keys)
    return [pages[key] for key in keys if key in pages]


def _empty_feed(
    request: HttpRequest, page: BasePage, language: Language, filters: ListFilters
) -> LanguageFeed:
    texts = settings_for(request).texts
    site_name = localized(texts, "site_name")
    home = SiteTree.for_request(request).home
    site_name = str(site_name or localized(home, "title"))
    labels = [str(facet.label_of(value) or value) for facet, value in filters.chosen_values]
    title = " · ".join([text_in(page, "title", language), *labels])
    return LanguageFeed(
        title=f"{title} – {site_name}",
        link=request.build_absolute_uri(page.get_url(request) + filters.query),
        description=None,
        subtitle=text_in(page, "summary", language),
        language=language.tag,
        author_name=site_name,
        feed_url=request.build_absolute_uri(request.path + filters.query),
        feed_guid=edition_urn(page, language, filters.query),
        feed_copyright=text_in(texts, "copyright_line", language),
        published=page.edition_in(language).first_published_at,
    )


def _topics(page: BasePage) -> dict[str, str]:
    """The topics of a page: what stands in addresses, and the name."""
    return {row.topic.slug: str(row.topic) for row in page.topics.all()}
