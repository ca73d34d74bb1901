"""The HTTP Observatory finds nothing amiss, neither in public nor at the door of the admin.

Takes some ten seconds, as the site, its web server and one with TLS are started for it.
"""

import shutil
import sqlite3

import pytest
from django.conf import settings
from django.db import connection

from .measuring.observed import observed, site_with_tls

# All that there is: 100, and more for the policy (10), the referrer (5), frames (5), integrity (5),
# other origins (10) and cookies (5), of which reading sets none. Five are for hosts that browsers
# know by their list.
POINTS = [("/en/", 135), ("/admin/login/", 140)]


@pytest.fixture(scope="module")
def findings(django_db_setup, observatory, nginx, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    database = folder / "site.sqlite3"
    sqlite3.connect(connection.settings_dict["NAME"]).execute("VACUUM INTO ?", [str(database)])
    shutil.copytree(settings.MEDIA_ROOT, folder / "media")
    environment = {
        "DJANGO_SETTINGS_MODULE": f"{__package__}.settings_without_collected_files",
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(folder / "media"),
        "WEB_CONCURRENCY": "1",
    }
    with site_with_tls(folder, environment) as host:
        return observed(host, folder)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "points"), POINTS)
def test_the_observatory_gives_all_its_points(path, points, findings):
    failed = [name for name, test in findings[path]["tests"].items() if not test["pass"]]
    assert failed == []
    assert findings[path]["score"] == points
