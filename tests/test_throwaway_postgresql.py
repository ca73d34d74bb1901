"""The PostgreSQL server of the tests, whoever starts it."""

import os
import pwd
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from .throwaway_postgresql import PACKAGE, server

pytestmark = pytest.mark.slow


@pytest.fixture
def folder():
    """A folder of its own."""
    with TemporaryDirectory(prefix="mep-site-tests-") as name:
        yield Path(name)


def test_a_server_answers_until_its_block_ends_and_starts_again_with_its_data(folder):
    with server(folder / "data") as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    with server(folder / "data") as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_no_system_user_is_made_and_no_folder_opened_for_a_server(folder):
    users, modes = pwd.getpwall(), [above.stat().st_mode for above in PACKAGE.parents]
    with server(folder / "data"):
        owner = pwd.getpwuid((folder / "data").stat().st_uid).pw_name
    assert owner == ("nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name)
    assert pwd.getpwall() == users
    assert [above.stat().st_mode for above in PACKAGE.parents] == modes
