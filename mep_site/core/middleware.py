"""The language of a request."""

from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path


class LanguagePrefixMiddleware(LocaleMiddleware):
    """Takes the language from the address, else from the visitor's preferences.

    Django's own middleware answers an address without a known prefix by a redirect to the same
    address below the default language. Here ``/fr/`` simply does not exist.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Name the language, and say where the answer depends on the visitor's preferences."""
        if not get_language_from_path(request.path_info):
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
