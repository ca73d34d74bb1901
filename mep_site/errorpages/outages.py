"""Answers while database or disk fail, in the reader's language and without losing what was typed.

A database that restarts, has no connection left, or is locked or full for a moment is no fault of
the request: the same request succeeds a little later (RFC 9110, 15.6.4). So it does when somebody
has made room on a disk that was full.
"""

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mep_site.translations.languages import get_language

from .pages import FailurePage, failure_html
from .writing import STYLE

TEMPLATE = "errorpages/unavailable.html"
# In seconds; a database that restarts is back within one or two.
RETRY_AFTER = 5
HTML, JSON = "text/html", "application/json"
# SQLite calls these operational, and they are mistakes of the program.
MISTAKES_ON_SQLITE = {"SQLITE_ERROR", "SQLITE_MISUSE"}
# Likewise PostgreSQL: a statement that exceeds a limit (class 54 of its error codes).
MISTAKES_ON_POSTGRESQL = "54"
# What must not stand in a page: whoever signs in types it again.
SECRETS = re.compile(r"password|^code$|^credential$")

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class Outage:
    """What is said of something that fails for a while: to whoever reads, and whoever sends.

    ``kept`` where what was sent stands in the page, ``lost`` where it cannot.
    """

    unread: FailurePage
    kept: FailurePage
    lost: FailurePage


OF_DATABASE = Outage(
    FailurePage(
        _("This page cannot be shown at the moment"),
        _(
            "The site cannot reach its database. This seldom lasts longer than a minute. "
            "Please try again."
        ),
        passes=True,
    ),
    FailurePage(
        _("Not saved yet"),
        _(
            "The site cannot reach its database, so what you have sent has not been saved. It is "
            "kept in this page: leave it open, wait a few seconds and send it again."
        ),
    ),
    FailurePage(
        _("This has not worked"),
        _(
            "The site cannot reach its database, so what you have sent has not been saved. "
            "Go back, wait a few seconds and send the form once more."
        ),
    ),
)
OF_DISK = Outage(
    FailurePage(
        _("This page cannot be shown at the moment"),
        _("The server has no room left for files. Please come back later."),
        passes=True,
    ),
    FailurePage(
        _("Not saved yet"),
        _(
            "The server has no room left for files, so what you have sent has not been saved. It "
            "is kept in this page: leave it open, tell whoever operates the site, and send it "
            "again later."
        ),
    ),
    FailurePage(
        _("This has not worked"),
        _(
            "The server has no room left for files, so what you have sent has not been saved. Tell "
            "whoever operates the site, go back and send the form once more later."
        ),
    ),
)


def outage_of(error: BaseException | None) -> Outage | None:
    """What fails for a while, if that is what an error says."""
    if database_is_away(error):
        return OF_DATABASE
    return OF_DISK if isinstance(error, OSError) and error.errno in NO_ROOM else None


def database_is_away(error: BaseException | None) -> bool:
    """Whether an error says that the database could not do now what it can do at other times."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    cause = error.__cause__
    is_mistake = getattr(cause, "sqlite_errorname", "") in MISTAKES_ON_SQLITE
    code = getattr(cause, "sqlstate", None) or ""
    return not (is_mistake or code.startswith(MISTAKES_ON_POSTGRESQL))


def unavailable(
    request: HttpRequest, outage: Outage, language: str, admin: str = ""
) -> HttpResponse:
    """503 in a language of the site, with the form that was sent, for scripts as JSON.

    ``admin`` is the address of the admin's start page for a request within it.
    """
    sent = _sent(request)
    is_read = request.method in {"GET", "HEAD"}
    page = outage.unread if is_read else outage.kept if sent else outage.lost
    if _is_script(request):
        with override(language):
            told = {"error_code": "unavailable", "error_message": str(page.advice)}
        response: HttpResponse = JsonResponse(told)
    else:
        shown = [get_language(language)]
        html = failure_html(
            *(page, shown, static(STYLE), TEMPLATE), sent=sent, files=_files(request), admin=admin
        )
        response = HttpResponse(html)
    response.status_code = 503
    response.headers["Retry-After"] = str(RETRY_AFTER)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = language
    return response


def _is_script(request: HttpRequest) -> bool:
    is_marked = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return is_marked or request.get_preferred_type([HTML, JSON]) == JSON


def _sent(request: HttpRequest) -> Sequence[tuple[str, str]]:
    """All that a form has sent, if that can be read and none of it is secret."""
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:
        # Whatever hinders, there is still the way back.
        return []
    return [] if any(SECRETS.search(name) for name, _value in sent) else sent


def _files(request: HttpRequest) -> list[str]:
    try:
        return [file.name for _field, files in request.FILES.lists() for file in files]
    except Exception:
        return []
