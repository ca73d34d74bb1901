"""Production with Django's own page cache, in the memory of each process."""

import os
from collections.abc import Callable

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse


def without_directives(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Take away what the site says to caches."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        del response["Cache-Control"]
        return response

    return answer


os.environ["DJANGO_SETTINGS_MODULE"] = f"{__package__}.settings_with_djangos_cache"
application = get_wsgi_application()
