"""Asks the site what makes no sense, outside of pytest."""

import argparse
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import transaction
from django.test.utils import setup_test_environment

from ...prepared import demo_database


def main() -> None:
    """Ask, say what failed, and end with 1 if anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    failed = 0
    with site_for_tests():
        # Knows models, which are there by now.
        from .sending import failures

        for failure in failures(chosen.seed, chosen.requests):
            if failure:
                failed += 1
                sys.stdout.write(failure + "\n")
    sys.stdout.write(f"{chosen.requests} requests, {failed} failures\n")
    sys.exit(bool(failed))


@contextmanager
def site_for_tests() -> Iterator[None]:
    """The site with the settings of the tests and a copy of the demo content, outside of pytest."""
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    with demo_database(f"malformed_{os.getpid()}"), transaction.atomic():
        yield
        transaction.set_rollback(True)


os.environ["DJANGO_SETTINGS_MODULE"] = "mep_site.settings.test"
django.setup()
main()
