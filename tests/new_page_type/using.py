"""Uses the site to which consultations were added, and prints what came of it as JSON.

Runs in the folder of the copy, with its database, which is that of the demo before they were added.
"""

import json
import sys
from dataclasses import replace
from typing import Any

import django

django.setup()

from bs4 import BeautifulSoup  # noqa: E402
from django.apps import apps  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.checks import run_checks  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from mep_site.core.models import BasePage  # noqa: E402
from mep_site.demo.library import Library  # noqa: E402
from mep_site.demo.outline import PageTreeLoader  # noqa: E402
from mep_site.demo.progress_bars import ProgressBars  # noqa: E402
from mep_site.translations.languages import languages  # noqa: E402
from tests.admin_forms import send  # noqa: E402
from tests.measuring.places import address  # noqa: E402
from tests.signing_in import sign_in  # noqa: E402

TYPED = {"zh-hans": "新征求意见", "en": "A new consultation", "ru": "Новое обсуждение"}


def main() -> dict[str, Any]:
    """Migrate, load the example, and look at everything that a page type has to do."""
    before = faults()
    call_command("makemigrations", "news", name="consultation", verbosity=0)
    call_command("migrate", verbosity=0)
    return {
        "before_the_migration": before,
        "after_it": faults(),
        "without_changes": is_migrated(),
        "served": served(),
        "created": created(),
    }


def faults() -> list[str]:
    """What the system checks name."""
    return [f"{fault.id} {fault.obj._meta.label}" for fault in run_checks()]


def is_migrated() -> bool:
    """Whether no table differs from its model."""
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    except SystemExit:
        return False
    return True


def served() -> dict[str, dict[str, Any]]:
    """What a visitor gets of the example in each language."""
    from mep_site.demo.content.services import CONSULTATION, SERVICES

    services = BasePage.objects.get(slug=SERVICES.slug).specific
    loader = PageTreeLoader(Library(), User.objects.get(username="admin"))
    loader.load(services, replace(SERVICES, children=(CONSULTATION,)), ProgressBars(is_quiet=True))
    page = apps.get_model("news.Consultation").objects.get()
    visitor = Client()
    site_map = visitor.get("/sitemap-0.xml").getvalue().decode()
    return {code: _served(visitor, page, code, site_map) for code in TYPED}


def _served(visitor: Client, page: BasePage, code: str, site_map: str) -> dict[str, Any]:
    url = address(page, code)
    response = visitor.get(url)
    html = BeautifulSoup(response.content, "html.parser")
    title = getattr(page, f"title_{code.replace('-', '_')}")
    beside = "en" if code == "ru" else "ru"
    found = visitor.get(f"/{code}/search/", {"q": title}).content.decode()
    return {
        "status": response.status_code,
        "heading_is_the_title": html.h1.get_text(strip=True) == title,
        "facts": [fact.get_text(strip=True) for fact in html.select(".margin .facts dd")],
        "first_fact_beside_another": _first_fact(visitor.get(url, {"with": beside})),
        "is_found": f'href="{url}"' in found,
        "is_in_the_site_map": f"{url}</loc>" in site_map,
    }


def _first_fact(parallel: HttpResponse) -> list[str]:
    """The first fact of a page in two languages, as each of them writes it."""
    html = BeautifulSoup(parallel.content, "html.parser")
    return [half.dd.decode_contents().strip() for half in html.select(".half .facts")]


def created() -> dict[str, bool]:
    """Whether the administrator is offered the type, and starts a page of it in each language."""
    administrator = Client()
    sign_in(administrator, User.objects.get(username="admin"))
    services = BasePage.objects.get(slug="services")
    url = reverse("wagtailadmin_pages:add", args=["news", "consultation", services.pk])
    offered = administrator.get(reverse("wagtailadmin_pages:add_subpage", args=[services.pk]))
    assert url in offered.content.decode()
    for language in languages():
        column, title = language.column("title"), TYPED[language.code]
        typed = {column: title, "closes_on": "2027-03-04", "slug": f"new-{language.code}"}
        send(administrator, f"{url}?language={language.code}", **typed)
    pages = apps.get_model("news.Consultation").objects
    return {
        language.code: pages.filter(**{language.column("title"): TYPED[language.code]}).exists()
        for language in languages()
    }


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
