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
    """What the department does."""

    fields = ("functions",)


@register(Division)
class DivisionTranslation(TranslationOptions):
    """Both names of a division."""

    fields = ("name", "alternative_name")


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    """What the institution does and whom it answers to."""

    fields = ("abbreviation", "supervisor", "duties")


@register(InstitutionTask)
class InstitutionTaskTranslation(TranslationOptions):
    """The task."""

    fields = ("text",)


@register(InstitutionUnit)
class InstitutionUnitTranslation(TranslationOptions):
    """A unit's name and duties."""

    fields = ("name", "duties")


@register(Leader)
class LeaderTranslation(TranslationOptions):
    """The biography; the name is the title of the page."""

    fields = ("biography",)


@register(LeaderPost)
class LeaderPostTranslation(TranslationOptions):
    """The name of the post."""

    fields = ("name",)
