"""Erase the names of a person from the audit log, which stays verifiable."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from mep_site.auditlog.erasing import erase_person


class Command(BaseCommand):
    """For somebody who has left: what was done stays recorded, by a person without a name."""

    help = "Erases the names of a deleted or deactivated account from the audit log, for good."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        """An error for an account in use, whose deeds must have a name, or for an unknown one."""
        name = options["username"]
        if get_user_model().objects.filter(username=name, is_active=True).exists():
            raise CommandError("This account is in use. Deactivate or delete it first.")
        erased = erase_person(name)
        if not erased:
            raise CommandError("The audit log knows nobody of this name.")
        self.stdout.write(f"{erased} names erased.")
