"""What the tests of the importer need from outside."""

import os

import pytest

from .seeds import SAMPLES, SEEDS


@pytest.fixture(scope="session")
def seeds() -> None:
    """A test that asks for this needs the documents; with REQUIRE_SEEDS=1 it fails without."""
    give_up = pytest.fail if os.environ.get("REQUIRE_SEEDS") == "1" else pytest.skip
    for folder in (SEEDS, SAMPLES):
        if not any(folder.glob("*.txt")):
            give_up(f"The documents of the old site are not at {folder}")
