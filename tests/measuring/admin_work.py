"""What people wait for who work in the admin, and who come first after them.

Processor time of an answer, in this process.
"""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from departments.models import Department
from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.metadata.sitemaps import TOPICS, parts
from mep_site.publicstate.triggers import raise_version
from mep_site.topics.models import Topic
from mep_site.translations.languages import authoritative
from news.models import ActivityOverview, NewsArticle, NewsIndex

from ..admin_forms import FormData, edit_url, offered, stream
from ..signing_in import sign_in
from .places import address, in_every_language
from .serving.figures import Figure

ROUNDS = 12
HOST = "127.0.0.1"
NEWEST_FIRST = "?ordering=-latest_revision_created_at"
PLAIN = {"heading", "paragraph"}
EDITORIAL, PUBLISH = {"change_kind": "editorial"}, {"action-publish": "1"}


@dataclass(frozen=True)
class Work:
    """What somebody asks for; ``most`` is how much it may grow.

    What happens ``before`` takes no time here. A form that it returns is sent.
    """

    name: str
    client: Client
    url: str
    most: float | None = None
    before: Callable[[], FormData | None] | None = None


def measured() -> tuple[list[Work], Mapping[str, Figure]]:
    """What was asked, and by its name how many milliseconds an answer took."""
    with override_settings(ALLOWED_HOSTS=[HOST]):
        asked = [*_lists(), *_forms(), *_first_views(), _part_of_sitemap()]
        for work in asked:
            _taken(work)
        # As the site does when it starts: gunicorn.conf.py.
        gc.collect()
        gc.freeze()
        taken = {work.name: [] for work in asked}
        for _ in range(ROUNDS):
            for work in asked:
                taken[work.name].append(_taken(work))
    return asked, {name: Figure.of(each) for name, each in taken.items()}


def _taken(work: Work) -> float:
    """Milliseconds; ``ValueError`` for an answer that shows nothing, or that refuses a form."""
    data = work.before and work.before()
    begin = time.thread_time()
    response = work.client.post(work.url, data) if data else work.client.get(work.url)
    response.getvalue()
    taken = time.thread_time() - begin
    if response.status_code != (302 if data else 200):
        raise ValueError(f"{work.name}: {response.status_code}")
    return 1000 * taken


def _lists() -> list[Work]:
    """What a translator of one language and a publisher have to do, and the pages themselves."""
    translator, publisher = _at_work("russian"), _at_work("publisher")
    queue, news = reverse("desk:queue"), _explorer(NewsIndex.objects.get())
    last = translator.get(queue).context_data["paginator"].num_pages
    return [
        _again("report of a translator, first page", translator, queue),
        _again("the same, middle", translator, f"{queue}?p={max(last // 2, 1)}"),
        _again("the same, last page", translator, f"{queue}?p={last}"),
        _again("report of a publisher, first page", publisher, queue),
        _again("explorer of the news, newest first", publisher, news + NEWEST_FIRST),
        _again("explorer of the home page", publisher, _explorer(HomePage.objects.get())),
    ]


def _again(name: str, client: Client, url: str) -> Work:
    """A list that was looked at since something was published last."""

    def look() -> None:
        client.get(url)

    return Work(name, client, url, 1.3, look)


def _explorer(page: BasePage) -> str:
    return reverse("wagtailadmin_explore", args=[page.pk])


def _forms() -> list[Work]:
    """The form of a Chinese text of the news: opened, saved and published."""
    publisher, index = _at_work("publisher"), NewsIndex.objects.get()
    page = NewsArticle.objects.child_of(index).published().order_by("-path")[0]
    url = edit_url(page, authoritative().code)
    numbers = count(1)

    def changed() -> FormData:
        """Another title, and of the body what a form without a browser can send."""
        body = [each for each in page.body_zh_hans.raw_data if each["type"] in PLAIN]
        typed = {"title_zh_hans": f"{page.title_zh_hans} {next(numbers)}"} | EDITORIAL
        return offered(publisher, url) | stream("body_zh_hans", body) | typed

    return [
        Work("form of a Chinese text", publisher, url, 1.3),
        Work("the same, saved", publisher, url, 1.5, changed),
        Work("the same, published", publisher, url, 1.5, lambda: changed() | PUBLISH),
    ]


def _first_views() -> list[Work]:
    """Pages that show what is filed all over the site, each as the first visitor gets it."""
    kinds = {"department": Department, "list of news": NewsIndex, "activities": ActivityOverview}
    urls = {name: address(in_every_language(kind), "ru") for name, kind in kinds.items()}
    with translation.override("ru"):
        urls["topic"] = reverse("topic", args=[Topic.objects.first().slug])
    urls["explorer of the home page"] = _explorer(HomePage.objects.get())
    # Who is signed in is shown public pages as everybody.
    publisher = _at_work("publisher")
    return [
        Work(f"{name}, first view after a publication", publisher, url, before=raise_version)
        for name, url in urls.items()
    ]


def _part_of_sitemap() -> Work:
    """The second part in a large site, which is full: 16,000 pages in three languages."""
    first, *others = parts(Site.objects.get())
    url = reverse("sitemap-part", args=[others[0] if others[0] != TOPICS else first])
    return Work("part of the sitemap", Client(SERVER_NAME=HOST), url)


def _at_work(username: str) -> Client:
    client = Client(SERVER_NAME=HOST)
    sign_in(client, User.objects.get(username=username))
    return client
