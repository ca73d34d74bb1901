"""Delete what is not needed any more of those who reported errors."""

from typing import Any

from django.core.management.base import BaseCommand

from mep_site.feedback.models import ErrorReport, SenderTrace


class Command(BaseCommand):
    """Deletes e-mail addresses whose time is over, and old traces of senders; the reports stay."""

    help = "Deletes e-mail addresses of reporters whose time is over; for a daily timer."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how much."""
        addresses = ErrorReport.objects.with_address_to_forget().update(email="")
        traces = SenderTrace.forget_old()
        self.stdout.write(f"{addresses} e-mail addresses and {traces} traces of senders deleted.")
