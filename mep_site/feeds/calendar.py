"""The events of the site as a calendar (RFC 5545, RFC 7986), one in each language."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from icalendar import Calendar, Timezone
from icalendar import Event as CalendarEvent
from wagtail.models import get_page_models

from mep_site.core.addresses.places import Place
from mep_site.core.addresses.sitetree import home_for
from mep_site.core.lists.listed import editions_of_types
from mep_site.core.models import BasePage
from mep_site.pagecache.marking import public
from mep_site.security_headers import for_other_sites
from mep_site.translations.languages import Language, active_language
from mep_site.translations.languages.text import text_in

from .identifiers import edition_urn

# The latest ones; calendars are no archives.
MOST = 500
REFRESHED_AFTER = timedelta(hours=6)
# Older than the site: what the clocks did before concerns no event.
FIRST_DAY = date(2000, 1, 1)


@non_atomic_requests
@require_safe
@for_other_sites
@public()
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    """All events that can be read in the active language, to be fetched again and again."""
    home, language = home_for(request), active_language()
    written = _empty_calendar(request, language)
    for page in _events(home, language):
        written.add_component(_written(page, request, language))
    return HttpResponse(written.to_ical(), content_type="text/calendar; charset=utf-8")


def _empty_calendar(request: HttpRequest, language: Language) -> Calendar:
    written = Calendar()
    written.add("prodid", f"-//{request.get_host()}//{language.tag}")
    written.add("version", "2.0")
    name = _text(_("Events"), language)
    for field in ("name", "x-wr-calname"):
        written.add(field, *name)
    written.add("refresh-interval", REFRESHED_AFTER, parameters={"VALUE": "DURATION"})
    written.add("source", request.build_absolute_uri(), parameters={"VALUE": "URI"})
    written.add_component(Timezone.from_tzid(settings.TIME_ZONE, first_date=FIRST_DAY))
    return written


def _events(home: Place, language: Language) -> list[BasePage]:
    """The public pages with a place in the calendar, the latest first."""
    models = [model for model in get_page_models() if model.is_in_calendar]
    editions = editions_of_types(models, home.path).in_language(language)
    latest = editions.order_by("-date", "-page_id").values_list("page_id", flat=True)[:MOST]
    pages = BasePage.objects.filter(pk__in=list(latest)).prefetch_related("editions").specific()
    return sorted(pages, key=lambda page: (page.sort_date, page.pk), reverse=True)


def _written(page: Any, request: HttpRequest, language: Language) -> CalendarEvent:
    """An event; when it was last changed is when its edition came to say something else."""
    event, edition = CalendarEvent(), page.edition_in(language)
    event.add("uid", edition_urn(page, language))
    event.add("dtstamp", edition.changed_at)
    event.add("last-modified", edition.changed_at)
    event.add("dtstart", page.begins)
    if ends := end_of(page.begins, page.ends):
        event.add("dtend", ends)
    event.add("summary", *_text(text_in(page, "title", language), language))
    for field, name in (("description", "summary"), ("location", "place")):
        if text := text_in(page, name, language):
            event.add(field, *_text(text, language))
    event.add("url", request.build_absolute_uri(page.get_url(request)))
    return event


def end_of(begins: date | datetime, ends: date | datetime) -> date | datetime | None:
    """The first moment, or day, that does not belong to an event any more.

    ``None`` where it begins at an hour and ends at an unknown one of the same day.
    """
    if isinstance(ends, datetime):
        return ends
    after = ends + timedelta(days=1)
    if not isinstance(begins, datetime):
        return after
    if ends == timezone.localdate(begins):
        return None
    return timezone.make_aware(datetime.combine(after, time()))


def _text(text: str, language: Language) -> tuple[str, dict[str, str]]:
    """A text with the language that it is in, as the arguments of ``add``."""
    return text, {"LANGUAGE": language.tag}
