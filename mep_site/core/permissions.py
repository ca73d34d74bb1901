"""What a user may do with a page as a whole."""

from wagtail.models import PagePermissionTester

from mep_site.translations.languages import authoritative
from mep_site.translations.permissions import Right, permission


class PagePermissions(PagePermissionTester):
    """Wagtail's rules, and the place of a page in the tree belongs to the Chinese edition.

    Wagtail lets whoever may change a page also delete and move it as long as it is a draft, so a
    translator could remove a Chinese draft with its page.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whether the page may be deleted; moving it takes the same right."""
        may_edit_chinese = self.user.has_perm(permission(Right.EDIT, authoritative()))
        return may_edit_chinese and super().can_delete(ignore_bulk)
