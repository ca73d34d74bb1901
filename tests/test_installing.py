"""A production is installed as docs/operations.md says, from an empty folder on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .test_deployment_files import ROOT

ADDRESS = "https://www.example.org"


@pytest.mark.slow
def test_a_fresh_production_is_ready_and_knows_its_name(tmp_path: Path) -> None:
    """All migrations run, on an empty database: hence half a minute."""
    pages = tmp_path / "error-pages"
    commands = [
        "migrate --verbosity=0",
        "collectstatic --noinput --dry-run --verbosity=0",
        f"write_error_pages {pages}",
        "create_groups",
        "createsuperuser --noinput",
        "check --deploy --database default --fail-level WARNING",
        "check_ready",
    ]
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": f"{__package__}.settings_without_collected_files",
        "SECRET_KEY": "x" * 20 + "0123456789abcdefghijklmnopqrstuvwxyz",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "WAGTAILADMIN_BASE_URL": ADDRESS,
        "DJANGO_SUPERUSER_USERNAME": "root",
        "DJANGO_SUPERUSER_PASSWORD": "correct horse battery staple",
        "DJANGO_SUPERUSER_EMAIL": "it@example.org",
    }
    run = subprocess.run(
        [sys.executable, "-m", f"{__package__}.fresh_production", *commands],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    *said, found = run.stdout.splitlines()
    assert "The site is ready." in said
    told = json.loads(found)
    assert told["address"] == ADDRESS
    assert told["administrators"] == ["it@example.org"]
    assert told["groups"] >= 4
    assert (pages / "502.html").exists()
