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

    fields = ("office", "purpose", "address")


class NoTextsOfItsOwn(TranslationOptions):
    """For page types that add no text to the base page.

    They are registered all the same: modeltranslation's querysets fail on a model that derives
    from a registered one and is not registered itself, as when such a page is deleted.
    """

    fields = ()
