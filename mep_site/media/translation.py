"""Registers the translated texts of pictures and documents with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import SiteDocument, SiteImage


@register(SiteImage)
class SiteImageTranslation(TranslationOptions):
    """Alternative text, caption and credit, and a version for a picture with words in it."""

    fields = ("description", "caption", "credit", "version")


@register(SiteDocument)
class SiteDocumentTranslation(TranslationOptions):
    """The name that the public reads."""

    fields = ("name",)
