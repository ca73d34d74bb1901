"""Registers programmes and their rows with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import (
    CooperationIndex,
    Member,
    Milestone,
    Programme,
    ProgrammeFigure,
    Quotation,
    WorkingGroup,
)


@register(CooperationIndex)
class CooperationIndexTranslation(TranslationOptions):
    fields = ("body",)


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ("abbreviation", "background", "responsibilities", "achievements", "next_steps")


@register(Member)
class MemberTranslation(TranslationOptions):
    """States are named by the approved table, organisations here."""

    fields = ("organisation",)


@register(Quotation)
class QuotationTranslation(TranslationOptions):
    """All words of a quotation; its date is a fact."""

    fields = ("text", "speaker", "occasion", "place")


@register(Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ("text",)


@register(WorkingGroup)
class WorkingGroupTranslation(TranslationOptions):
    fields = ("name",)


@register(ProgrammeFigure)
class ProgrammeFigureTranslation(TranslationOptions):
    fields = ("caption",)
