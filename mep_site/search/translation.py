"""Registers the search terms with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import Term


@register(Term)
class TermTranslation(TranslationOptions):
    """Every form belongs to a language."""

    fields = ("name", "abbreviation", "synonyms")
