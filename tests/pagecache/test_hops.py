"""Browsers with all kinds of dictionaries walk over the site."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from .hops import walk


@pytest.fixture
def _one_connection(db: None) -> Iterator[None]:
    """Django would give the connection of the test back after each request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.slow
@pytest.mark.usefixtures("_one_connection")
def test_every_page_is_read_with_the_dictionary_that_was_named_or_none():
    counts, wrong = walk(hops=400, pages=20)
    assert wrong == []
    assert {"dcz for newest", "dcz for older", "br for foreign", "br for removed"} <= {*counts}
    assert not {"dcz for removed", "dcz for foreign", "dcz for none"} & {*counts}
