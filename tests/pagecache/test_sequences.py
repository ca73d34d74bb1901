"""Through random edits two processes with caches show what a site shows that remembers nothing."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from .sequences import comparison

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Sequences start from a copied file"),
]

SEQUENCES = 5


def test_what_is_edited_is_shown_everywhere_in_every_language(
    django_db_setup: None, tmp_path: Path
) -> None:
    name = tmp_path / "site.sqlite3"
    shutil.copyfile(connection.settings_dict["NAME"], name)
    with comparison({"NAME": str(name)}, str(settings.MEDIA_ROOT)) as compared:
        differences = [each for number in range(SEQUENCES) for each in compared.run(number)]
    assert differences == []
    assert compared.counts["mep; hit"]
