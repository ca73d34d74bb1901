"""What measures pages finds each kind of them, and counts what it says it counts."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from mep_site.benchmarks.pages.costs import costs
from mep_site.benchmarks.pages.kinds import visits
from mep_site.translations.languages import languages

pytestmark = pytest.mark.slow


def test_each_kind_of_page_is_found_in_each_language(visitor, db):
    found = list(visits())
    kinds = {visit.kind for visit in found}
    assert {(visit.kind, visit.language) for visit in found} == {
        (kind, language) for kind in kinds for language in languages()
    }
    statuses = {visit: visitor.get(visit.address).status_code for visit in found}
    assert {visit.kind for visit, status in statuses.items() if status == 404} == {"404"}
    assert set(statuses.values()) == {200, 404}


@pytest.fixture
def open_connection(db):
    """The connection stays open when a request begins or ends, as for Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_a_cost_has_its_queries_and_its_time_beside_that_of_the_floor(open_connection):
    (cost,) = costs([next(visits())], rounds=1)
    assert 0 < cost.queries <= 8
    assert cost.in_floors == cost.milliseconds / cost.floor > 0
