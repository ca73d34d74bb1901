"""Several people at work on one page at once, each on texts of their own."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.translations.publishing.going_live import lock_page
from news.models import NewsIndex

from .committed import article
from .steps import CHINESE, ENGLISH, RUSSIAN, edition, live, newest_draft, save, states

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

ROUNDS = 3
# Eight people: three write Chinese, three English, two Russian, each in a column of their own.
PEOPLE = [
    (language, field)
    for field in ("title", "summary", "source")
    for language in (CHINESE, ENGLISH, RUSSIAN)
][:8]


@pytest.fixture
def page(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), article("at-once") as page:
        yield page


def work(page, language, field):
    """Write and publish again and again, in a thread with connections of its own."""
    try:
        for number in range(ROUNDS):
            with transaction.atomic():
                lock_page(page)
                save(page, language, **{language.column(field): f"{field} {number}"})
            # Others save and publish in between, and what they saved in this language goes along.
            with transaction.atomic():
                lock_page(page)
                edition(page, language).latest_revision.publish()
    finally:
        connections.close_all()


def move_about(page, places):
    """Move the page again and again, in a thread with a connection of its own."""
    try:
        for place in places:
            with transaction.atomic():
                live(page).move(live(place), pos="last-child")
    finally:
        connections.close_all()


def test_nothing_is_lost_when_a_page_is_published_while_it_is_moved(page):
    home, here = HomePage.objects.get(), page.get_parent()
    other = home.add_child(instance=NewsIndex(title_zh_hans="别处", slug="elsewhere-at-once"))
    try:
        with ThreadPoolExecutor(3) as people:
            jobs = [people.submit(work, page, each, "title") for each in (CHINESE, ENGLISH)]
            jobs.append(people.submit(move_about, page, [other, here] * ROUNDS))
        for job in jobs:
            job.result()
        assert live(page).title_en == live(page).title_zh_hans == f"title {ROUNDS - 1}"
        assert live(page).get_parent().pk == here.pk
        assert live(page).url_path == f"{here.url_path}{page.slug}/"
    finally:
        BasePage.objects.get(pk=other.pk).delete()


def test_nothing_is_lost_when_eight_people_save_and_publish_one_page(page):
    with ThreadPoolExecutor(len(PEOPLE)) as people:
        jobs = [people.submit(work, page, language, field) for language, field in PEOPLE]
    for job in jobs:
        job.result()
    expected = {language.column(field): f"{field} {ROUNDS - 1}" for language, field in PEOPLE}
    for stored in (live(page), newest_draft(page)):
        assert {column: getattr(stored, column) for column in expected} == expected
    assert states(page) == ["live"] * 3
    call_command("check_editions", stdout=StringIO())
