"""Create the groups of editors, translators and publishers."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from mep_site.translations.permissions.groups import create_groups


class Command(BaseCommand):
    """Run once on a new site. Groups that exist are left as they are."""

    help = "Creates the groups of editors, translators and publishers that do not exist yet."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Create what is missing and say what was made."""
        for group in create_groups():
            self.stdout.write(f"Created: {group.name}")
