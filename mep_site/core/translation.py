"""Registers the base page and contact points with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import BasePage, ContactPoint


@register(BasePage)
class BasePageTranslation(TranslationOptions):
    """The texts that every page has; page types register their own beside them."""

    fields = ("title", "summary", "seo_title", "search_description")


@register(ContactPoint)
class ContactPointTranslation(TranslationOptions):
    """Numbers and addresses on the net are the same in every language."""

    fields = ("office", "address")
