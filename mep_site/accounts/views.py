"""The views of django-allauth as the site needs them."""

from typing import Any

from allauth.account import views as account_views
from allauth.account.utils import get_login_redirect_url, passthrough_next_redirect_url
from allauth.mfa.adapter import get_adapter as get_factors_adapter
from allauth.mfa.base import views as mfa_views
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn import views as webauthn_views
from django import forms
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from wagtail.admin.views.account import PasswordResetView, password_reset_enabled

from .adapters import way_to_confirm
from .obligation import has_second_factor, is_powerful, needs_second_factor
from .sessions import note_second_factor, shows_enough
from .throttling import Attempt, Step


class SignInView(account_views.LoginView):
    """Asks for name and password, or for a passkey; what is right leads to the second step."""

    template_name = "accounts/sign_in.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; whoever is signed in is led on, and asked for what lacks."""
        user = request.user
        if user.is_authenticated and not shows_enough(request, user):
            return redirect(_what_lacks(request))
        if self.is_of_use(request):
            return redirect(get_login_redirect_url(request))
        return super().get(request, *args, **kwargs)

    def is_of_use(self, request: HttpRequest) -> bool:
        """Whether whoever is signed in gets in; else they need another account."""
        return request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where to go on, as Wagtail's template names it; whether a password can be replaced."""
        context = super().get_context_data(**kwargs)
        return context | {
            "next": context["redirect_field_value"],
            "show_password_reset": password_reset_enabled(),
        }


class ReaderSignInView(SignInView):
    """The same for readers of pages that are not public, in the look of the site."""

    template_name = "wagtailcore/login.html"

    def is_of_use(self, request: HttpRequest) -> bool:
        """Never: only who may not read a page is sent here."""
        return False


def _what_lacks(request: HttpRequest) -> str:
    """Where a second factor is shown, or set up by whoever has none."""
    user = request.user
    url = way_to_confirm(user) if has_second_factor(user) else reverse("mfa_index")
    return passthrough_next_redirect_url(request, url, REDIRECT_FIELD_NAME)


class SecondStepView(mfa_views.AuthenticateView):
    """Asks for the second factor of whoever has one."""

    template_name = "accounts/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the user has."""
        context = super().get_context_data(**kwargs)
        return context | {"has_passkey": _has(self.stage.login.user, Authenticator.Type.WEBAUTHN)}


class PasskeyConfirmationView(webauthn_views.ReauthenticateWebAuthnView):
    """Asks for a passkey again."""

    template_name = "accounts/confirm_by_passkey.html"

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Say what is wrong where it can be tried again."""
        for message in form.errors.get("credential", []):
            messages.error(self.request, message)
        return redirect(self.passthrough_next_url(self.request.path))


class SecondFactorsView(mfa_views.IndexView):
    """The second factors of a user, and the way to the first one."""

    template_name = "accounts/second_factors.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What there is, and whether there must be something."""
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "has_one": has_second_factor(user),
            "is_needed": needs_second_factor(user),
            "would_be_needed": is_powerful(user),
        }


class SetsUpSecondFactor:
    """Whoever sets up a second factor has shown it, and needs not do so again at once."""

    kind: Authenticator.Type

    def form_valid(self, form: forms.Form) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
        note_second_factor(self.request, self.request.user, self.kind)
        return response


class SetUpAppView(SetsUpSecondFactor, ActivateTOTPView):
    template_name = "accounts/set_up_app.html"
    kind = Authenticator.Type.TOTP


class AddPasskeyView(SetsUpSecondFactor, webauthn_views.AddWebAuthnView):
    template_name = "accounts/add_passkey.html"
    kind = Authenticator.Type.WEBAUTHN


class RemovePasskeyView(webauthn_views.RemoveWebAuthnView):
    """Removes a passkey, but the only second factor of whoever needs one."""

    template_name = "accounts/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: forms.Form) -> HttpResponse:
        adapter = get_factors_adapter()
        if not adapter.can_delete_authenticator(self.object):
            messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
            return redirect(self.success_url)
        return super().form_valid(form)


class CountedPasswordResetView(PasswordResetView):
    """Sends a link to a forgotten password's owner, so often from one place and to one address."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        Attempt.begin(request, Step.RESET, request.POST.get("email", ""))
        return super().post(request, *args, **kwargs)


def _has(user: Any, kind: Authenticator.Type) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type=kind).exists()
