"""A process that publishes and may be killed while it does.

Loaded once by a server that forks, so that each of the processes starts at once.
"""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mep_site.settings.test")
django.setup()


def run(deed: Callable[..., None], database: dict[str, Any], pipe: Connection, *args: Any) -> None:
    """Do it to this database; says when it starts and when it is done."""
    from django.db import connection

    connection.settings_dict.update(database)
    connection.ensure_connection()
    pipe.send("started")
    deed(*args)
    pipe.send("done")


def publish(revision: int) -> None:
    """Publish the way a program does, without a request and its transaction."""
    from wagtail.models import Revision

    Revision.objects.get(pk=revision).publish()


def publish_scheduled(revision: int) -> None:
    """Publish what is due, the way a timer does."""
    from django.core.management import call_command

    call_command("publish_scheduled")
