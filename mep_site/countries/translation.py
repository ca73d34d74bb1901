"""Registers the country names with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import Country


@register(Country)
class CountryTranslation(TranslationOptions):
    """Both names are approved in every language."""

    fields = ("short_name", "official_name")
