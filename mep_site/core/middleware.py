"""The language of a request, and where addresses lead at which there is nothing any more."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.encoding import uri_to_iri
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect

from mep_site.publicstate.version import by_version


class LanguagePrefixMiddleware(LocaleMiddleware):
    """Takes the language from the address, else from the visitor's preferences.

    Django's own middleware answers an address without a known prefix by a redirect to the same
    address below the default language. Here ``/fr/`` simply does not exist.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Name the language, and say where the answer depends on the visitor's preferences.

        Of what has no language in its address, only a page that says "not found" is in the language
        that the visitor has chosen by cookie. What is public is the same for everybody: it has no
        language, or many.
        """
        if not get_language_from_path(request.path_info):
            if "public" in response.headers.get("Cache-Control", ""):
                return response
            patch_vary_headers(response, ["Accept-Language"])
            if response.status_code == HTTPStatus.NOT_FOUND:
                patch_vary_headers(response, ["Cookie"])
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


class RememberingRedirectMiddleware(RedirectMiddleware):
    """Looks an address up once for as long as nothing public changes, if no redirect has it.

    The same few are asked for in vain over and over, by links elsewhere and by strangers who look
    for gaps.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead on from what is not found, if a redirect says where to."""
        if response.status_code == HTTPStatus.NOT_FOUND and _has_redirect(request.get_full_path()):
            return super().process_response(request, response)
        return response


@by_version(maxsize=1024)
def _has_redirect(address: str) -> bool:
    """Whether any site has a redirect for the address, with its query or without."""
    whole = Redirect.normalise_path(address, decode_unicode=False)
    paths = {whole, whole.partition("?")[0]}
    spellings = {path for path in paths | set(map(uri_to_iri, paths)) if "\0" not in path}
    return Redirect.objects.filter(old_path__in=spellings).exists()
