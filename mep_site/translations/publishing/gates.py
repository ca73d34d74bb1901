"""Gates: what other apps may ask of a text before it goes live, on whatever path it comes.

A gate is asked under the lock of the page, both when a publication is approved for later and when
it is carried out. It refuses by raising :class:`RefusedAtGateError`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import AbstractPage

from ..content.content import Content
from ..languages import Language


class UntimelyError(PublishPagePermissionError):
    """What is to be published can't go live at that moment."""


class RefusedAtGateError(UntimelyError):
    """A text may not go live as it is; the message says what is to be done first.

    ``url`` leads to where that is done, and ``way`` says so on a button.
    """

    def __init__(self, message: str, url: str = "", way: str = "") -> None:
        super().__init__(message)
        self.url = url
        self.way = way or _("Show what is to be done")


@dataclass(frozen=True)
class WantedPublication:
    """One language of a page that somebody wants to publish.

    ``content`` is what would be public then, in every language; ``user`` is ``None`` where a
    program publishes, and where a schedule is carried out. ``page`` is the page as it is stored.
    """

    page: AbstractPage
    language: Language
    content: Content
    user: AbstractBaseUser | None
    is_scheduled: bool = False

    @property
    def is_asked_for(self) -> bool:
        """Whether people want it, now or by a schedule, and not a program."""
        return self.user is not None or self.is_scheduled


_gates: list[Callable[[WantedPublication], None]] = []


def register_gate(gate: Callable[[WantedPublication], None]) -> None:
    """Have a gate asked before every publication; to be called when an app is ready."""
    _gates.append(gate)


def ask_gates(wanted: WantedPublication) -> None:
    """Raise :class:`RefusedAtGateError` if any gate refuses."""
    for gate in _gates:
        gate(wanted)
