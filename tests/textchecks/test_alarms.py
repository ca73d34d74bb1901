"""How often the checks raise an alarm in the texts of the demo, which are right."""

import pytest
from django.core.management import call_command

from mep_site.benchmarks.textchecks.alarms import alarms_of_site

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_fewer_than_one_text_in_twenty_raises_a_false_alarm():
    for alarms in alarms_of_site():
        assert alarms.pairs > 500
        assert alarms.percent < 5, alarms.by_check


def test_what_was_measured_is_written_into_the_document(tmp_path):
    document = tmp_path / "document.md"
    document.write_text("Before\n<!-- measured -->\n<!-- /measured -->\nAfter\n")
    call_command("measure_textchecks", table=document)
    written = document.read_text()
    assert written.startswith("Before\n<!-- measured -->\n| language |")
    assert "| en |" in written
    assert "| ru |" in written
    assert written.endswith("<!-- /measured -->\nAfter\n")
