"""What the tests of words start from."""

import pytest

from mep_site.publicstate import version

from .content import Content


@pytest.fixture
def content(db: None) -> Content:
    """What the demo's people have written."""
    return Content()


@pytest.fixture
def nothing_is_remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if something was published just now: what was rendered before has no marks."""
    monkeypatch.setattr(version, "current", lambda: request.node.nodeid)
