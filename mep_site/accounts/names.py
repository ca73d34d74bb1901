"""Names and addresses of colleagues, as far as they have them.

Django puts names together as is done in the West. A Chinese name stands whole in the last name, and
so the first name may be empty, where Wagtail asks for it.
"""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import AccountView as WagtailAccountView
from wagtail.admin.views.account import BaseSettingsPanel, NameEmailSettingsPanel
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet


class NamesPeople(forms.ModelForm):
    """A form of a user: the first name may be empty, and an address that was not known before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["first_name"]
        field.required = False
        field.help_text = _(
            "Leave this empty for a name that is not taken apart, such as a Chinese one, and write "
            "all of it as the last name."
        )
        self.fields["email"].required = not self.instance.pk or bool(self.instance.email)


class NameForm(NamesPeople, NameEmailForm):
    """One's own name and e-mail address."""


class NamePanel(NameEmailSettingsPanel):
    """Wagtail's, with this form."""

    form_class = NameForm


class AccountView(WagtailAccountView):
    """The page of one's own account."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Those of Wagtail and of hooks, with ours in the place of the one with the name."""
        return [
            NamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, NameEmailSettingsPanel)
            else panel
            for panel in super().get_panels()
        ]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save all panels; else say so where one looks first, as the page is long."""
        response = super().post(request)
        if response.status_code == HTTPStatus.OK:
            messages.error(
                request, _("Nothing was changed. Please correct the errors that are marked below.")
            )
        return response


class NewUserForm(NamesPeople, UserCreationForm):
    """A colleague who is new."""


class UserForm(NamesPeople, UserEditForm):
    """A colleague."""


class UserViewSet(WagtailUserViewSet):
    """Users, with these forms."""

    def get_form_class(self, for_update: bool = False) -> type[NamesPeople]:
        """The form of a colleague who is new or, ``for_update``, known."""
        return UserForm if for_update else NewUserForm
