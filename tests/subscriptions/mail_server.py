"""A real SMTP server that keeps what it takes, and can do something at a step of the dialogue."""

import email
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings

from ..measuring.server import free_port


class Postbox:
    """What the server has taken. ``replies`` are sent instead of its own at a step, by its name."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.replies: dict[str, str] = {}
        self.at_step: Callable[[str], None] = lambda step: None
        self.port = 0

    def recipients(self) -> list[str]:
        """To whom mails went, each as often as it was taken."""
        return sorted(message["To"] for message in self.taken)

    async def handle_EHLO(self, server, session, envelope, hostname, responses) -> Any:  # noqa: N802
        session.host_name = hostname
        self.at_step("EHLO")
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:  # noqa: N802
        envelope.mail_from = address
        return self._reply("MAIL")

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self._reply("RCPT")

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        reply = self.replies.get("DATA", "250 OK")
        if reply.startswith("250"):
            self.raw.append(envelope.content)
            self.taken.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return self._reply("DATA")

    def _reply(self, step: str) -> str:
        self.at_step(step)
        return self.replies.get(step, "250 OK")


def smtp_settings(port: int) -> dict[str, Any]:
    """The settings by which the site sends its mail to the server at a port."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
        "EMAIL_USE_TLS": False,
        "EMAIL_TIMEOUT": 5,
    }


@contextmanager
def mail_server() -> Iterator[Postbox]:
    """A server for as long as the block runs; the site sends its mail there."""
    postbox = Postbox()
    postbox.port = free_port()
    controller = Controller(postbox, hostname="127.0.0.1", port=postbox.port)
    controller.start()
    try:
        with override_settings(**smtp_settings(postbox.port)):
            yield postbox
    finally:
        controller.stop()
