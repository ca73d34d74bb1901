"""Run what is to happen by the clock: the process that stands in for a row of timers."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mep_site.scheduling.overview import overview
from mep_site.scheduling.running import Scheduler


class Command(BaseCommand):
    """Starts each management command of ``scheduling/jobs.py`` when it is due."""

    help = "Runs what is to happen by the clock, until it is told to end (TERM)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to run what is due once, or to say what runs when."""
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument(
            "--once",
            action="store_true",
            help="Run what is due now, wait for it, and end with an error if any of it has failed; "
            "for a timer of every minute.",
        )
        ways.add_argument(
            "--list",
            action="store_true",
            help="Say what runs when, and how it last ended; end with an error if something is "
            "overdue or has failed.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until told otherwise."""
        if options["list"]:
            self._list()
            return
        scheduler = Scheduler()
        self._end_when_told(scheduler)
        if not options["once"]:
            scheduler.run()
            return
        scheduler.run_once()
        if scheduler.failed:
            raise CommandError("This has failed: " + ", ".join(scheduler.failed))

    def _list(self) -> None:
        states = list(overview())
        rows = [
            ("command", "when", "last began", "how it ended"),
            *(each.cells() for each in states),
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
        if late := [each.job.command for each in states if each.is_in_arrears]:
            raise CommandError("Overdue or failed: " + ", ".join(late))

    def _end_when_told(self, scheduler: Scheduler) -> None:
        def stop(number: int, frame: object) -> None:
            scheduler.is_stopping = True

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
