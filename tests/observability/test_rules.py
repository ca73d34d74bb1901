"""The rules by which Prometheus alerts are about metrics that exist, and are explained."""

import re

import pytest
import yaml
from prometheus_client import REGISTRY
from prometheus_client.core import GaugeMetricFamily

from mep_site.observability.metrics import asking, meters

from ..test_architecture import ROOT

RULES = yaml.safe_load((ROOT / "deploy" / "prometheus_rules.yml").read_text("utf-8"))
EXPLAINED = (ROOT / "docs" / "observability.md").read_text("utf-8")
NAME = re.compile(r"mep_(?!site)\w+")


@pytest.fixture(scope="module")
def metrics():
    """The names of all that Prometheus may be told, as in its answer."""
    from django.utils.module_loading import autodiscover_modules

    autodiscover_modules("metrics")
    counted = {
        f"{metric.name}{suffix}"
        for metric in REGISTRY.collect()
        for suffix in ("", "_total", "_count", "_bucket", "_sum")
    }
    looked_up = {GaugeMetricFamily(*each).name for each in asking._functions}
    assert meters.REQUESTS
    return counted | looked_up


def test_every_rule_is_about_metrics_that_exist(metrics):
    rules = [rule for group in RULES["groups"] for rule in group["rules"]]
    assert rules
    for rule in rules:
        assert set(NAME.findall(rule["expr"])) <= metrics, rule["alert"]
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["annotations"]["summary"].endswith((".", "?"))


def test_every_metric_is_explained_and_no_other(metrics):
    named = set(NAME.findall(EXPLAINED))
    assert named <= metrics
    assert {name for name, _help in asking._functions} <= named
