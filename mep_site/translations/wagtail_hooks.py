"""Offers the rights per language in the group form of the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from .languages import languages
from .permissions import APP_LABEL, Right, codename


@hooks.register("register_permissions")
def register_language_permissions() -> QuerySet[Permission]:
    """The permissions to edit, submit and publish the texts of each language."""
    codenames = [codename(right, language) for right in Right for language in languages()]
    return Permission.objects.filter(content_type__app_label=APP_LABEL, codename__in=codenames)
