"""Registers the words of the settings with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .identity import SiteIdentity
from .models import FooterLink, HotKeyword, SiteColumn, SiteConfiguration, UrgentNotice


@register(SiteConfiguration)
class SiteConfigurationTranslation(TranslationOptions):
    """Numbers and addresses are facts and the same in every language."""

    fields = (
        *("site_name", "short_name", "copyright_line", "precedence_notice", "rights_notice"),
        *SiteIdentity.identity_names,
    )


@register(SiteColumn)
class SiteColumnTranslation(TranslationOptions):
    """The keywords; its type has a name in each language."""

    fields = ("keywords",)


@register(FooterLink)
class FooterLinkTranslation(TranslationOptions):
    fields = ("label",)


@register(HotKeyword)
class HotKeywordTranslation(TranslationOptions):
    fields = ("label",)


@register(UrgentNotice)
class UrgentNoticeTranslation(TranslationOptions):
    """A notice stands on the pages of the languages in which it has words."""

    fields = ("label",)
