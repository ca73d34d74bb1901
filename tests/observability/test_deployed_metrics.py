"""The processes of gunicorn count together, and forget nothing when one of them ends."""

import os
import signal
import time
from http.client import HTTPConnection

import pytest
from prometheus_client.parser import text_string_to_metric_families

from ..measuring.server import SITE, production, served
from ..measuring.serving.clock import workers_of

pytestmark = pytest.mark.slow
TOKEN = "a-token-that-nobody-guesses"
PATIENCE = 20


def get(port, path, **headers):
    client = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    client.request("GET", path, headers={"Host": f"127.0.0.1:{port}", **headers})
    answer = client.getresponse()
    body = answer.read().decode()
    client.close()
    return answer.status, body


def value(port, name, **labels):
    status, body = get(port, "/metrics", Authorization=f"Bearer {TOKEN}")
    assert status == 200
    samples = [each for one in text_string_to_metric_families(body) for each in one.samples]
    return sum(
        each.value
        for each in samples
        if each.name == name and labels.items() <= each.labels.items()
    )


def test_all_processes_count_together(django_db_setup, tmp_path):
    """Twelve seconds: the site is started as in production, and a worker is killed."""
    from django.db import connection

    environment = production("http://127.0.0.1:8000") | {
        "DJANGO_SETTINGS_MODULE": "tests.settings_without_collected_files",
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "METRICS_TOKEN": TOKEN,
        "ALLOWED_HOSTS": "127.0.0.1",
        "WEB_CONCURRENCY": "2",
    }
    with served(SITE, environment) as site:
        for _ in range(8):
            assert get(site.port, "/en/search/?q=water")[0] == 200
        measured = {"view": "search", "status": "2xx"}
        assert value(site.port, "mep_request_seconds_count", **measured) == 8
        assert get(site.port, "/metrics")[0] == 404
        workers = workers_of(site.master)
        os.kill(workers[0], signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while len({*workers_of(site.master)} - {*workers}) < 1 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert value(site.port, "mep_request_seconds_count", **measured) == 8
        assert value(site.port, "mep_subscription_mails_waiting") == 0
        assert value(site.port, "mep_page_cache_answers_total", outcome="bypass") > 0
