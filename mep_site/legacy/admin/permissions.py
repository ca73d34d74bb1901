"""Who may bring pages over."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied

from mep_site.core.models import BasePage
from mep_site.legacy.importing.parents import Parents, home_page
from mep_site.legacy.models import LegacyReading
from mep_site.translations.languages import authoritative
from mep_site.translations.permissions import PermissionType, may


def check_approval(reading: LegacyReading, user: AbstractBaseUser, *, public: bool) -> None:
    """Refuse a user who could not make these pages by hand.

    The place of a page in the tree belongs to the Chinese edition, so its permission is needed too.
    """
    if not may(user, PermissionType.EDIT, authoritative()):
        raise PermissionDenied
    for page in parents_of_new_pages(reading):
        permissions = page.permissions_for_user(user)
        allowed = permissions.can_add_subpage() and (
            not public or permissions.can_publish_subpage()
        )
        if not allowed:
            raise PermissionDenied


def check_proposal(reading: LegacyReading, user: AbstractBaseUser) -> None:
    """Refuse a user who could not edit the pages that a change is proposed to."""
    may_edit_chinese = may(user, PermissionType.EDIT, authoritative())
    for each in reading.pages.select_related("page"):
        if not may_edit_chinese or not each.page.permissions_for_user(user).can_edit():
            raise PermissionDenied


def parents_of_new_pages(reading: LegacyReading) -> list[BasePage]:
    """The pages that exist and below which the new ones will stand."""
    tree = Parents()
    sketches = reading.page_sketches
    return [tree.existing(sketch) or home_page() for sketch in sketches]
