"""TMX 1.4b: the form in which tools for translators exchange memories.

``markup`` puts formatted text into inline codes and takes it out again, ``tags`` knows the names
that other tools have for our languages, ``writing`` and ``reading`` do the files, and ``importing``
keeps what was read until somebody adds it.

The standard: https://www.gala-global.org/tmx-14b
"""

from .writing import write_tmx

__all__ = ["write_tmx"]
