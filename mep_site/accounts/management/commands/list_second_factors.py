"""Who has a second factor, and who needs one: for the security office."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

from mep_site.accounts.obligation import is_powerful


class Command(BaseCommand):
    """Prints a line for each active user: the name, "needed" or "-", and what they have."""

    help = "Lists the active users, whether they need a second factor, and what they have."

    def handle(self, *args: Any, **options: Any) -> None:
        """List by name."""
        for user in get_user_model().objects.filter(is_active=True).order_by("username"):
            kinds = Authenticator.objects.filter(user=user).values_list("type", flat=True)
            need = "needed" if is_powerful(user) else "-"
            has = ", ".join(sorted({*kinds})) or "none"
            self.stdout.write(f"{user.get_username():<20} {need:<8} {has}")
