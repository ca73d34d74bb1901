"""The language of a request."""

from http import HTTPStatus

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
