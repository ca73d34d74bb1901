"""What django-allauth asks of the site: how somebody is recognised, and what mails say."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mep_site.visitors.traces import sender_address

from .notices import MESSAGES, NOTICES, tell
from .obligation import has_second_factor, needs_second_factor
from .sessions import confirmed_recently
from .throttling import Attempt, Step, remember_browser

UNKNOWN_PASSKEY = gettext_lazy("This passkey is not known here.")
LONGEST_NAME_OF_BROWSER = 200
# By what django-allauth calls them.
WAYS_TO_CONFIRM = {
    "reauthenticate": gettext_lazy("With your password"),
    "mfa_reauthenticate": gettext_lazy("With a code"),
    "mfa_reauthenticate:webauthn": gettext_lazy("With a passkey"),
}


class ColleaguesAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators: nobody signs up, and addresses are not confirmed."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy(
            "The user name or the password is wrong. Mind capital letters."
        ),
        "incorrect_password": gettext_lazy("The password is wrong."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Who has this name and password; a guess counts, whether the name exists or not."""
        name, password = credentials["username"], credentials["password"]
        return _owner(request, Step.PASSWORD, name, password)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Whether it is the user's password; a guess counts, apart from those of strangers."""
        name = user.get_username()
        return _owner(context.request, Step.CONFIRMATION, name, password) == user

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **options: Any
    ) -> HttpResponse:
        """Lead on, and remember the browser."""
        response = super().post_login(request, user, **options)
        remember_browser(response, user)
        return response

    def respond_user_inactive(
        self, request: HttpRequest, user: AbstractBaseUser
    ) -> HttpResponseRedirect:
        """Say no more than of a passkey that is unknown."""
        messages.error(request, UNKNOWN_PASSKEY)
        return redirect("account_login")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of the person, as the proxies in front tell it."""
        return str(sender_address(request) or "0.0.0.0")  # noqa: S104 - no address to listen on

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Whether one has to confirm who one is before sign-in data are changed."""
        return not confirmed_recently(context.request, context.request.user)

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """How to confirm: with the second factor by whoever has one, else with the password."""
        methods = super().get_reauthentication_methods(user)
        if has_second_factor(user):
            methods = [each for each in methods if each["id"] != "reauthenticate"]
        return [each | {"description": WAYS_TO_CONFIRM[each["id"]]} for each in methods]

    def add_message(  # noqa: PLR0913, PLR0917 - allauth's signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say in our words what was done, where there is something to say."""
        words = message or MESSAGES.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell users in their language what was changed, and from where."""
        if template_prefix in NOTICES:
            request = self.request
            tell(
                user,
                NOTICES[template_prefix],
                ip=self.get_client_ip(request),
                user_agent=self.get_http_user_agent(request)[:LONGEST_NAME_OF_BROWSER],
            )


def _owner(request: HttpRequest, step: Step, name: str, password: str) -> AbstractBaseUser | None:
    attempt = Attempt.begin(request, step, name)
    user = authenticate(request, username=name, password=password)
    attempt.succeeded() if user else attempt.failed()
    return user


def way_to_confirm(user: AbstractBaseUser) -> str:
    """Where the user confirms who they are."""
    return get_adapter().get_reauthentication_methods(user)[0]["url"]


class SecondFactorsAdapter(DefaultMFAAdapter):
    """Second factors: apps that make codes, and passkeys."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("That is not right. Codes change every 30 seconds."),
        "cannot_delete_authenticator": gettext_lazy(
            "This is your only second factor, and you cannot work without one. "
            "Set up another one first."
        ),
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site, as a browser names it when it asks for a passkey."""
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Whose codes they are, as an app lists them."""
        return user.get_username()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether a second factor is left, or none is needed."""
        user = authenticator.user
        others = Authenticator.objects.filter(user_id=user.pk).exclude(pk=authenticator.pk)
        is_left = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return is_left or not needs_second_factor(user)

    def generate_authenticator_name(
        self,
        user: AbstractBaseUser,
        type: Authenticator.Type,  # noqa: A002 - allauth's name
    ) -> str:
        """A name to begin with."""
        return _("My passkey")
