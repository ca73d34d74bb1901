"""Registers the bodies of sections and standard pages with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import ContactPage, SectionPage, StandardPage


@register([SectionPage, StandardPage, ContactPage])
class BodyTranslation(TranslationOptions):
    """A body per language."""

    fields = ("body",)
