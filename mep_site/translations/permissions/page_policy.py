"""Which pages a user may work on, asked of the database only where that depends on the page."""

from collections.abc import Iterable

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

# Any of them lets its holder find the pages; those of Wagtail's ``explorable_instances``.
EXPLORING = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})


class PagePolicy(PagePermissionPolicy):
    """Wagtail's rules; but who holds a permission for the root holds it for all pages.

    Wagtail asks for those whose path begins with that of the root, and thus reads every page.
    """

    def instances_user_has_any_permission_for(
        self, user: AbstractBaseUser, actions: Iterable[str]
    ) -> QuerySet:
        if self._holds_for_the_root(user, actions):
            return self.model._default_manager.all()
        return super().instances_user_has_any_permission_for(user, actions)

    def explorable_instances(self, user: AbstractBaseUser) -> QuerySet:
        if self._holds_for_the_root(user, EXPLORING):
            return self.model._default_manager.all()
        return super().explorable_instances(user)

    def _holds_for_the_root(self, user: AbstractBaseUser, actions: Iterable[str]) -> bool:
        codenames = {get_permission_codename(each, self.auth_model._meta) for each in actions}
        return user.is_active and any(
            each.page.is_root() and each.permission.codename in codenames
            for each in self.get_cached_permissions_for_user(user)
        )
