"""Registers what readers are told about changes with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import AuthoritativeChange


@register(AuthoritativeChange)
class AuthoritativeChangeTranslation(TranslationOptions):
    fields = ("note",)
