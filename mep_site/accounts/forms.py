"""The forms of django-allauth in which something can be guessed, with guesses counted."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.forms.auth import PasswordResetForm

from .adapters import UNKNOWN_PASSKEY
from .models import UsedCode
from .notices import send_beside
from .throttling import Attempt, Step


class SignInForm(LoginForm):
    """Name and password, with labels that stay while one types."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "login", _("User name"))
        _label(self, "password", _("Password"))
        self.fields["login"].widget.attrs |= {"autofocus": True, "spellcheck": "false"}


class PasswordConfirmationForm(ReauthenticateForm):
    """The password of who is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "password", _("Password"))


class PasskeyForm(AddWebAuthnForm):
    """A passkey's name, and whether it does without a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "name", _("Name, to tell it from others"))
        passwordless = self.fields["passwordless"]
        passwordless.initial = True
        passwordless.label = _("Sign in with it alone, without the password")
        passwordless.help_text = _("The device asks for a fingerprint, face or PIN then.")

    def clean(self) -> dict[str, Any]:
        """Refuse what no device answers, of which allauth reads only a part as an error."""
        try:
            return super().clean()
        except (ValidationError, ValueError, TypeError, KeyError):
            raise ValidationError(_("The passkey was not accepted. Try again.")) from None


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, "name", _("Name, to tell it from others"))


def _label(form: forms.Form, name: str, label: str) -> None:
    form.fields[name].label = label
    form.fields[name].widget.attrs.pop("placeholder", None)


class CountsGuesses:
    """A form in which something can be guessed, at ``step``."""

    step: Step

    def count(self, clean: Any) -> Any:
        """What ``clean`` makes of the field; ``ValidationError`` is a guess that failed."""
        name = self.user.get_username() if self.user else ""
        attempt = Attempt.begin(context.request, self.step, name)
        try:
            cleaned = clean()
        except ValidationError:
            attempt.failed()
            raise
        attempt.succeeded()
        return cleaned


def _label_code(form: forms.Form) -> None:
    _label(form, "code", pgettext("second factor", "Code"))
    form.fields["code"].widget.attrs |= {"autofocus": True, "spellcheck": "false"}


class AppForm(ActivateTOTPForm):
    """What an app that is set up shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label_code(self)


class CountedCode(CountsGuesses):
    """A code, which is good once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label_code(self)

    def clean_code(self) -> str:
        return self.count(self._code_used_once)

    def _code_used_once(self) -> str:
        code = super().clean_code()
        is_of_an_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_of_an_app and not UsedCode.admit(f"{self.user.pk} {code}", most=1):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(CountedCode, AuthenticateForm):
    """The second step of a sign-in."""

    step = Step.CODE


class CodeConfirmationForm(CountedCode, CodeAgainForm):
    """Confirms who is signed in."""

    step = Step.CONFIRMATION


class CountedPasskey(CountsGuesses):
    """What a device answers; of an answer that is none nothing else is said."""

    def clean_credential(self) -> Authenticator:
        try:
            return self.count(super().clean_credential)
        except ValidationError:
            raise ValidationError(UNKNOWN_PASSKEY) from None


class PasskeySecondStepForm(CountedPasskey, AuthenticateWebAuthnForm):
    """The second step of a sign-in."""

    step = Step.CODE


class PasskeySignInForm(CountedPasskey, LoginWebAuthnForm):
    """A sign-in by a passkey alone, which is two factors: the device, and what unlocks it."""

    step = Step.PASSKEY


class PasskeyConfirmationForm(CountedPasskey, ReauthenticateWebAuthnForm):
    """Confirms who is signed in."""

    step = Step.CONFIRMATION


class ResetForm(PasswordResetForm):
    """Asks for the address to which a link goes, and does not tell whether anybody has it.

    For an address that nobody has a mail is written as well, and thrown away; one for somebody is
    sent by a thread of its own. So both are answered in the same words after the same time.
    """

    def get_users(self, email: str) -> list[AbstractBaseUser]:
        """Whoever has the address, else somebody who does not exist."""
        user_model = get_user_model()
        return list(super().get_users(email)) or [user_model(pk=0, email=email)]

    def send_mail(  # noqa: PLR0913, PLR0917 - Django's signature
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Write the mail; send it without waiting for the mail server."""
        subject = "".join(render_to_string(subject_template_name, context).splitlines())
        message = EmailMessage(
            subject, render_to_string(email_template_name, context), from_email, [to_email]
        )
        if context["user"].pk:
            send_beside(message)
