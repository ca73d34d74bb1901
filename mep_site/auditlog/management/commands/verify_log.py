"""Verify the audit log: every record, and what it was when its head was kept elsewhere."""

import logging
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mep_site.auditlog.chain.verifying import (
    Head,
    faults_of_log,
    head_of_chain,
    unrecorded_entries,
)
from mep_site.auditlog.log_entries import record_log_entries

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Names every record that was changed or is missing, and ends with an error then."""

    help = "Verifies the audit log; for a timer of once a day."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--head", action="store_true", help="Print the head of the chain only.")
        parser.add_argument(
            "--anchor",
            action="append",
            default=[],
            metavar="HEAD",
            help="A head that was printed earlier: the chain must still go through it.",
        )
        parser.add_argument(
            "--anchors",
            type=Path,
            metavar="FILE",
            help="The same for every line of a file; the head of today is added to it.",
        )
        parser.add_argument(
            "--mend",
            action="store_true",
            help="Record, as late, the entries of Wagtail's log that have no record.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is wrong, and the head; also to the log of the site, which is kept apart."""
        if options["head"]:
            self.stdout.write(str(head_of_chain()))
            return
        if options["mend"]:
            self._mend()
        faults = list(faults_of_log(_heads(options["anchor"], options["anchors"])))
        for fault in faults:
            self.stdout.write(fault)
            logger.error("Audit log: %s", fault)
        head = head_of_chain()
        logger.info("Head of the audit log: %s", head)
        if faults:
            raise CommandError(f"The audit log is not as it was written: {len(faults)} faults.")
        if options["anchors"]:
            with options["anchors"].open("a", encoding="ascii") as file:
                file.write(f"{head}\n")
        self.stdout.write(f"The audit log is as it was written. Its head: {head}")

    def _mend(self) -> None:
        with transaction.atomic():
            late = list(unrecorded_entries())
            record_log_entries(late, late=True)
        self.stdout.write(f"{len(late)} entries recorded late.")


def _heads(given: list[str], file: Path | None) -> list[Head]:
    lines = file.read_text("ascii").split() if file and file.exists() else []
    try:
        return [Head.parse(line) for line in [*given, *lines]]
    except ValueError as error:
        raise CommandError(f"That is no head of an audit log: {error}") from error
