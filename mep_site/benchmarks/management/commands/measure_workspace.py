"""Measure how long the workspace of a long translation takes to open, beside Wagtail's own form."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction
from django.test import Client

from mep_site.benchmarks.workspace.long_page import long_page
from mep_site.benchmarks.workspace.opening import openings
from mep_site.translations.admin.scope import edit_url
from mep_site.translations.languages import authoritative, languages


class Command(BaseCommand):
    """Makes a page in the configured database, opens its forms, and takes all of it back."""

    help = "Measures what the form of a long translation costs the server."

    def add_arguments(self, parser: Any) -> None:
        """Take how many texts the page has, and how often each form is opened."""
        parser.add_argument("--units", type=int, default=400)
        parser.add_argument("--rounds", type=int, default=7)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a row for each form, and the ratio of the two."""
        with transaction.atomic():
            self._measure(options["units"], options["rounds"])
            transaction.set_rollback(True)

    def _measure(self, units: int, rounds: int) -> None:
        language = languages()[1]
        page = long_page(units, language)
        client = Client(SERVER_NAME="localhost")
        client.force_login(get_user_model().objects.filter(is_superuser=True).first())
        forms = {
            "Wagtail’s form of the Chinese": edit_url(page, authoritative()),
            "workspace": edit_url(page, language),
        }
        found = openings(client, forms, rounds)
        self.stdout.write("| form | CPU ms | SQL | kB |\n|---|---|---|---|")
        for name, each in found.items():
            self.stdout.write(
                f"| {name} | {each.milliseconds:.0f} | {each.queries} | {each.size / 1000:.0f} |"
            )
        usual, ours = (each.milliseconds for each in found.values())
        self.stdout.write(f"The workspace takes {ours / usual:.2f} times the time.")
