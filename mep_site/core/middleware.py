"""The language of a request, tokens and forms that are none, and where old addresses lead."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH, CSRF_TOKEN_LENGTH
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.encoding import uri_to_iri
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect

from mep_site.publicstate.version import by_version

# Digits that fit into 64 bits, whatever they are.
LONGEST_KEY = 18


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


class TokenCookieMiddleware:
    """Takes a cookie that cannot be the token of a form for none.

    Django gives its sender a better one with any answer. A public page would set a cookie then, and
    who sends nonsense could keep the page from being kept for others.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
        if token is not None and not is_token(token):
            del request.COOKIES[settings.CSRF_COOKIE_NAME]
        return self.get_response(request)


def is_token(text: str) -> bool:
    """Whether a text has the form of a token of Django's, masked or not."""
    is_as_long = len(text) in {CSRF_SECRET_LENGTH, CSRF_TOKEN_LENGTH}
    return is_as_long and set(text) <= set(CSRF_ALLOWED_CHARS)


class ImpossibleRequestMiddleware:
    """Answers what no link and no form of the site can have asked, where a view would fail at it.

    That is 404 for a number in an address that is larger than any key, which SQLite can't even look
    for, and 400 for a form that lacks a field: to Django as any other ``KeyError``, and Wagtail's
    views of pages read fields without looking for them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as without it."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, arguments: list[Any], named: dict[str, Any]
    ) -> None:
        """Find nothing at such a number, whether it was read as a number or as text."""
        for value in (*arguments, *named.values()):
            digits = str(value) if isinstance(value, int) else value
            if isinstance(digits, str) and digits.isdecimal() and len(digits) > LONGEST_KEY:
                raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Let Django answer 400, after the transaction of the view is undone."""
        if isinstance(exception, MultiValueDictKeyError):
            raise BadRequest from exception


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
