"""What readers are told of a failure, shown without anything that may have failed itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages import Language

TEMPLATE = "errorpages/page.html"


@dataclass(frozen=True)
class FailurePage:
    """What has happened, and what a reader can do about it.

    ``passes`` says whether the same request may succeed a moment later.
    """

    heading: Promise
    advice: Promise
    passes: bool = False


_AWAY = FailurePage(
    _("This page cannot be shown at the moment"),
    _(
        "The site is being restarted, or too many people want to read it at once. "
        "Please try again in a minute."
    ),
    passes=True,
)
# What the web server in front answers by itself, with the status of each answer.
FAILURE_PAGES = {
    HTTPStatus.BAD_REQUEST: FailurePage(
        _("The request could not be read"),
        _(
            "Your browser has sent something that this site does not understand. Check the "
            "address. If it is right, delete the cookies of this site and try again."
        ),
    ),
    HTTPStatus.FORBIDDEN: FailurePage(
        _("You may not open this address"),
        _("What is kept here is not for the public. Start from the home page."),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: FailurePage(
        _("What you have sent is too large"),
        _(
            "Go back to the form, shorten the text or choose a smaller file, "
            "and send the form once more."
        ),
    ),
    HTTPStatus.REQUEST_URI_TOO_LONG: FailurePage(
        _("The address is too long"),
        _("Start from the home page, or search for what you want to read."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: FailurePage(
        _("Too many requests"),
        _(
            "Very many requests have come from your network within a short time. "
            "Please wait a minute and try again."
        ),
        passes=True,
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: _AWAY,
    HTTPStatus.BAD_GATEWAY: _AWAY,
    HTTPStatus.SERVICE_UNAVAILABLE: _AWAY,
    HTTPStatus.GATEWAY_TIMEOUT: _AWAY,
}


def failure_html(
    page: FailurePage,
    languages: Sequence[Language],
    style: str,
    template: str = TEMPLATE,
    **more: object,
) -> str:
    """The page in each of these languages, one below the other.

    ``style`` is the address of its style sheet, ``more`` what its template needs beside that.
    """
    return render_to_string(
        template, {"page": page, "languages": languages, "style": style, **more}
    )
