"""Where colleagues sign in, confirm who they are and set up second factors, all below the admin.

Those of django-allauth that are not here do not exist: nobody signs up, and nothing is signed in by
mail. The first ones stand in the place of Wagtail's own.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as webauthn_views
from allauth.usersessions.views import ListUserSessionsView
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.localization import get_localized_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import views

View = Callable[..., HttpResponse]


def for_half_signed_in(view: View) -> View:
    """Let a view see who has begun to sign in, although everywhere else that is nobody."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = request.half_signed_in
        return view(request, *args, **kwargs)

    return answer


def in_language_of_user(view: View) -> View:
    """Speak as the admin does to whoever is signed in, or has begun to."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return get_localized_response(view, request, *args, **kwargs)

    return answer


# Guesses are counted outside of a transaction: at once, for all processes, and whatever follows.
signing_in = [
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("login/code/", views.SecondStepView.as_view(), name="mfa_authenticate"),
    path("login/passkey/", webauthn_views.login_webauthn, name="mfa_login_webauthn"),
    path(
        "password_reset/",
        views.CountedPasswordResetView.as_view(),
        name="wagtailadmin_password_reset",
    ),
    path(
        "account/confirm/",
        account_views.ReauthenticateView.as_view(template_name="accounts/confirm_by_password.html"),
        name="account_reauthenticate",
    ),
    path(
        "account/confirm/code/",
        mfa_views.ReauthenticateView.as_view(template_name="accounts/confirm_by_code.html"),
        name="mfa_reauthenticate",
    ),
    path(
        "account/confirm/passkey/",
        views.PasskeyConfirmationView.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]
setting_up = [
    path("login/cancel/", require_POST(account_views.logout), name="account_logout"),
    path("account/second-factor/", views.SecondFactorsView.as_view(), name="mfa_index"),
    path("account/second-factor/app/", views.SetUpAppView.as_view(), name="mfa_activate_totp"),
    path(
        "account/second-factor/app/remove/",
        totp_views.DeactivateTOTPView.as_view(template_name="accounts/remove_app.html"),
        name="mfa_deactivate_totp",
    ),
    path(
        "account/second-factor/passkeys/add/",
        views.AddPasskeyView.as_view(),
        name="mfa_add_webauthn",
    ),
    path(
        "account/second-factor/passkeys/<int:pk>/",
        webauthn_views.EditWebAuthnView.as_view(
            template_name="accounts/rename_passkey.html", success_url=reverse_lazy("mfa_index")
        ),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/second-factor/passkeys/<int:pk>/remove/",
        views.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/second-factor/codes/",
        recovery_views.ViewRecoveryCodesView.as_view(template_name="accounts/recovery_codes.html"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/second-factor/codes/new/",
        recovery_views.GenerateRecoveryCodesView.as_view(
            template_name="accounts/new_recovery_codes.html"
        ),
        name="mfa_generate_recovery_codes",
    ),
]
after_signing_in = [
    path(
        "account/sessions/",
        ListUserSessionsView.as_view(template_name="accounts/sessions.html"),
        name="usersessions_list",
    ),
]
urlpatterns = [
    *decorate_urlpatterns(
        # The outer one comes first: the language is that of whoever has begun to sign in.
        decorate_urlpatterns(
            [*decorate_urlpatterns(signing_in, non_atomic_requests), *setting_up],
            in_language_of_user,
        ),
        for_half_signed_in,
    ),
    *decorate_urlpatterns(after_signing_in, in_language_of_user),
]
urlpatterns = decorate_urlpatterns(urlpatterns, never_cache)
# The sign-in of readers, below the address of each language.
sign_in_of_readers = non_atomic_requests(for_half_signed_in(views.ReaderSignInView.as_view()))
