"""Registers what readers are told about changes with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import AuthoritativeChange


@register(AuthoritativeChange)
class SourceChangeTranslation(TranslationOptions):
    """The public note."""

    fields = ("note",)
