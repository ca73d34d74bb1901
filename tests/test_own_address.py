"""The site's name is given once: Wagtail's site in the database takes it from the environment."""

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from wagtail.models import Site

from mep_site.siteconfig.address import check_address


@pytest.fixture
def stored(db) -> Site:
    """The site as a new database has it."""
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("localhost", 80)
    return site


def migrated() -> None:
    """Do what follows the migrations of the app."""
    app = apps.get_app_config("siteconfig")
    post_migrate.send(app, app_config=app, using="default", verbosity=0, interactive=False)


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("https://www.example.org", "www.example.org", 443),
        ("http://intranet", "intranet", 80),
        ("http://10.0.0.7:8080", "10.0.0.7", 8080),
    ],
)
def test_a_new_site_takes_the_address(stored, settings, address, host, port):
    settings.WAGTAILADMIN_BASE_URL = address
    (warning,) = check_address(databases=["default"])
    assert warning.id == "siteconfig.W001"
    migrated()
    stored.refresh_from_db()
    assert (stored.hostname, stored.port, stored.root_url) == (host, port, address)
    assert check_address(databases=["default"]) == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:8080"])
def test_a_site_that_only_this_machine_reaches_needs_no_name(stored, settings, address):
    settings.WAGTAILADMIN_BASE_URL = address
    migrated()
    stored.refresh_from_db()
    assert (stored.hostname, stored.port) == ("localhost", 80)
    assert check_address(databases=["default"]) == []


def test_a_name_that_somebody_has_given_stays_and_is_warned_of(stored, settings):
    stored.hostname = "old.example.org"
    stored.save()
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    migrated()
    stored.refresh_from_db()
    assert stored.hostname == "old.example.org"
    (warning,) = check_address(databases=["default"])
    assert "old.example.org with port 80" in warning.msg


def test_no_check_reads_a_database_that_is_not_to_be_checked():
    assert check_address() == []
