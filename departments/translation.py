"""Registers departments, leaders and institutions with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from mep_site.core.translation import NoTextsOfItsOwn

from .models import (
    Department,
    DepartmentIndex,
    Division,
    Institution,
    InstitutionIndex,
    InstitutionTask,
    InstitutionUnit,
    Leader,
    LeaderIndex,
    LeaderPost,
)

register([DepartmentIndex, InstitutionIndex, LeaderIndex])(NoTextsOfItsOwn)


@register(Department)
class DepartmentTranslation(TranslationOptions):
    fields = ("functions",)


@register(Division)
class DivisionTranslation(TranslationOptions):
    fields = ("name", "alternative_name")


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    fields = ("abbreviation", "supervisor", "duties")


@register(InstitutionTask)
class InstitutionTaskTranslation(TranslationOptions):
    fields = ("text",)


@register(InstitutionUnit)
class InstitutionUnitTranslation(TranslationOptions):
    fields = ("name", "duties")


@register(Leader)
class LeaderTranslation(TranslationOptions):
    """The biography; the name is the title of the page."""

    fields = ("biography",)


@register(LeaderPost)
class LeaderPostTranslation(TranslationOptions):
    fields = ("name",)
