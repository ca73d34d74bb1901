"""Where the five real documents lie: beside the checkout, not in it."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"The real documents of the old site are not at {SEEDS}"
)


def seed(number: int) -> Path:
    """The document with this number."""
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    return path
