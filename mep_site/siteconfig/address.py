"""The site's own address: named once, in ``WAGTAILADMIN_BASE_URL``, and stored with Wagtail's site.

Wagtail makes absolute addresses of pages from its ``Site``, which is at ``localhost`` in a new
database.
"""

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Warning  # noqa: A004 - Django's name
from django.db import connections
from wagtail.models import Site

UNNAMED = "localhost"
USUAL_PORTS = {"http": 80, "https": 443}


def own_address() -> tuple[str, int] | None:
    """Host and port of the site for its visitors; ``None`` if only this machine reaches it."""
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    host = parts.hostname or UNNAMED
    return None if _is_loopback(host) else (host, parts.port or USUAL_PORTS[parts.scheme])


def adopt_address(**kwargs: Any) -> None:
    """Give Wagtail's site the address, if it has none yet; a receiver of ``post_migrate``.

    A name that somebody has given it in the admin stays.
    """
    if address := own_address():
        host, port = address
        Site.objects.filter(is_default_site=True, hostname=UNNAMED).update(hostname=host, port=port)


def check_address(databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of two names for one site; silent before the first migration."""
    address = own_address()
    if address is None or "default" not in (databases or []):
        return []
    if Site._meta.db_table not in connections["default"].introspection.table_names():
        return []
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or (site.hostname, site.port) == address:
        return []
    return [
        Warning(
            f"WAGTAILADMIN_BASE_URL is {settings.WAGTAILADMIN_BASE_URL}, but the site in the "
            f"database is {site.hostname} with port {site.port}.",
            hint="Links in mails and feeds would disagree. Correct one of them; the latter under "
            "Settings > Sites in the admin.",
            id="siteconfig.W001",
        )
    ]


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == UNNAMED
