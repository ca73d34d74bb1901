"""The forms on which one subscribes, or asks where one's subscriptions are."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mep_site.visitors.forms import OpenToAll

from ..models import Subscription

Kind = Subscription.Kind
WISHES = {
    Kind.PAGE: _("when the text changes in substance"),
    Kind.TRANSLATION: _("when the translation is complete and follows the Chinese text"),
}


def _email_field(help_text: Any) -> forms.EmailField:
    return forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=help_text,
        error_messages={
            "required": _("Enter your e-mail address."),
            "invalid": _("Enter an e-mail address such as name@example.org."),
        },
    )


class FollowForm(OpenToAll, forms.Form):
    """To which address, how often, and of a page that is followed in two ways, which one."""

    kind = forms.ChoiceField(
        label=_("Tell me"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want to be told.")},
    )
    frequency = forms.ChoiceField(
        label=_("How often?"),
        choices=Subscription.Frequency,
        widget=forms.RadioSelect,
        initial=Subscription.Frequency.DAILY,
        error_messages={"required": _("Choose how often you want to be told.")},
    )
    email = _email_field(
        _("We send a link to this address. Nothing else is sent until you have confirmed it.")
    )

    def __init__(self, kinds: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(each, WISHES[each]) for each in kinds if each in WISHES]
        if len(kinds) == 1:
            del self.fields["kind"]
        if kinds == [Kind.TRANSLATION]:
            del self.fields["frequency"]
        self.only_kind = kinds[0]

    @property
    def wanted_kind(self) -> str:
        """As what the subject is followed."""
        return self.cleaned_data.get("kind", self.only_kind)

    @property
    def wanted_frequency(self) -> str:
        """How often, where there is anything to choose."""
        return self.cleaned_data.get("frequency", Subscription.Frequency.AT_ONCE)


class AccessForm(OpenToAll, forms.Form):
    """Whose subscriptions are to be seen."""

    email = _email_field(
        _("The address to which our messages go. We send a link to your subscriptions there.")
    )


class FrequencyForm(forms.Form):
    """How often one is told from now on."""

    frequency = forms.ChoiceField(label=_("How often?"), choices=Subscription.Frequency)
