"""Browsers with all kinds of dictionaries walk over the site."""

import pytest

from .hops import walk

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_every_page_is_read_with_the_dictionary_that_was_named_or_none():
    counts, wrong = walk(hops=400, pages=20)
    assert wrong == []
    assert {"dcz for newest", "dcz for older", "br for foreign", "br for removed"} <= {*counts}
    assert not {"dcz for removed", "dcz for foreign", "dcz for none"} & {*counts}
