"""The dictionaries of this site: files that all its processes share, each named by its content."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import monotonic

from .dictionary import Dictionary

# How long a process may not notice that a dictionary has been added, in seconds.
LOOKS_EVERY = 10
# So many are kept. Browsers with an older one get other codings, and the address of the newest.
KEPT = 3

NAME = re.compile(r"[0-9a-f]{64}")


class Shelf:
    """The dictionaries in a folder; for any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: Mapping[str, Dictionary] = {}
        self._looked_at = float("-inf")

    @property
    def held(self) -> Mapping[str, Dictionary]:
        """Those that are here by what requests call them, the newest first."""
        if monotonic() - self._looked_at > LOOKS_EVERY:
            # Whoever asks meanwhile is answered from what was here before.
            self._looked_at = monotonic()
            read = (self._read(path) for path in self._files())
            self._held = {each.available: each for each in read if each}
        return self._held

    @property
    def newest(self) -> Dictionary | None:
        """The one that browsers are told to fetch."""
        return next(iter(self.held.values()), None)

    def named(self, name: str) -> Dictionary | None:
        """The one that has this name, which is part of its address."""
        return next((each for each in self.held.values() if each.name == name), None)

    def add(self, dictionary: Dictionary) -> None:
        """Make it the newest one, and remove those that are older than the last ``KEPT``."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(dictionary.content)
        # Whoever serves it may be somebody else than who trained it.
        os.chmod(file.name, 0o644)
        # Under its name it is whole from the first moment.
        os.replace(file.name, self._folder / dictionary.name)
        self.keep(KEPT)

    def keep(self, number: int) -> None:
        """Remove all but so many, the newest ones."""
        for file in self._files()[number:]:
            file.unlink(missing_ok=True)
        self._looked_at = float("-inf")

    def _files(self) -> list[Path]:
        """The newest first."""
        if not self._folder.is_dir():
            return []
        files = [each for each in self._folder.iterdir() if NAME.fullmatch(each.name)]
        return sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)

    def _read(self, file: Path) -> Dictionary | None:
        """What is in the file, unless it was removed meanwhile or is not what its name says."""
        known = next((each for each in self._held.values() if each.name == file.name), None)
        if known:
            return known
        try:
            dictionary = Dictionary(file.read_bytes())
        except FileNotFoundError:
            return None
        return dictionary if dictionary.name == file.name else None
