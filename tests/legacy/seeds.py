"""Where the real documents and the invented ones lie: beside the checkout, not in it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
SAMPLES = SHARED / "legacy_samples"

needs_seeds = pytest.mark.usefixtures("seeds")


def seed(number: int) -> Path:
    """The real document with this number."""
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    return path
