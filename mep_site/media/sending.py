"""Sends the files of uploads: with a type of our own, inert, and by whoever has them.

A browser that took an upload for a page would run what is in it with the rights of this site.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import NONE
from csp.decorators import csp
from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext_lazy as _
from wagtail.utils import sendfile_streaming_backend
from wagtail.utils.sendfile import sendfile

from mep_site.errorpages.pages import FailurePage, failure_html
from mep_site.errorpages.writing import STYLE
from mep_site.translations.languages import languages

logger = logging.getLogger(__name__)

# What pictures are sent as, by their ending; when they were uploaded their content agreed with it.
PICTURE_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
# The programs by which browsers show PDFs bring styles, and do not run in a sandbox.
POLICY_SHOWN = "default-src 'none'; style-src 'unsafe-inline'"
POLICY_KEPT = "default-src 'none'; sandbox"
RETRY_AFTER = 30
AWAY = FailurePage(
    _("This file cannot be sent at the moment"),
    _("The place where the site keeps its files does not answer. Please try again in a minute."),
    passes=True,
)

View = Callable[..., HttpResponse]

inert = csp({"default-src": [NONE], "sandbox": True})


def says_if_away(view: View) -> View:
    """Let a view that sends files answer 503, with a page, where it does not get at them."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except FileNotFoundError as reason:
            raise Http404 from reason
        except OSError:
            logger.exception("The file for %s could not be read", request.path)
            html = failure_html(AWAY, languages(), static(STYLE))
            headers = {"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
            return HttpResponse(html, status=503, headers=headers)

    return answering


def keeps_inert(view: View) -> View:
    """Let nothing run in a document that Wagtail's view sends, nor a cache send it by itself."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if disposition := response.get("Content-Disposition"):
            is_shown = disposition.startswith("inline")
            response["Content-Security-Policy"] = POLICY_SHOWN if is_shown else POLICY_KEPT
            # Whether the reader may have it can be another matter the next time.
            patch_cache_control(response, private=True, no_cache=True)
            if request.user.is_authenticated:
                # It may be for few, and the machine for many.
                patch_cache_control(response, no_store=True)
        return response

    return answering


def send_picture(request: HttpRequest, path: str, tag: str) -> HttpResponse:
    """The file at ``path``, from the web server in front where that has the folder; else 404.

    ``tag`` is another one when another file comes to have the same name.
    """
    content_type = PICTURE_TYPES.get(path.rpartition(".")[2].lower())
    if not content_type:
        raise Http404
    try:
        place = default_storage.path(path)
    except NotImplementedError:
        return _send_stored(request, path, content_type, quote_etag(tag))
    if not hasattr(settings, "SENDFILE_BACKEND"):
        backend = sendfile_streaming_backend.sendfile
        return sendfile(request, place, mimetype=content_type, backend=backend)
    response = sendfile(request, place, mimetype=content_type)
    # It names the length of the file, and has no body: a cache on the way would wait for the rest.
    del response["Content-Length"]
    return response


def _send_stored(request: HttpRequest, path: str, content_type: str, etag: str) -> HttpResponse:
    """A file to which only the site has access; for what is known already it is not fetched."""
    known = get_conditional_response(request, etag=etag)
    if known:
        return known
    file = default_storage.open(path)
    return FileResponse(file, content_type=content_type, headers={"ETag": etag})
