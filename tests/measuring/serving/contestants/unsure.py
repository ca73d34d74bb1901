"""The site as it would be if it read the version of what is public for every request."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

# First: it loads the apps, without which the other finds no models.
from mep_site import wsgi
from mep_site.publicstate import version


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Forget the version, then answer as the site does."""
    version.expire()
    return wsgi.application(environ, start_response)
