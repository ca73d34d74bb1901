"""The root of the site, and comparisons with the Chinese text."""

from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from wagtail.models import Site

from mep_site.pagecache.marking import public
from mep_site.translations.languages import active_language
from mep_site.translations.reading.changed_passages import passages
from mep_site.translations.reading.freshness_notice import material_changes, with_note

from .models import BasePage


@non_atomic_requests
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead from the bare domain to the home page in a language that the visitor prefers."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


@non_atomic_requests
@require_safe
@public()
def changes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What of a translation does not follow the Chinese text in force, word by word."""
    page = public_page(request, page_id)
    freshness_notice = page.freshness_notice()
    context = {
        "page": page,
        "freshness_notice": freshness_notice,
        "notes": freshness_notice.notes if freshness_notice else with_note(material_changes(page)),
        "passages": passages(freshness_notice) if freshness_notice else [],
    }
    response = render(request, "core/changes.html", context)
    if page.get_view_restrictions():
        add_never_cache_headers(response)
    return response


def page_for_everybody(request: HttpRequest, page_id: int) -> BasePage:
    """The page in the active language, if every visitor may read it there; else ``Http404``.

    For what leaves the site: copies, citations, codes.
    """
    page = public_page(request, page_id)
    if list(page.get_view_restrictions()):
        raise Http404
    return page


def public_page(request: HttpRequest, page_id: int) -> BasePage:
    """The page, if this visitor may read it in the active language; else ``Http404``."""
    site = Site.find_for_request(request)
    if not site:
        raise Http404
    pages = BasePage.objects.descendant_of(site.root_page, inclusive=True)
    listed = get_object_or_404(pages.live(), pk=page_id)
    path = listed.url_path.removeprefix(site.root_page.url_path)
    page = BasePage.route_for_request(request, path).page
    is_public = active_language() in page.live_languages
    if not is_public or not all(r.accept_request(request) for r in page.get_view_restrictions()):
        raise Http404
    return page
