"""Registers the bodies of sections and standard pages with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from mep_site.core.translation import NoTextsOfItsOwn

from .models import (
    ContactPage,
    SectionPage,
    SiteMapPage,
    StandardPage,
)

register([SiteMapPage])(NoTextsOfItsOwn)


@register([SectionPage, StandardPage, ContactPage])
class BodyTranslation(TranslationOptions):
    fields = ("body",)
