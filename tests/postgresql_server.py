"""Run a command with DATABASE_URL naming a PostgreSQL server that lives as long as the command.

    python -m tests.postgresql_server COMMAND

A server that DATABASE_URL names already is used as it is. Ours has the demo database: it begins as
a copy of a server that was stopped when it had made that, and which is kept beside it.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .prepared import kept_folder
from .throwaway_postgresql import PROGRAMS, server


def main(command: list[str]) -> int:
    """Run the command and return its exit status."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    with TemporaryDirectory(prefix="mep-site-postgresql-") as folder:
        data = Path(folder, "data")
        put_demo_data(data)
        return _run(command, data).returncode


def put_demo_data(data: Path) -> None:
    """Put the files of a server that has the demo database into a folder that does not exist."""
    kept = kept_folder("postgresql") / "server"
    if kept.exists():
        _copy(kept, data)
    else:
        _run([sys.executable, "-m", "tests.prepared"], data).check_returncode()
        _copy(data, kept)


def _run(command: list[str], data: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command beside a server whose files are in this folder."""
    # Programs of the server's own version come first, such as those that back it up.
    path = os.pathsep.join([str(PROGRAMS / "bin"), os.environ["PATH"]])
    with server(data) as url:
        environment = {**os.environ, "DATABASE_URL": url, "PATH": path}
        return subprocess.run(command, check=False, env=environment)


def _copy(source: Path, target: Path) -> None:
    """Copy the files of a server that is stopped, with their owner."""
    unfinished = target.with_suffix(".unfinished")
    subprocess.run(["cp", "-a", source, unfinished], check=True)
    unfinished.rename(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
