"""Send what is new to those who follow it, for a timer of every few minutes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.subscriptions.sending.run import send_subscriptions
from mep_site.visitors.mail import can_send_mail


class Command(BaseCommand):
    """Tells subscribers what is due, goes on where another run stopped, and sends nothing twice."""

    help = "Sends what is new to those who follow it by e-mail; for a timer of every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many mails were taken."""
        if not can_send_mail():
            raise CommandError("There is no mail server: set EMAIL_HOST.")
        try:
            sent = send_subscriptions()
        except OSError as error:
            raise CommandError(
                f"The mail server cannot be reached ({type(error).__name__}). "
                "Nothing is lost: the next run goes on."
            ) from error
        self.stdout.write(str(sent))
