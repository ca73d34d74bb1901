"""The calendar of events: what calendar programs read, in one language."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from mep_site.feeds.calendar import end_of
from mep_site.translations.languages import get_language
from news.models import Event, EventIndex

from .measuring.places import CODES, address
from .test_query_budget import queries_of

BEIJING = ZoneInfo("Asia/Shanghai")
DAY = date(2030, 5, 6)
NINE, FIVE = (datetime.combine(DAY, time(hour), BEIJING) for hour in (9, 17))
CALENDAR_QUERIES = 10


def fetch(client, code="en"):
    response = client.get(f"/{code}/calendar.ics")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def titles(calendar):
    return {str(event["summary"]) for event in calendar.events}


@pytest.fixture
def event(db):
    """A conference of one day, in three languages."""
    page = Event(
        slug="conference",
        title_zh_hans="会议",
        title_en="Conference",
        title_ru="Конференция",
        summary_en="About water; rivers, lakes, and seas.",
        place_en="Hall 1, Beijing",
        starts_on=DAY,
        starts_at=time(9),
        ends_at=time(17),
    )
    EventIndex.objects.first().add_child(instance=page)
    page.save_revision().publish()
    return Event.objects.get(pk=page.pk)


def entry_of(calendar, title):
    return next(each for each in calendar.events if str(each["summary"]) == title)


@pytest.mark.every_database
def test_an_event_has_its_times_place_and_address_in_the_zone_of_the_site(visitor, event):
    calendar = fetch(visitor)
    entry = entry_of(calendar, "Conference")
    assert (entry.start, entry.end) == (NINE, FIVE)
    assert entry["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert [zone.tz_name for zone in calendar.timezones] == ["Asia/Shanghai"]
    assert str(entry["location"]) == "Hall 1, Beijing"
    assert str(entry["description"]) == "About water; rivers, lakes, and seas."
    assert entry["summary"].params["LANGUAGE"] == "en"
    assert str(entry["url"]).endswith(address(event, "en"))


@pytest.mark.parametrize("code", CODES)
def test_there_is_a_calendar_in_each_language_of_what_is_public_in_it(code, visitor, event):
    language = get_language(code)
    title = getattr(event, language.column("title"))
    calendar = fetch(visitor, code)
    assert title in titles(calendar)
    assert calendar["name"].params["LANGUAGE"] == language.tag
    event.unpublish(languages=[language])
    assert title not in titles(fetch(visitor, code))


def test_the_uid_of_an_event_stays_and_is_another_in_each_language(visitor, event):
    before = str(entry_of(fetch(visitor), "Conference")["uid"])
    assert before != str(entry_of(fetch(visitor, "ru"), "Конференция")["uid"])
    event.slug, event.starts_at = "another", time(10)
    event.save()
    assert str(entry_of(fetch(visitor), "Conference")["uid"]) == before


def test_the_calendar_is_valid_and_the_same_until_something_changes(visitor, event):
    first = visitor.get("/en/calendar.ics")
    assert first.content == visitor.get("/en/calendar.ics").content
    assert "public" in first.headers["Cache-Control"]
    assert (
        visitor.get(
            "/en/calendar.ics", headers={"If-None-Match": first.headers["ETag"]}
        ).status_code
        == 304
    )
    lines = first.content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for required in (b"BEGIN:VCALENDAR", b"VERSION:2.0", b"BEGIN:VTIMEZONE"):
        assert required in lines
    assert all(entry["uid"] and entry["dtstamp"] for entry in fetch(visitor).events)
    assert not fetch(visitor).errors


def test_the_list_of_events_leads_to_the_calendar(visitor, db):
    shown = visitor.get(address(EventIndex.objects.first(), "ru"))
    assert 'href="/ru/calendar.ics"' in shown.content.decode()


def test_a_restricted_event_is_in_no_calendar(visitor, editor, event):
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    assert "Conference" not in titles(fetch(visitor))
    assert "Conference" not in titles(fetch(editor))


@pytest.mark.parametrize(
    ("begins", "ends", "over"),
    [
        (NINE, FIVE, FIVE),
        (NINE, DAY, None),
        (NINE, DAY + timedelta(1), datetime(2030, 5, 8, tzinfo=BEIJING)),
        (DAY, DAY, date(2030, 5, 7)),
        (DAY, DAY + timedelta(2), date(2030, 5, 9)),
    ],
)
def test_the_end_is_the_first_moment_that_does_not_belong_to_it(begins, ends, over):
    assert end_of(begins, ends) == over


def test_many_events_take_as_many_queries_as_one(visitor, event):
    visitor.get("/en/calendar.ics")
    assert queries_of(visitor, "/en/calendar.ics") <= CALENDAR_QUERIES
