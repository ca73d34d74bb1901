"""The article in three languages that the tests of editions use, and a memory that is never old."""

import pytest

from mep_site.memory.matching import known

from ..translations.conftest import page, publishing_translators

__all__ = ["page", "publishing_translators"]


@pytest.fixture(autouse=True)
def _nothing_is_kept_from_another_test(monkeypatch):
    monkeypatch.setattr(known, "_by_language", {})
    monkeypatch.setattr(known, "MAX_AGE", 0)
