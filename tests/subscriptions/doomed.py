"""A process that sends and may be killed while it does.

Loaded once by a server that forks, so that each of the processes starts at once.
"""

import os
import signal
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


def send(port: int) -> None:
    """Send what is due to the mail server at this port."""
    from django.conf import settings
    from django.core.management import call_command

    from .mail_server import smtp_settings

    for name, value in smtp_settings(port).items():
        setattr(settings, name, value)
    call_command("send_subscriptions", verbosity=0)


def send_and_die_before_the_claim(port: int) -> None:
    """The process is killed when a mail is on the line but for its last one."""
    _die_in(lambda claim: _kill_oneself())
    send(port)


def send_and_die_after_the_claim(port: int) -> None:
    """The process is killed in the moment in which a mail can be lost."""
    _die_in(lambda claim: (claim(), _kill_oneself()))
    send(port)


def _die_in(deed: Any) -> None:
    from mep_site.subscriptions.models import OutgoingMail

    claim = OutgoingMail.claim_handover
    OutgoingMail.claim_handover = lambda self: deed(lambda: claim(self))


def _kill_oneself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
