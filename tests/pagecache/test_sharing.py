"""What one process has rendered, none of the others renders; without Redis each does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import ConnectionError as NoConnection

from mep_site.pagecache import sharing
from mep_site.pagecache.sharing import Bearable, SharedPages

from ..measuring.server import free_port, running
from .requests import ask
from .site import POLICY
from .test_layer import BODY, Application


class Broken(LocMemCache):
    """Counts how often it is asked in vain."""

    def __init__(self) -> None:
        self.times = 0

    def get(self, *arguments: Any, **options: Any) -> None:
        self.times += 1
        raise NoConnection

    set = get


class Process:
    """A process of the site, with an application of its own."""

    def __init__(self, cache: BaseCache, release: str = "a") -> None:
        self.django, self.version = Application(), "1"
        self.pages = SharedPages(
            self.django, POLICY, lambda: self.version, release, Bearable(cache)
        )

    def ask(self, url: str = "/en/", method: str = "GET", **headers: str) -> bytes:
        return ask(self.pages, url, method, **headers).body

    @property
    def times(self) -> int:
        return len(self.django.asked)


@pytest.fixture
def cache() -> LocMemCache:
    cache = LocMemCache("shared pages", {})
    cache.clear()
    return cache


def test_a_page_is_rendered_by_one_process_for_all(cache: LocMemCache) -> None:
    one, other = Process(cache), Process(cache)
    assert one.ask() == other.ask() == BODY
    assert (one.times, other.times) == (1, 0)
    given, kept = ask(one.pages, "/en/"), ask(other.pages, "/en/")
    assert (given.status, given.headers) == (kept.status, kept.headers)


def test_each_version_of_the_site_and_of_its_code_has_its_own_pages(cache: LocMemCache) -> None:
    one, other, newer = Process(cache), Process(cache), Process(cache, release="b")
    one.ask()
    other.version = "2"
    other.ask()
    newer.ask()
    assert (other.times, newer.times) == (1, 1)


@pytest.mark.parametrize(
    ("url", "method", "headers"),
    [
        ("/en/", "GET", {"cookie": "sessionid=x"}),
        ("/en/", "HEAD", {}),
        ("/en/", "POST", {}),
        ("/en/", "GET", {"if_none_match": '"x"'}),
        ("/en//", "GET", {}),
    ],
)
def test_only_what_everybody_may_ask_for_is_shared(
    cache: LocMemCache, url: str, method: str, headers: dict[str, str]
) -> None:
    process = Process(cache)
    process.ask()
    process.ask(url, method, **headers)
    process.ask(url, method, **headers)
    assert process.times == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda django: setattr(django, "status", "404 Not Found"),
        lambda django: django.headers.update({"Cache-Control": "private"}),
        lambda django: django.headers.update({"Set-Cookie": "a=b"}),
    ],
)
def test_only_what_is_public_is_shared(
    cache: LocMemCache, change: Callable[[Application], None]
) -> None:
    process = Process(cache)
    change(process.django)
    assert process.ask() == process.ask() == BODY
    assert process.times == 2


def test_while_nobody_knows_the_version_nothing_is_shared(cache: LocMemCache) -> None:
    process = Process(cache)
    process.version = None
    process.ask()
    process.ask()
    assert process.times == 2


def test_a_cache_that_is_away_is_borne_and_left_alone_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr(sharing, "monotonic", lambda: now[0])
    broken = Broken()
    process = Process(broken)
    assert process.ask() == process.ask() == BODY
    assert broken.times == 1
    now[0] += sharing.PAUSE
    process.ask()
    assert broken.times == 2


@pytest.mark.slow
@pytest.mark.usefixtures("redis_server")
def test_pages_are_shared_by_redis_until_it_goes(tmp_path: Path) -> None:
    from django.core.cache.backends.redis import RedisCache

    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    cache = RedisCache(f"redis://127.0.0.1:{port}", {"OPTIONS": {"socket_timeout": 1}})
    one, other = Process(cache), Process(cache)
    with running([*command, "--dir", str(tmp_path), "--logfile", "log"], port, {}):
        assert one.ask() == other.ask() == BODY
        assert (one.times, other.times) == (1, 0)
    assert other.ask() == BODY
    assert other.times == 1
