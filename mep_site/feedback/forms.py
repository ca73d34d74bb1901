"""The form in which visitors report an error, and what keeps programs from filling it in."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mep_site.translations.languages import Language

from .mail import can_send_mail
from .models import MESSAGE_LENGTH, ErrorReport

LEAST_SECONDS = 3
# Longer than the twenty hours from which on a time limit is none by WCAG 2.2, criterion 2.2.1.
MOST_SECONDS = 24 * 60 * 60
SIGNER = signing.Signer(salt="mep_site.feedback.forms")


def stamp() -> str:
    """The present moment, signed."""
    return SIGNER.sign(str(int(time.time())))


class TypedText(forms.CharField):
    """A text of several lines, whose length is counted as browsers do."""

    def to_python(self, value: Any) -> str:
        """Count the end of a line as one character."""
        return super().to_python(value).replace("\r\n", "\n")


class ReportForm(forms.ModelForm):
    """What is wrong, in the visitor's words.

    Two more inputs are sent with it. ``subject`` is hidden from people: what fills it in is a
    program. ``opened`` says when the form was handed out; nobody reads and writes in less than
    :data:`LEAST_SECONDS`.
    """

    kind = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=ErrorReport.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong.")},
    )
    message = TypedText(
        label=gettext_lazy("Describe the error"),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "What does it say, and what should it say? Please do not include any personal "
            "information here."
        ),
        error_messages={"required": gettext_lazy("Describe the error.")},
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address, if you want an answer"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Optional. We use it only to reply to you, and delete it 30 days after your report "
            "has been dealt with, and after one year at the latest."
        ),
        error_messages={
            "invalid": gettext_lazy("Enter an e-mail address such as name@example.org, or none.")
        },
    )
    use_required_attribute = False

    class Meta:
        model = ErrorReport
        fields = ["kind", "message", "email"]

    def __init__(self, language: Language, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if language.is_authoritative:
            kinds = [each for each in ErrorReport.Kind if each != ErrorReport.Kind.MISTRANSLATION]
            self.fields["kind"].choices = [(each.value, each.label) for each in kinds]
        if not can_send_mail():
            del self.fields["email"]

    @property
    def opened(self) -> str:
        """When the form was handed out, signed; anew if that is not known or too long ago."""
        seconds = self._seconds_open
        is_known = seconds is not None and seconds <= MOST_SECONDS
        return self.data["opened"] if is_known else stamp()

    def clean(self) -> dict[str, Any]:
        """Refuse what no person sends, in a way that loses nothing if it was one after all.

        Whoever has something to mend is told that first.
        """
        cleaned = super().clean()
        if self.errors:
            return cleaned
        seconds = self._seconds_open
        if self.data.get("subject") or seconds is None or seconds > MOST_SECONDS:
            raise ValidationError(_("Please check what you have written and send it again."))
        if seconds < LEAST_SECONDS:
            raise ValidationError(
                _("That was very fast. Please wait a few seconds and send it again.")
            )
        return cleaned

    @cached_property
    def _seconds_open(self) -> float | None:
        try:
            return time.time() - int(SIGNER.unsign(self.data.get("opened", "")))
        except (signing.BadSignature, ValueError):
            return None
