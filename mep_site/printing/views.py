"""Hands out the code of an address, and a page as a PDF."""

import logging
from http import HTTPStatus

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import conditional_page, require_safe

from mep_site.core.addresses.public_links import addresses_of
from mep_site.core.views import page_for_everybody
from mep_site.pagecache.marking import public
from mep_site.translations.languages import active_language

from .codes import drawn_code
from .paper import on_paper
from .press import PressBusyError, PressFailedError, digest_of, pdf_of

logger = logging.getLogger(__name__)

# Seconds after which another try is worth while.
PAUSE = 5


@non_atomic_requests
@require_safe
@public()
def address_code(request: HttpRequest, page_id: int) -> HttpResponse:
    """The address of a page in the active language, as a QR code."""
    page = page_for_everybody(request, page_id)
    address = request.build_absolute_uri(addresses_of(page, request)[active_language()])
    return HttpResponse(drawn_code(address), content_type="image/svg+xml")


@non_atomic_requests
@require_safe
@conditional_page
def page_as_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page in the active language as a PDF; or, while another one is made, when to come back.

    It is no matter of the page cache, whose memory is for pages: the press keeps it on disk. That
    it is busy is no 5xx, for which caches would send what was public once.
    """
    page = page_for_everybody(request, page_id)
    html = on_paper(request, page)
    digest = digest_of(html)
    try:
        response = HttpResponse(pdf_of(html, digest), content_type="application/pdf")
    except PressBusyError:
        return _refused(request, HTTPStatus.TOO_MANY_REQUESTS)
    except PressFailedError:
        logger.exception("No PDF of page %s", page.pk)
        return _refused(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    name = f"{page.slug}-{active_language().code}.pdf"
    response.headers["Content-Disposition"] = content_disposition_header(False, name)
    response.headers["ETag"] = f'"{digest}"'
    response.headers["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, no_cache=True)
    return response


def _refused(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    is_busy = status == HTTPStatus.TOO_MANY_REQUESTS
    response = render(request, "printing/refused.html", {"is_busy": is_busy}, status=status)
    if is_busy:
        response.headers["Retry-After"] = str(PAUSE)
    add_never_cache_headers(response)
    return response
