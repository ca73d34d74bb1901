"""What a user may do with a page."""

from copy import copy

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import AbstractPage, PagePermissionTester

from ..languages import Language, authoritative
from .per_language import Right, languages_for, may


class PagePermissions(PagePermissionTester):
    """Wagtail's rules for the tree, and the rights per language on top of them.

    In the scope of an edition its language counts, else any language will do. The place of a page
    in the tree, its lock and who may see it belong to the Chinese edition: Wagtail lets whoever may
    change a page also delete and move it as long as it is a draft, and whoever may publish it do
    nearly everything.
    """

    def _holds(self, right: Right) -> bool:
        language: Language | None = self.page.edition_language
        return (
            may(self.user, right, language) if language else bool(languages_for(self.user, right))
        )

    @property
    def _rules(self) -> bool:
        """Whether the user may edit what belongs to the Chinese edition."""
        return may(self.user, Right.EDIT, authoritative())

    # The edition in scope

    def can_edit(self) -> bool:
        """Whether texts of the page may be edited."""
        return self._holds(Right.EDIT) and super().can_edit()

    def can_publish(self) -> bool:
        """Whether the edition may be published."""
        return self._holds(Right.PUBLISH) and super().can_publish()

    def can_unpublish(self) -> bool:
        """Whether the edition may be unpublished."""
        return self._holds(Right.PUBLISH) and super().can_unpublish()

    def can_unschedule(self) -> bool:
        """Whether the schedule of the edition may be taken back."""
        return self._holds(Right.PUBLISH) and super().can_unschedule()

    def can_submit_for_moderation(self) -> bool:
        """Whether the Chinese text may be submitted; translations have steps of their own."""
        is_chinese = self.page.edition_language in {None, authoritative()}
        may_submit = may(self.user, Right.SUBMIT, authoritative())
        return is_chinese and may_submit and super().can_submit_for_moderation()

    def can_add_subpage(self) -> bool:
        """Whether a page may be started below this one."""
        return bool(languages_for(self.user, Right.EDIT)) and super().can_add_subpage()

    def can_publish_subpage(self) -> bool:
        """Whether a page may be published below this one."""
        return bool(languages_for(self.user, Right.PUBLISH)) and super().can_publish_subpage()

    # The page as a whole

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether the page may be deleted; moving it takes the same right."""
        return self._rules and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        """Whether the page may be copied, which writes texts in all languages."""
        return self._rules and super().can_copy()

    def can_copy_to(self, destination: AbstractPage, recursive: bool = False) -> bool:
        """Whether the page may be copied there."""
        return self._rules and super().can_copy_to(destination, recursive)

    def can_reorder_children(self) -> bool:
        """Whether the order of the pages below may be changed."""
        return self._rules and super().can_reorder_children()

    def can_lock(self) -> bool:
        """Whether the page may be locked for everybody else."""
        return self._rules and super().can_lock()

    def can_unlock(self) -> bool:
        """Whether the lock may be opened."""
        return self._rules and super().can_unlock()

    def can_set_view_restrictions(self) -> bool:
        """Whether it may be decided who sees the page."""
        return self._rules and super().can_set_view_restrictions()


def may_let_chinese_lead(user: AbstractBaseUser, page: AbstractPage) -> bool:
    """Whether another language leads the page and the user may hand it to the Chinese text."""
    if page.get_leading_language() == authoritative() or page.alias_of_id:
        return False
    chinese = copy(page)
    chinese.enter(authoritative())
    lock = chinese.get_lock()
    rights = chinese.permissions_for_user(user)
    return (
        rights.can_publish()
        and may(user, Right.EDIT, authoritative())
        and not (lock and lock.for_user(user))
    )
