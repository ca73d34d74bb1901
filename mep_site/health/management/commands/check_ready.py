"""Say whether the site could serve, without asking a running one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.health.readiness import readiness


class Command(BaseCommand):
    """Looks at what ``/readyz`` looks at, from a process of its own."""

    help = "Says whether database, migrations and uploads are as the site needs them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Name each part, and end with an error if the site is not ready."""
        found = readiness()
        for name, state in found.found.items():
            self.stdout.write(f"{name}: {state}")
        if not found.is_ready:
            raise CommandError(f"The site is {found.status}.")
        self.stdout.write(f"The site is {found.status}.")
