"""The citations of a page, to be read and copied, and as files."""

from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from mep_site.core.views import page_for_everybody
from mep_site.metadata.metadata_page import MetadataPage
from mep_site.pagecache.marking import public
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import active_language

from .cited import Cited, cited
from .formats import FILES, FORMATS, CitationFormat


@non_atomic_requests
@require_safe
@public()
def cite(request: HttpRequest, page_id: int) -> HttpResponse:
    """How the page is quoted in each format, those of its language first.

    The day of access is that of the answer: the version of what is public changes with the day.
    """
    subject = _subject(request, page_id)
    quoted = cited(subject)
    context = {
        "page": subject.page,
        "cited": quoted,
        "citations": [(each, each.write(quoted)) for each in _in_order(quoted)],
    }
    return render(request, "citation/cite.html", context)


@non_atomic_requests
@require_safe
@public()
def citation_file(request: HttpRequest, page_id: int, ending: str) -> HttpResponse:
    """The citation as a program for references reads it, in UTF-8."""
    if ending not in FILES:
        raise Http404
    kind = FILES[ending]
    quoted = cited(_subject(request, page_id))
    response = HttpResponse(kind.write(quoted), content_type=f"{kind.media_type}; charset=utf-8")
    name = f"{quoted.key}.{ending}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _subject(request: HttpRequest, page_id: int) -> MetadataPage:
    page = page_for_everybody(request, page_id)
    return MetadataPage(request, page, active_language(), settings_for(request))


def _in_order(quoted: Cited) -> list[CitationFormat]:
    """The formats, those first whose words are in the language of the text."""
    primary = quoted.language.tag.partition("-")[0]
    return sorted(FORMATS, key=lambda each: each.tag.partition("-")[0] != primary)
