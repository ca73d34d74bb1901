"""Files that machines ask for at fixed addresses: site map, robots.txt, manifest, icon."""

from django.contrib.sitemaps import views as sitemaps
from django.db.transaction import non_atomic_requests
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, conditional_page, require_safe
from wagtail.models import Site

from mep_site.pagecache.marking import public
from mep_site.publicstate.version import current
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import active_language, languages
from mep_site.translations.languages.text import text_in

from .colours import LIGHT, PAPER
from .sitemaps import TOPICS, is_part, parts, written_part, written_topics

MINUTES_KEPT = public(max_age=600)
DAY_KEPT = public(max_age=86_400)


@non_atomic_requests
@require_safe
@MINUTES_KEPT
@conditional_page
def sitemap_index(request: HttpRequest) -> HttpResponse:
    response = sitemaps.index(request, parts(_site(request)), sitemap_url_name="sitemap-part")
    # A text that is withdrawn changes the map, and not the date of what was published last.
    response.headers.pop("Last-Modified", None)
    return response


def _sitemap_tag(request: HttpRequest, section: str) -> str:
    """Of what is written as it is read no digest can be sent first; the version stands for it."""
    return f'"{section}-{current()}"'


@non_atomic_requests
@require_safe
@MINUTES_KEPT
@condition(etag_func=_sitemap_tag)
def sitemap_part(request: HttpRequest, section: str) -> StreamingHttpResponse:
    site = _site(request)
    if not is_part(site, section):
        raise Http404
    base = request.build_absolute_uri("/").rstrip("/")
    is_topics = section == TOPICS
    pieces = [written_topics(site, base)] if is_topics else written_part(site, int(section), base)
    return StreamingHttpResponse(pieces, content_type="application/xml")


@non_atomic_requests
@require_safe
@DAY_KEPT
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines need not visit, by RFC 9309, and where the site map is."""
    context = {
        "closed": [
            reverse("wagtailadmin_home"),
            *_in_every_language("search"),
            *(f"{home}pdf/" for home in _in_every_language("wagtail_serve", "")),
        ],
        "sitemap": request.build_absolute_uri(reverse("sitemap-index")),
    }
    return render(request, "metadata/robots.txt", context, content_type="text/plain; charset=utf-8")


@non_atomic_requests
@require_safe
@MINUTES_KEPT
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone shows when the site is put on its home screen.

    https://www.w3.org/TR/appmanifest/; the site stays a page in the browser, because it needs the
    address bar and the way back, and does nothing off line.
    """
    language = active_language()
    stored = settings_for(request).texts
    names = {"name": "site_name", "short_name": "short_name"}
    texts = {name: text_in(stored, field, language) for name, field in names.items()}
    home = reverse("wagtail_serve", args=[""])
    content = {
        **{name: text for name, text in texts.items() if text},
        "lang": language.tag,
        "dir": "ltr",
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "browser",
        "theme_color": LIGHT,
        "background_color": PAPER,
        "icons": [
            _icon("icon-192.png", 192),
            _icon("icon-512.png", 512),
            _icon("maskable-512.png", 512, purpose="maskable"),
        ],
    }
    return JsonResponse(
        content,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


@non_atomic_requests
@require_safe
@cache_control(public=True, max_age=86_400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead browsers that look for the icon where it always was to where it is."""
    return HttpResponseRedirect(static("icons/favicon.ico"))


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if not site:
        raise Http404
    return site


def _in_every_language(view: str, *args: str) -> list[str]:
    found = []
    for language in languages():
        with translation.override(language.code):
            found.append(reverse(view, args=args))
    return found


def _icon(file: str, size: int, **more: str) -> dict[str, str]:
    return {
        "src": static(f"icons/{file}"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        **more,
    }
