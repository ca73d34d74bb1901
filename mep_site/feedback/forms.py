"""The form in which visitors report an error."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mep_site.translations.languages import Language
from mep_site.visitors.forms import OpenToAll
from mep_site.visitors.mail import can_send_mail

from .models import MESSAGE_LENGTH, ErrorReport


class TypedText(forms.CharField):
    """A text of several lines, whose length is counted as browsers do."""

    def to_python(self, value: Any) -> str:
        """Count the end of a line as one character."""
        return super().to_python(value).replace("\r\n", "\n")


class ReportForm(OpenToAll, forms.ModelForm):
    """What is wrong, in the visitor's words."""

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
