"""The page that lists all ways to follow the site: feeds, mails, the calendar."""

from dataclasses import dataclass

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import get_page_models

from mep_site.core.addresses.places import Place, home_of, places_on
from mep_site.core.addresses.sitetree import SiteTree
from mep_site.core.gathering import topics_in
from mep_site.core.models import BasePage
from mep_site.pagecache.marking import public
from mep_site.publicstate.version import by_version
from mep_site.translations.languages import Language, active_language
from mep_site.visitors.mail import can_send_mail

from ..subjects import is_one_of_many


@non_atomic_requests
@require_safe
@public()
def ways_to_follow(request: HttpRequest) -> HttpResponse:
    """All lists with a feed that can be read in the active language, and all topics."""
    home = SiteTree.for_request(request).home
    context = {
        "home": home,
        "lists": lists_with_feed(home.pk, active_language()) if home else (),
        "topics": topics_in(active_language(), home.pk) if home else (),
        "can_send_mail": can_send_mail(),
    }
    return render(request, "subscriptions/follow.html", context)


@dataclass(frozen=True)
class FollowedList:
    """A list with a feed; ``above`` is the page without whose title one cannot tell which it is."""

    place: Place
    above: Place | None


@by_version(maxsize=64)
def lists_with_feed(root_id: int, language: Language) -> tuple[FollowedList, ...]:
    """The home page of a site and its lists, as far as everybody can read them in a language."""
    home = home_of(root_id)
    models = [model for model in get_page_models() if model().has_feed]
    pages = BasePage.objects.filter(path__startswith=home.path)
    listed = pages.exact_type(*models).published().in_language(language).order_by("path")
    places = [Place.of(page, home.url_path) for page in listed.prefetch_related("editions")]
    return tuple(FollowedList(place, _above(place, root_id)) for place in places)


def _above(place: Place, root_id: int) -> Place | None:
    return places_on(place.way, root_id)[-2] if is_one_of_many(place.specific_class) else None
