"""Delete an address because its owner asks for it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.subscriptions.sending.forgetting import forget_address


class Command(BaseCommand):
    """Deletes an address with all its subscriptions, and what waits to be sent there."""

    help = "Deletes an e-mail address with all its subscriptions."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("address", help="The address, in whatever case.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete; an error if nothing is known of the address."""
        if not forget_address(options["address"]):
            raise CommandError("Nothing is known of this address.")
        self.stdout.write("The address and its subscriptions are deleted.")
