"""Make everything that is remembered of the public site old."""

from typing import Any

from django.core.management.base import BaseCommand

from mep_site.publicstate.triggers import raise_version


class Command(BaseCommand):
    """For changes that the database does not see, such as a file that was exchanged."""

    help = "Has every process render public pages anew, from the next request on."

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise the version."""
        raise_version()
        self.stdout.write("Every public page is rendered anew when it is next asked for.")
