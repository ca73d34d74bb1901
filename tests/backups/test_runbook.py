"""What the runbook tells an operator to type is what the commands take."""

import re
import shlex
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

PAGES = ("backups.md", "upgrading.md", "operations.md")


def typed() -> Iterator[tuple[str, ...]]:
    """Each `manage.py` command of these pages that is ours, with its arguments."""
    for page in PAGES:
        text = (settings.BASE_DIR / "docs" / page).read_text("utf-8")
        for line in re.findall(r"manage\.py ((?:backup|restore|drill)\b[^|\n`]*)", text):
            yield tuple(shlex.split(line.replace("…", "site.tar"), comments=True))


@pytest.mark.parametrize("command", sorted(set(typed())), ids=" ".join)
def test_a_command_of_the_runbook_can_be_typed(command: tuple[str, ...]) -> None:
    name, *arguments = command
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    parser.parse_args(arguments)


def test_the_runbook_has_commands() -> None:
    assert {name for name, *_ in typed()} == {"backup", "restore", "drill"}
