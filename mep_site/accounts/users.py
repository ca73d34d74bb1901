"""Wagtail's pages on users, with names as people have them."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's own, with other forms: Wagtail lets projects exchange them here."""

    user_viewset = "mep_site.accounts.names.UserViewSet"
