"""Registers the names of topics with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from mep_site.translations.languages import authoritative

from .models import Topic


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = (authoritative().code,)
