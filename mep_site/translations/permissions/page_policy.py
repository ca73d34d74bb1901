"""Which pages a user may work on, asked of the database only where that depends on the page."""

from collections.abc import Iterable, Iterator

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from wagtail.models import AbstractPage
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

    def choosable_instances(self, user: AbstractBaseUser) -> QuerySet:
        """The pages to which the user may link: what they explore, and what everybody may read."""
        if self._holds_for_the_root(user, EXPLORING):
            return self.model._default_manager.all()
        explorable = super().explorable_instances(user).order_by().values("pk")
        public = self.model._default_manager.live().public()
        return self.model._default_manager.filter(
            Q(pk__in=explorable) | Q(pk__in=public.order_by().values("pk"))
        )

    def explores_all_below(self, user: AbstractBaseUser, page: AbstractPage) -> bool:
        """Whether the user may find each page that stands below this one."""
        return (user.is_active and user.is_superuser) or any(
            page.path.startswith(held.path) for held in self._pages_held(user, EXPLORING)
        )

    def _holds_for_the_root(self, user: AbstractBaseUser, actions: Iterable[str]) -> bool:
        return any(page.is_root() for page in self._pages_held(user, actions))

    def _pages_held(self, user: AbstractBaseUser, actions: Iterable[str]) -> Iterator[AbstractPage]:
        """The pages for which, and for all below them, the user holds one of the permissions."""
        codenames = {get_permission_codename(each, self.auth_model._meta) for each in actions}
        for each in self.get_cached_permissions_for_user(user) if user.is_active else ():
            if each.permission.codename in codenames:
                yield each.page
