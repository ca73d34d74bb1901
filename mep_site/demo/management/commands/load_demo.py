"""Load the demo content and print the demo logins."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.conf import ENVIRONMENT_VARIABLE
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Site

from mep_site.demo.load import load_content
from mep_site.demo.people import known_people
from mep_site.demo.progress_bars import ProgressBars
from mep_site.translations.languages import authoritative

# Named one by one: a new settings module is one of production until it is known to be none.
SETTINGS_FOR_DEMO = ("mep_site.settings.dev", "mep_site.settings.test")


class Command(BaseCommand):
    """Adds the demo's pages, pictures, groups and users to a site that has no pages yet.

    A site that has pages below its home page is left exactly as it is. Because the passwords are
    public, the command runs with the settings of development and of tests only.
    """

    help = "Loads the demo content into a site without pages, and prints the demo logins."

    def add_arguments(self, parser: CommandParser) -> None:
        """The day is for whoever needs the same content again, such as tests."""
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            default=timezone.localdate(),
            help="The day from which the demo counts the days of events and of the latest news.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load once, print the logins every time."""
        _refuse_production()
        with transaction.atomic(), translation.override(authoritative().code), _fewer_log_lines():
            home = Site.objects.get(is_default_site=True).root_page.specific
            if not home.get_children().exists():
                self.stdout.write("Loading the demo content (20 seconds to two minutes)")
                bars = ProgressBars(is_quiet=options["verbosity"] == 0)
                load_content(home, bars, options["today"])
        self._print_logins()

    def _print_logins(self) -> None:
        people = known_people()
        if people:
            self.stdout.write("Demo logins (public passwords; never use them on a real site):")
        for person in people:
            self.stdout.write(
                f"  {person.username:<12}{person.password:<18}{person.description}".rstrip()
            )


@contextmanager
def _fewer_log_lines() -> Iterator[None]:
    """Keep Wagtail from logging two lines about each page."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    yield
    logger.setLevel(level)


def _refuse_production() -> None:
    module = os.environ.get(ENVIRONMENT_VARIABLE, "")
    if module not in SETTINGS_FOR_DEMO:
        raise CommandError(
            f"load_demo creates users with public passwords and does not run with {module}; "
            f"it runs with {' or '.join(SETTINGS_FOR_DEMO)}."
        )
