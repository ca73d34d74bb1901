"""How far the loading has come, for whoever waits in front of a terminal."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from tqdm import tqdm

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class ProgressBars:
    """Shows bars with the time that is left; none in a log, and none at all if ``is_quiet``."""

    is_quiet: bool = False

    def through(self, things: Collection[Thing], name: str) -> Iterable[Thing]:
        """Hand over these things one by one and show how many of them are done."""
        return tqdm(things, desc=name, unit="", disable=self.is_quiet or None)
