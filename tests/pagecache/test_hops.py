"""Browsers with all kinds of dictionaries walk over the site."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from mep_site.pagecache.samples import public_paths

from .hops import walk


@pytest.fixture
def paths(db: None) -> Iterator[list[str]]:
    """Some pages of the demo; the site answers in the transaction of the test."""
    found = public_paths()[::9]
    # Django would give the connection of the test back after each request.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
def test_every_page_is_read_with_the_dictionary_that_was_named_or_none(paths):
    counts, wrong = walk(400, paths)
    assert wrong == []
    assert {"dcz for newest", "dcz for older", "br for foreign", "br for removed"} <= {*counts}
    assert not {"dcz for removed", "dcz for foreign", "dcz for none"} & {*counts}
