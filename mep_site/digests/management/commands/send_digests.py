"""Tell colleagues what waits for them, for a timer of every few minutes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mep_site.digests.sending import send_digests
from mep_site.visitors.mail import can_send_mail


class Command(BaseCommand):
    """Sends digests and notices, goes on where another run stopped, and sends nothing twice."""

    help = "Tells colleagues by e-mail what waits for them; for a timer of every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many mails were taken."""
        if not can_send_mail():
            raise CommandError("There is no mail server: set EMAIL_HOST.")
        try:
            self.stdout.write(str(send_digests()))
        except OSError as error:
            raise CommandError(
                f"The mail server cannot be reached ({type(error).__name__}). "
                "Nothing is lost: the next run goes on."
            ) from error
