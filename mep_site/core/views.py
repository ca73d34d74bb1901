"""The root of the site, and the answers to what does not exist or fails."""

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template import loader
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request

from .sitetree import SiteTree


@non_atomic_requests
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead from the bare domain to the home page in a language that the visitor prefers."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


@non_atomic_requests
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say in the visitor's language that there is no such page, and offer a way on."""
    return render(request, "404.html", {"tree": SiteTree.for_request(request)}, status=404)


@non_atomic_requests
def server_error(request: HttpRequest) -> HttpResponse:
    """A page that depends on nothing that may have failed: no database, no language, no context."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)
