"""Wagtail's pages on users, with names as people have them."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's own, with another form: Wagtail lets projects exchange it here."""

    user_viewset = "mep_site.accounts.names.UserViewSet"

    def ready(self) -> None:
        """Use the same rule on everybody's own page, for which Wagtail has no setting."""
        super().ready()
        from wagtail.admin.views.account import NameEmailSettingsPanel

        from .names import NameForm

        NameEmailSettingsPanel.form_class = NameForm
