"""Offers the rights per language in the group form of the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from .permissions import APP_LABEL


@hooks.register("register_permissions")
def register_language_permissions() -> QuerySet[Permission]:
    """The permissions to edit the texts of each language."""
    return Permission.objects.filter(
        content_type__app_label=APP_LABEL, codename__startswith="edit_"
    )
