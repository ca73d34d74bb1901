"""The addresses of the open data: files and catalogue for programs, and a page for readers."""

import json
from dataclasses import dataclass

from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import condition, conditional_page, require_safe

from mep_site.core.addresses.sitetree import home_for
from mep_site.metadata.described_view import DescribedView
from mep_site.pagecache.marking import public
from mep_site.publicstate.version import current
from mep_site.security_headers import let_others_embed
from mep_site.siteconfig.frame import settings_for
from mep_site.translations.languages import languages

from .catalogue import DESCRIPTION, TITLE, DataFile, catalogue_of, files_of_data
from .datasets import DATA_SETS
from .scope import SiteScope
from .shapes import DataSet
from .writing import FORMATS, pieces_of, whole_file

LINKED_DATA = "application/ld+json"


@dataclass(frozen=True)
class OfferedSet:
    """A data set as the page for readers shows it."""

    data: DataSet
    files: list[DataFile]


@non_atomic_requests
@require_safe
@public()
def open_data(request: HttpRequest) -> HttpResponse:
    """The data sets with their files, and under which terms they may be used."""
    scope = _scope(request)
    offered = [OfferedSet(data, list(files_of_data(data, scope))) for data in DATA_SETS.values()]
    context = {
        "described": DescribedView(request, str(TITLE), languages()),
        "description": DESCRIPTION,
        "offered": offered,
    }
    return render(request, "opendata/open_data.html", context)


@non_atomic_requests
@require_safe
@public()
@conditional_page
def data_catalogue(request: HttpRequest) -> HttpResponseBase:
    """The catalogue for programs, in all languages."""
    found = catalogue_of(_scope(request), settings_for(request))
    content = json.dumps(found, ensure_ascii=False, indent=1)
    return _shared(HttpResponse(content, content_type=LINKED_DATA), _licence_link(request))


def _file_tag(request: HttpRequest, name: str, ending: str) -> str:
    """Of what is written as it is read no digest can be sent first; the version stands for it."""
    return f'"{name}-{ending}-{current()}"'


@non_atomic_requests
@require_safe
@public()
@condition(etag_func=_file_tag)
def data_file(request: HttpRequest, name: str, ending: str) -> HttpResponseBase:
    """A data set in a format. One that is long is written as it is read."""
    data, scope = DATA_SETS.get(name), _scope(request)
    if data is None:
        raise Http404
    answer, content = (
        (StreamingHttpResponse, pieces_of(data, ending, scope))
        if data.is_long
        else (HttpResponse, whole_file(data, ending, scope))
    )
    response = answer(content, content_type=FORMATS[ending].content_type)
    described = f'<{reverse("data_catalogue")}>; rel="describedby"; type="{LINKED_DATA}"'
    return _shared(response, described, _licence_link(request))


def _shared(response: HttpResponseBase, *links: str) -> HttpResponseBase:
    """The answer with links to what belongs to it (RFC 8288); other sites may read it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    let_others_embed(response)
    if said := [link for link in links if link]:
        response.headers["Link"] = ", ".join(said)
    return response


def _licence_link(request: HttpRequest) -> str:
    """The licence, by RFC 4946; empty if none is set."""
    licence = settings_for(request).texts.data_licence
    return f'<{licence}>; rel="license"' if licence else ""


def _scope(request: HttpRequest) -> SiteScope:
    return SiteScope.of(request, home_for(request))
