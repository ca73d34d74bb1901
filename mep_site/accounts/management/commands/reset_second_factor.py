"""Let a colleague set up a second factor again who has lost the telephone."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.accounts.resetting import reset_second_factor


class Command(BaseCommand):
    """Removes apps, passkeys and recovery codes of a user, and ends all of their sessions."""

    help = "Removes the second factors of a user, and signs them out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="The user name.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reset; an error if there is no such user."""
        user = get_user_model().objects.filter(username=options["name"]).first()
        if user is None:
            raise CommandError(f"There is no user with the name {options['name']}.")
        removed = reset_second_factor(user)
        self.stdout.write(f"Removed: {removed}. {user.get_username()} is signed out everywhere.")
