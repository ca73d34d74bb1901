"""Registers the home page with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import HomePage


@register(HomePage)
class HomePageTranslation(TranslationOptions):
    """What its sections say; which there are is the same in every language."""

    fields = ("sections",)
