"""Say what runs here: versions, settings, records, packages, warnings."""

import json
from typing import Any

from django.core.management.base import BaseCommand, no_translations

from mep_site.inventory.gathering import WhatRuns, what_runs


class Command(BaseCommand):
    """The same as the page of the admin, for a machine without a browser."""

    help = "Says what runs here, for a security office; --json for programs."
    requires_system_checks = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--json", action="store_true", help="Write JSON.")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """In English, as all that operators are told."""
        found = what_runs()
        if options["json"]:
            self.stdout.write(json.dumps(inventory_as_json(found), indent=2))
        else:
            self._write(found)

    def _write(self, found: WhatRuns) -> None:
        for part in found.parts:
            self.stdout.write(f"\n{part.heading}\n")
            for fact in part.facts:
                self.stdout.write(f"  {fact.name}: {fact.value}")
        self.stdout.write("\nPackages\n")
        for package in found.packages:
            self.stdout.write(f"  {package.name} {package.version} ({package.licence})")
        self.stdout.write("\nWarnings\n")
        for warning in found.warnings:
            self.stdout.write(f"  {warning.id}: {warning.msg}")


def inventory_as_json(found: WhatRuns) -> dict[str, Any]:
    """The same by names that stay."""
    return {
        "facts": {str(fact.name): fact.value for part in found.parts for fact in part.facts},
        "packages": [package._asdict() for package in found.packages],
        "warnings": [{"id": each.id, "message": str(each.msg)} for each in found.warnings],
    }
