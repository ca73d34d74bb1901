"""The participants of a programme on a map, and in words below it."""

from itertools import combinations

import pytest

from cooperation.models import Member, Programme
from cooperation.participants_map import (
    WORLD_HEIGHT,
    WORLD_WIDTH,
    Box,
    Participant,
    participants_map,
)
from mep_site.countries.models import Country
from mep_site.countries.names import STATES
from mep_site.countries.places import PLACES
from mep_site.media.models import SiteImage
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.translations.languages import get_language
from mep_site.translations.languages.text import text_in

from .test_public_pages import CODES, read

EVERYWHERE = [Participant(code, "member", *place) for code, place in PLACES.items()]
FEW = [each for each in EVERYWHERE if each.name in {"CN", "RU", "KZ"}]


@pytest.mark.parametrize("participants", [EVERYWHERE, FEW, FEW[:1]])
def test_every_mark_is_within_what_is_shown_and_that_within_the_world(participants):
    found = participants_map(participants)
    assert len(found.marks) == len(participants)
    assert Box(0, 0, WORLD_WIDTH, WORLD_HEIGHT).holds(found.view)
    assert all(found.view.holds(Box(mark.x, mark.y, 0, 0)) for mark in found.marks)


def test_marks_are_where_their_states_are():
    beijing, moscow = (
        next(mark for mark in participants_map(FEW).marks if mark.participant.name == code)
        for code in ("CN", "RU")
    )
    assert beijing.x > moscow.x
    assert beijing.y > moscow.y


def test_no_name_covers_another_or_a_mark():
    named = [each._replace(name=f"State of {each.name}") for each in EVERYWHERE]
    found = participants_map(named)
    height = found.letters
    names = [
        Box(mark.label[0], mark.label[1] - 0.8 * height, 0.58 * height * 11, height)
        for mark in found.marks
        if mark.label
    ]
    size = 2 * found.radius
    marks = [Box(each.x - size / 2, each.y - size / 2, size, size) for each in found.marks]
    assert len(names) > 10
    assert not [pair for pair in combinations(names, 2) if pair[0].meets(pair[1])]
    # Places are rounded to whole units.
    assert not [name for name in names for mark in marks if _smaller(mark).meets(_smaller(name))]


def _smaller(box: Box) -> Box:
    return Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2)


def test_every_state_of_the_first_table_has_a_place(db):
    assert PLACES.keys() == {state.iso_code for state in STATES}
    assert not Country.objects.filter(latitude=None).exists()


@pytest.fixture
def sco(db) -> Programme:
    return Programme.objects.get(slug="shanghai-cooperation-organisation")


@pytest.mark.parametrize("code", CODES)
def test_the_map_names_what_the_list_names(code, visitor, sco):
    html = read(visitor, sco, code)
    language = get_language(code)
    names = [text_in(row.country, "short_name", language) for row in sco.members.all()]
    figure = html.select_one(".participants-map")
    assert [title.get_text() for title in figure.select("g > title")] == names
    assert [each.get_text() for each in html.select(".members b")] == names
    assert figure.svg["role"] == "img"
    assert figure.svg["aria-label"]
    assert len(figure.select(".legend li")) == 3


def test_it_shows_coastlines_until_outlines_are_set(visitor, sco):
    figure = read(visitor, sco, "en").select_one(".participants-map")
    assert "coastlines" in figure.image["href"]
    assert "no borders" in figure.figcaption.get_text()
    settings = SiteConfiguration.objects.get()
    settings.map_outlines = SiteImage.objects.first()
    settings.map_approval = "GS(2019)0000号"
    settings.save()
    figure = read(visitor, sco, "en").select_one(".participants-map")
    assert figure.image["href"] == settings.map_outlines.file.url
    assert "no borders" not in figure.figcaption.get_text()
    assert "GS(2019)0000号" in figure.figcaption.get_text()


def test_who_has_no_place_is_in_the_list_only(visitor, sco):
    Country.objects.filter(pk="IN").update(latitude=None)
    html = read(visitor, sco, "en")
    assert "India" not in [title.get_text() for title in html.select(".participants-map title")]
    assert "India" in [each.get_text() for each in html.select(".members b")]


def test_one_place_is_no_map(visitor, sco):
    Member.objects.filter(programme=sco).exclude(country="CN").delete()
    html = read(visitor, sco, "en")
    assert not html.select(".participants-map")
    assert html.select(".members b")


def test_the_timeline_goes_from_the_first_to_the_last(visitor, sco):
    first, *_rest, last = sco.milestones.all()
    last.date, undated = "1999-06", first
    last.save()
    undated.date = ""
    undated.save()
    dates = [time["datetime"] for time in read(visitor, sco, "en").select(".timeline time")]
    assert dates == sorted(dates)
    assert dates[0] == "1999-06"
