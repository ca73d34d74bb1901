"""Registers what readers are told about changes with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import SourceChange


@register(SourceChange)
class SourceChangeTranslation(TranslationOptions):
    """The public note."""

    fields = ("note",)
