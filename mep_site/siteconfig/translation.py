"""Registers the words of the settings with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import FooterLink, HotKeyword, SiteConfiguration


@register(SiteConfiguration)
class SiteConfigurationTranslation(TranslationOptions):
    """The registration number is a fact and the same in every language."""

    fields = ("site_name", "copyright_line", "precedence_notice", "rights_notice")


@register(FooterLink)
class FooterLinkTranslation(TranslationOptions):
    """The words of the link."""

    fields = ("label",)


@register(HotKeyword)
class HotKeywordTranslation(TranslationOptions):
    """The term itself."""

    fields = ("label",)
