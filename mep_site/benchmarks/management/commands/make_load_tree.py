"""Fill a database with published articles, to see what a big site is like."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from mep_site.benchmarks.filling.filling import fill
from mep_site.benchmarks.search.speed import tidy
from mep_site.demo.people import known_people


class Command(BaseCommand):
    """Publishes news and policies until there are so many; the same ones every time.

    What they are made of is the demo, which a site without pages is given first. A site that is not
    the demo, or runs without ``DEBUG``, is left as it is: nothing takes the articles out again.
    """

    help = "Fills the demo with many published articles, for measurements."

    def add_arguments(self, parser: Any) -> None:
        """Take the number of articles."""
        parser.add_argument("number", type=int, help="how many articles there are to be")
        parser.add_argument(
            "--anyway", action="store_true", help="fill this site, whatever it is used for"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, and let the database see how much there is now."""
        if not options["anyway"]:
            _refuse_real_site()
        home = Site.objects.get(is_default_site=True).root_page
        if not home.get_children().exists():
            call_command("load_demo", verbosity=options["verbosity"])
        fill(options["number"])
        tidy()


def _refuse_real_site() -> None:
    if not settings.DEBUG:
        raise CommandError(
            "This site runs without DEBUG, as one that people read. With --anyway it is filled."
        )
    home = Site.objects.get(is_default_site=True).root_page
    if home.get_children().exists() and not known_people():
        raise CommandError(
            "This site has pages that are not the demo's. With --anyway articles are added to them."
        )
