"""The security office is told what runs here, and nothing that opens anything."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from mep_site.inventory.gathering import SET_OR_NOT, TOLD_SETTINGS, what_runs
from mep_site.inventory.packages import installed_packages

pytestmark = pytest.mark.django_db
SECRET = "canary-of-a-secret-that-nobody-may-see"


def test_the_page_and_the_command_tell_versions_packages_and_state(admin):
    html = admin.get(reverse("inventory")).content.decode()
    out = StringIO()
    call_command("what_runs", "--json", stdout=out)
    told = json.loads(out.getvalue())
    for name in ("Commit", "Python", "Django", "Last backup", "Head of the audit log"):
        assert told["facts"][name]
    assert told["facts"]["Django"] in html
    assert {"name": "wagtail", "version": "8.0.1"}.items() <= next(
        each for each in told["packages"] if each["name"] == "wagtail"
    ).items()


def test_no_secret_is_told(admin, monkeypatch):
    secrets = [name for name in dir(settings) if name.endswith(("KEY", "TOKEN", "PASSWORD", "DSN"))]
    for name in {*secrets, *SET_OR_NOT} - {"SECRET_KEY"}:
        monkeypatch.setattr(settings, name, SECRET, raising=False)
    out = StringIO()
    call_command("what_runs", stdout=out)
    told = admin.get(reverse("inventory")).content.decode() + out.getvalue()
    assert SECRET not in told
    assert settings.SECRET_KEY not in told


def test_every_setting_that_is_told_exists():
    assert [name for name in (*TOLD_SETTINGS, *SET_OR_NOT) if not hasattr(settings, name)] == []


def test_every_package_has_a_version_and_nearly_all_a_licence():
    packages = installed_packages()
    assert all(each.version for each in packages)
    assert sum(not each.licence for each in packages) <= len(packages) / 20


def test_what_the_checks_for_production_say_is_told():
    ids = {each.id for each in what_runs().warnings}
    assert "security.W008" in ids


def test_nobody_sees_it_without_the_permission(visitor, editor, english_translator, publisher):
    for who in (visitor, editor, english_translator, publisher):
        assert who.get(reverse("inventory")).status_code == 302
    Group.objects.get(name="中文编辑").permissions.add(
        Permission.objects.get(codename="view_inventory")
    )
    assert editor.get(reverse("inventory")).status_code == 200
