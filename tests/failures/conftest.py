"""The whole site as it is deployed, for the tests of a module."""

import re
from collections.abc import Iterator

import pytest

from .stack import Stack, running_stack, wait_until
from .visits import visit


@pytest.fixture(scope="module")
def stack(nginx: None, redis_server: None) -> Iterator[Stack]:
    """All servers, running; a test that ends one starts it again."""
    with running_stack() as stack:
        wait_until(lambda: visit(stack.port, "/en/").status == 200)
        yield stack


@pytest.fixture(scope="module")
def paths(stack: Stack) -> list[str]:
    """The addresses of all pages in all languages, as the site names them to search engines."""
    found = []
    for part in _addresses(stack, "/sitemap.xml"):
        found += _addresses(stack, part)
    return sorted(set(found))


def _addresses(stack: Stack, path: str) -> list[str]:
    """The paths of the addresses in a site map."""
    body = visit(stack.port, path).body.decode()
    return re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", body)
