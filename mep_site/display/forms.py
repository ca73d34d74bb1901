"""The form of the text settings."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages import languages

from .preferences import Colours, Pictures, Preferences, Size, Spacing, Typeface


def _language_choices() -> Iterator[tuple[str, str]]:
    yield "", _("The language set in the browser")
    for language in languages():
        name = format_html('<span lang="{}">{}</span>', language.tag, language.name)
        yield language.code, name


class DisplayForm(forms.Form):
    """A visitor's choices."""

    size = forms.ChoiceField(label=_("Text size"), choices=Size, widget=forms.RadioSelect)
    colours = forms.ChoiceField(label=_("Colours"), choices=Colours, widget=forms.RadioSelect)
    spacing = forms.ChoiceField(
        label=_("Spacing between lines, words and letters"),
        choices=Spacing,
        widget=forms.RadioSelect,
    )
    typeface = forms.ChoiceField(label=_("Typeface"), choices=Typeface, widget=forms.RadioSelect)
    pictures = forms.ChoiceField(label=_("Pictures"), choices=Pictures, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Language of the home page"),
        help_text=_(
            "The language in which the site opens if you enter only its domain name. Every other "
            "address opens in its own language."
        ),
        choices=_language_choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def preferences(self) -> Preferences:
        """The choices of a valid form."""
        chosen: dict[str, Any] = self.cleaned_data
        return Preferences(
            size=Size(chosen["size"]),
            spacing=Spacing(chosen["spacing"]),
            typeface=Typeface(chosen["typeface"]),
            colours=Colours(chosen["colours"]),
            pictures=Pictures(chosen["pictures"]),
        )
