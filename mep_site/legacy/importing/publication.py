"""The one place where the importer publishes."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Revision

from mep_site.core.models import BasePage


def publish(page: BasePage, revision: Revision, user: AbstractBaseUser | None) -> None:
    """Make a revision of a page public."""
    revision.publish(user=user)
    page.refresh_from_db(fields=["live"])
