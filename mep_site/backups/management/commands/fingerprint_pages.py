"""List what the site answers for every page, in every language."""

from typing import Any

from django.core.management.base import BaseCommand

from mep_site.backups.drilling.answers import public_answers


class Command(BaseCommand):
    """Two lists, of before and after something, tell which pages it has changed."""

    help = "Writes a line of JSON for every page in every language: its answer as a SHA-256."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for one page after the other, as a stranger."""
        for answer in public_answers():
            self.stdout.write(answer.written())
