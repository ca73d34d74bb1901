"""The tag by which a browser runs a script only if it is the one that the page was made with."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def integrity(name: str) -> SafeString:
    """The attribute ``integrity`` for a static file; none while the file may be changing.

    Whatever changes a script on its way, a cache or a network in front of the site, keeps it from
    running. Source: https://www.w3.org/TR/sri-2/.
    """
    return SafeString() if settings.DEBUG else _integrity(name)


@lru_cache(maxsize=256)
def _integrity(name: str) -> SafeString:
    digest = b64encode(sha256(_content(name)).digest()).decode()
    return format_html('integrity="sha256-{}"', digest)


def _content(name: str) -> bytes:
    """What is in the file as it was collected; where nothing is collected, as it stands."""
    stored = getattr(staticfiles_storage, "stored_name", str)(name)
    if staticfiles_storage.exists(stored):
        with staticfiles_storage.open(stored) as file:
            return file.read()
    return Path(finders.find(name)).read_bytes()
