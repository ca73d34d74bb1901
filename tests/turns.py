"""Sweeps that are too long for every run take turns.

A run does a share of such a sweep, the run of the next day another one. ``WHOLE=1`` does all of it;
``TURN``, which a run says at its beginning, repeats the shares of another day.
"""

import os
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

Each = TypeVar("Each")

IS_WHOLE = os.environ.get("WHOLE") == "1"
# In the environment, so that all processes of a run that goes on over midnight agree.
TURN = int(os.environ.setdefault("TURN", str(date.today().toordinal())))


def whose_turn_it_is(all_of_them: Iterable[Each], of: int) -> list[Each]:
    """Every ``of``-th of them, beginning with another one each day; all where all are asked for."""
    every = list(all_of_them)
    return every if IS_WHOLE else every[TURN % of :: of]
