"""Requests that make no sense are refused, each in its way, and never a failure of the server."""

import pytest

from .malformed.sending import failures

NUMBER = 200


@pytest.mark.asvs("1.2.4", "2.2.1", "15.3.5")
@pytest.mark.slow
@pytest.mark.every_database
@pytest.mark.django_db
def test_nothing_that_makes_no_sense_makes_the_server_fail():
    """The first 200, in some seconds; ``make test-malformed`` sends 10,000 to both databases."""
    assert [each for each in failures(1, NUMBER) if each] == []
