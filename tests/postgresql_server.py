"""Run a command with DATABASE_URL naming a PostgreSQL server that lives as long as the command.

A server that DATABASE_URL names already is used as it is.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .throwaway_postgresql import server


def main(command: list[str]) -> int:
    """Run the command and return its exit status."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    with (
        TemporaryDirectory(prefix="mep-site-postgresql-") as folder,
        server(Path(folder, "data")) as url,
    ):
        environment = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
