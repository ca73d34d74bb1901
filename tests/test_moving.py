"""Pages among their siblings: where they go, and how many statements that takes."""

import random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from treebeard.mp_tree import MP_MoveHandler

from mep_site.core.models import BasePage
from mep_site.internals import MovesSiblingsAtOnce
from news.models import NewsIndex

from .turns import whose_turn_it_is

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.usefixtures("version_is_kept"),
]

# With gaps, a page with pages below it, and the ends of what a digit can say.
STEPS = ["0001", "0002", "0005", "000Y", "000Z", "0010", "00ZY", "00ZZ", "0100", "0ZZZ", "1000"]


@pytest.fixture
def section(db):
    """A section with a page at each of the steps, and two below each."""
    news = NewsIndex.objects.first()
    news.get_descendants().delete()
    for step in STEPS:
        add(news, news.path + step, 2)
        for below in ("0001", "0002"):
            add(news, news.path + step + below, 0)
    BasePage.objects.filter(pk=news.pk).update(numchild=len(STEPS))
    return BasePage.objects.get(pk=news.pk)


def add(like, path, children):
    BasePage.objects.bulk_create(
        [
            BasePage(
                path=path,
                depth=len(path) // BasePage.steplen,
                numchild=children,
                slug=path.lower(),
                url_path=f"/{path}/",
                title_en=path,
                content_type=like.content_type,
                locale=like.locale,
            )
        ]
    )


def titles(page):
    """The titles of all pages below one, in their order, with their depth."""
    return list(page.get_descendants().order_by("path").values_list("title_en", "depth"))


def move(handler, page, target, pos):
    """Move a page, and return how many statements that took."""
    find = BasePage.objects.get
    with CaptureQueriesContext(connection) as queries:
        handler(find(pk=page.pk), find(pk=target.pk), pos).process()
    return len(queries)


@pytest.mark.slow
@pytest.mark.parametrize("seed", whose_turn_it_is(range(10), of=4))
def test_pages_come_to_stand_where_treebeard_puts_them(seed, section):
    choose = random.Random(seed)
    for _ in range(8):
        pages = list(section.get_descendants().order_by("path"))
        page, target = choose.sample(pages, 2)
        pos = choose.choice(("left", "right", "first-sibling", "last-sibling", "first-child"))
        if target.is_descendant_of(page):
            continue
        with transaction.atomic():
            move(MP_MoveHandler, page, target, pos)
            expected = titles(section)
            transaction.set_rollback(True)
        move(MovesSiblingsAtOnce, page, target, pos)
        assert titles(section) == expected, (page.path, target.path, pos)
        assert BasePage.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("number", [5, 300])
def test_a_page_is_put_first_with_as_many_statements_for_any_number(number, section):
    parent = section.get_children().last()
    for place in range(3, number + 1):
        add(section, BasePage._get_path(parent.path, parent.depth + 1, place), 0)
    children = parent.get_children().order_by("path")
    last, first = children.last(), children.first()
    assert move(MovesSiblingsAtOnce, last, first, "left") <= 14
    assert parent.get_children().order_by("path").first() == last
