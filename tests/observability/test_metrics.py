"""Prometheus is answered, if it knows the token, with what was counted and what is looked up."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from mep_site.observability.metrics import asking, tallies
from mep_site.observability.metrics.exposition import with_metrics
from mep_site.observability.metrics.middleware import MeasuringMiddleware, kind_of_view
from mep_site.observability.statements import failure_counter, watching
from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.store import Memory

from ..pagecache.requests import ask
from ..pagecache.site import POLICY, REPLIES
from ..pagecache.test_layer import Application

TOKEN = "a token that nobody guesses"


@pytest.fixture
def token(monkeypatch):
    monkeypatch.setattr(settings, "METRICS_TOKEN", TOKEN)


def inner(environ, start_response):
    start_response("404 Not Found", [])
    return [b"the site"]


def asked(path="/metrics", authorization=f"Bearer {TOKEN}"):
    answers = []
    application = with_metrics(inner)
    environ = {"PATH_INFO": path, "HTTP_AUTHORIZATION": authorization, "REQUEST_METHOD": "GET"}
    body = b"".join(application(environ, lambda status, headers: answers.append(status)))
    return answers[0], body


@pytest.mark.django_db
def test_who_knows_the_token_gets_what_a_parser_of_prometheus_reads(token):
    status, body = asked()
    assert status == "200 OK"
    assert list(text_string_to_metric_families(body.decode()))


@pytest.mark.asvs("13.4.5")
@pytest.mark.parametrize(
    "said", ["", "Bearer", "Bearer wrong", TOKEN, f"bearer {TOKEN}", "Bearer é"]
)
def test_to_all_others_there_is_nothing_here(token, said):
    assert asked(authorization=said) == ("404 Not Found", b"the site")


def test_other_addresses_are_the_sites(token):
    assert asked("/metrics/") == ("404 Not Found", b"the site")


def test_without_a_token_nothing_stands_in_front_of_the_site():
    assert with_metrics(inner) is inner


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/news/", "page"),
        ("/admin/pages/3/edit/", "admin"),
        ("/en/search/", "search"),
        ("/robots.txt", "none"),
    ],
)
def test_requests_are_measured_by_what_they_are_for(path, kind):
    request = RequestFactory().get(path)
    assert kind_of_view(request) == "none"
    with override("en"):
        request.resolver_match = resolve(path)
    assert kind_of_view(request) == kind


def test_the_time_of_a_request_is_observed_with_its_class_of_status(token):
    labels = {"view": "none", "status": "4xx"}

    def number():
        return REGISTRY.get_sample_value("mep_request_seconds_count", labels) or 0

    before = number()
    MeasuringMiddleware(lambda request: HttpResponse(status=418))(RequestFactory().get("/"))
    assert number() == before + 1


def test_a_metric_that_cannot_be_looked_up_takes_no_other_along(monkeypatch):
    monkeypatch.setattr(asking, "_functions", {})

    @asking.looked_up("mep_broken", "Fails.")
    def _broken():
        raise ValueError

    @asking.looked_up("mep_unknown", "Has no value.")
    def _unknown():
        return None

    @asking.looked_up("mep_well", "Is well.")
    def _well():
        return 7

    found = {metric.name: metric.samples[0].value for metric in asking.LookedUp().collect()}
    assert found == {"mep_well": 7}
    assert REGISTRY.get_sample_value("mep_metric_failures_total", {"metric": "mep_broken"})


def test_what_happens_often_is_handed_on_once_a_second(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(tallies, "monotonic", lambda: clock[0])
    handed_on = []
    tally = tallies.Tally(("hit", "miss"), lambda *what: handed_on.append(what))
    for outcome in ("hit", "hit", "miss", "hit"):
        tally(outcome)
    assert handed_on == [("hit", 1)]
    clock[0] += tallies.INTERVAL
    tally("hit")
    assert handed_on[1:] == [("hit", 3), ("miss", 1)]


@pytest.mark.parametrize(
    ("version", "outcomes"), [("1", ["miss", "hit"]), (None, ["bypass", "bypass"])]
)
def test_the_page_cache_tells_the_outcome_of_each_request(version, outcomes):
    told = []
    store = Memory(1_000_000)
    cache = PageCache(Application(), POLICY, store, lambda: version, REPLIES, told.append)
    for _ in range(2):
        ask(cache, "/en/")
    assert told == outcomes


@pytest.mark.django_db
def test_statements_that_fail_are_counted_by_their_class():
    from django.db import ProgrammingError, connection, transaction
    from django.db.utils import OperationalError

    counted = []
    watching(failure_counter(counted.append))(None, connection)
    wrapper = connection.execute_wrappers[-1]
    with pytest.raises((ProgrammingError, OperationalError)), transaction.atomic():
        connection.cursor().execute("SELECT * FROM no_such_table")
    connection.execute_wrappers.remove(wrapper)
    assert counted
