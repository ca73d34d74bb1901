"""Parts of the frame that do not depend on the page: rendered once, then remembered."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Site

from mep_site.core.addresses.places import home_of, places_on, readable_here, sections_of
from mep_site.publicstate.version import by_version

from .frame import settings_of


def rendered_part(request: HttpRequest, name: str, way: str, is_there: bool) -> str:
    """The template ``core/frame/<name>.html``, rendered for a site, a language and a place.

    It is given the ``settings``, the ``home`` page, the main ``menu``, and as ``places`` the pages
    that lead to the one at the end of ``way``; ``is_there`` says whether that is the page itself.
    """
    site = Site.find_for_request(request)
    key = (site.pk, site.root_page_id) if site else (None, None)
    return _rendered(name, *key, get_language(), way, is_there)


@by_version(maxsize=1024)
def _rendered(  # noqa: PLR0913, PLR0917 - all that it depends on
    name: str,
    site_id: int | None,
    root_id: int | None,
    language_code: str,
    way: str,
    is_there: bool,
) -> str:
    context = {"settings": settings_of(site_id, language_code), "is_there": is_there}
    if root_id:
        context |= {
            "home": home_of(root_id),
            "menu": readable_here(sections_of(root_id)),
            "places": places_on(way, root_id),
        }
    return render_to_string(f"core/frame/{name}.html", context)
