"""What an operator does about signing in, and the demo, which asks for less."""

import json
import os
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from mep_site.accounts.obligation import refuse_offer_in_production

from ..test_architecture import ROOT
from .conftest import Colleague


def said_by(capsys, *command: str) -> str:
    call_command(*command)
    return capsys.readouterr().out


def test_the_command_resets_a_second_factor_and_the_log_says_so(publisher_at_the_door, capsys):
    publisher_at_the_door.has_codes("11112222")
    assert "Removed: 2" in said_by(capsys, "reset_second_factor", "publisher")
    assert not Authenticator.objects.exists()
    entry = ModelLogEntry.objects.get(action="accounts.second_factor_reset")
    assert entry.object_id == str(publisher_at_the_door.user.pk)


def test_the_command_names_a_name_that_nobody_has(db):
    with pytest.raises(CommandError, match="nobody"):
        call_command("reset_second_factor", "nobody")


def test_the_list_says_who_needs_a_second_factor_and_who_has_one(publisher_at_the_door, capsys):
    lines = {line.split()[0]: line for line in said_by(capsys, "list_second_factors").splitlines()}
    assert lines["publisher"].split()[1:] == ["needed", "totp"]
    assert lines["admin"].split()[1:] == ["needed", "none"]
    assert lines["russian"].split()[1:] == ["-", "none"]


def test_the_first_administrator_of_a_fresh_site_gets_in(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "the first one's own")
    call_command("createsuperuser", interactive=False, username="first", email="")
    first = Colleague("first")
    first.types_password("the first one's own")
    assert not first.is_in()
    first.client.get("/admin/account/second-factor/app/")
    secret = first.client.session["mfa.totp.secret"]
    first.sends("mfa_activate_totp", code=first.code_of(secret))
    assert first.is_in()
    assert User.objects.get(username="first").is_superuser


def test_no_settings_but_the_demo_s_can_switch_the_second_factor_off(settings):
    settings.SECOND_FACTOR_IS_ONLY_OFFERED = True
    with pytest.raises(ImproperlyConfigured, match="knows a password"):
        refuse_offer_in_production()


@pytest.mark.slow
def test_the_demo_s_settings_have_it_and_those_of_production_have_not():
    production = {
        "SECRET_KEY": "x" * 50,
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": "sqlite:////tmp/none.sqlite3",
        "WAGTAILADMIN_BASE_URL": "http://localhost",
    }
    show = (
        "import json; from django.conf import settings;"
        "print(json.dumps(getattr(settings, 'SECOND_FACTOR_IS_ONLY_OFFERED', None)))"
    )
    found = {}
    for name, values in (("dev", {}), ("production", production)):
        where = {"DJANGO_SETTINGS_MODULE": f"mep_site.settings.{name}", **values}
        environment = {**os.environ, "SECOND_FACTOR_IS_ONLY_OFFERED": "1", **where}
        told = subprocess.run(
            [sys.executable, "-c", show],
            env=environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        found[name] = json.loads(told.stdout)
    assert found == {"dev": True, "production": None}


def test_the_demo_says_on_its_start_page_what_a_real_site_asks_for(newcomer, settings):
    settings.SECOND_FACTOR_IS_ONLY_OFFERED = True
    newcomer.types_password()
    assert "second-factor-offer" in newcomer.client.get("/admin/").content.decode()
    newcomer.has_app()
    assert "second-factor-offer" not in newcomer.client.get("/admin/").content.decode()
