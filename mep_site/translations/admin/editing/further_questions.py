"""What other apps have to say before a translation is handed on, beside texts that are not done."""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import AbstractPage

from ..forms.sources import Source


class FurtherQuestion(Component):
    """What is shown before a translation is submitted or published; ``forbids`` its publication."""

    forbids = False


Asking = Callable[[AbstractPage, Source, HttpRequest], FurtherQuestion | None]

_asking: list[Asking] = []


def register_question(ask: Asking) -> None:
    """Have an app asked about each draft before it is handed on; when the app is ready."""
    _asking.append(ask)


def further_questions(
    page: AbstractPage, source: Source, request: HttpRequest
) -> list[FurtherQuestion]:
    """What apps have to say of the draft that is in scope."""
    return [question for ask in _asking if (question := ask(page, source, request))]
