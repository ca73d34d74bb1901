"""What a user may do with a page."""

from copy import copy

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import AbstractPage, PagePermissionTester

from ..languages import Language, authoritative
from .per_language import PermissionType, languages_for, may


class PagePermissions(PagePermissionTester):
    """Wagtail's rules for the tree, and the permissions per language on top of them.

    In the scope of an edition its language counts, else any language will do. The place of a page
    in the tree, its lock and who may see it belong to the Chinese edition: Wagtail lets whoever may
    change a page also delete and move it as long as it is a draft, and whoever may publish it do
    nearly everything.
    """

    def _holds(self, permission: PermissionType) -> bool:
        language: Language | None = self.page.edition_language
        return (
            may(self.user, permission, language)
            if language
            else bool(languages_for(self.user, permission))
        )

    @property
    def _rules(self) -> bool:
        """Whether the user may edit what belongs to the Chinese edition."""
        return may(self.user, PermissionType.EDIT, authoritative())

    # The edition in scope

    def can_edit(self) -> bool:
        return self._holds(PermissionType.EDIT) and super().can_edit()

    def can_publish(self) -> bool:
        return self._holds(PermissionType.PUBLISH) and super().can_publish()

    def can_unpublish(self) -> bool:
        return self._holds(PermissionType.PUBLISH) and super().can_unpublish()

    def can_unschedule(self) -> bool:
        return self._holds(PermissionType.PUBLISH) and super().can_unschedule()

    def can_submit_for_moderation(self) -> bool:
        """Whether the Chinese text may be submitted; translations have steps of their own."""
        is_chinese = self.page.edition_language in {None, authoritative()}
        may_submit = may(self.user, PermissionType.SUBMIT, authoritative())
        return is_chinese and may_submit and super().can_submit_for_moderation()

    def can_add_subpage(self) -> bool:
        return bool(languages_for(self.user, PermissionType.EDIT)) and super().can_add_subpage()

    def can_publish_subpage(self) -> bool:
        return (
            bool(languages_for(self.user, PermissionType.PUBLISH)) and super().can_publish_subpage()
        )

    # The page as a whole

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether the page may be deleted; moving it takes the same permission."""
        return self._rules and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        """Whether the page may be copied, which writes texts in all languages."""
        return self._rules and super().can_copy()

    def can_copy_to(self, destination: AbstractPage, recursive: bool = False) -> bool:
        return self._rules and super().can_copy_to(destination, recursive)

    def can_reorder_children(self) -> bool:
        return self._rules and super().can_reorder_children()

    def can_lock(self) -> bool:
        return self._rules and super().can_lock()

    def can_unlock(self) -> bool:
        return self._rules and super().can_unlock()

    def can_set_view_restrictions(self) -> bool:
        return self._rules and super().can_set_view_restrictions()


def may_make_chinese_the_source(user: AbstractBaseUser, page: AbstractPage) -> bool:
    """Whether the page has another source language, and the user may change that."""
    if page.get_source_language() == authoritative() or page.alias_of_id:
        return False
    chinese = copy(page)
    chinese.enter(authoritative())
    lock = chinese.get_lock()
    permissions = chinese.permissions_for_user(user)
    return (
        permissions.can_publish()
        and may(user, PermissionType.EDIT, authoritative())
        and not (lock and lock.for_user(user))
    )
