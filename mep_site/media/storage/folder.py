"""Uploads in a folder of this machine."""

import os
from pathlib import Path
from secrets import token_hex

from django.core.files import File
from django.core.files.storage import FileSystemStorage

from .transactions import FollowsTransaction

# At the end of a name: whoever was writing the file has been killed.
UNFINISHED = ".unfinished"


class UploadFolder(FollowsTransaction, FileSystemStorage):
    """A folder in which each file is whole or not there, whatever becomes of who writes it."""

    def _save(self, name: str, content: File) -> str:
        """Write the file under another name, and give it its own when it is on the disk."""
        unfinished = Path(self.path(f"{name}.{token_hex(8)}{UNFINISHED}"))
        try:
            super()._save(str(unfinished), content)
            with unfinished.open("rb") as file:
                os.fsync(file.fileno())
            free = self._taken(name)
            unfinished.replace(self.path(free))
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        return free

    def _taken(self, name: str) -> str:
        """Take the name, or one like it if another process has taken it by now."""
        while True:
            try:
                Path(self.path(name)).touch(exist_ok=False)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name
