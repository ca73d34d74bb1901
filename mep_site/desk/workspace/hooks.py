"""Puts the workspace into Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, include, path
from wagtail import hooks

from mep_site.translations.admin.forms.forms import TranslationForm

from .component import Workspace
from .views import aids, comments


@hooks.register("register_admin_urls")
def workspace_urls() -> list[URLPattern]:
    """What the script of the workspace asks about the text in focus."""
    unit = "<int:page_id>/<str:code>/units/<str:unit_id>/"
    patterns = [
        path(f"{unit}aids/", aids, name="aids"),
        path(f"{unit}comments/", comments, name="comments"),
    ]
    return [path("desk/", include((patterns, "workspace")))]


@hooks.register("insert_beside_units")
def workspace(form: TranslationForm, request: HttpRequest) -> Workspace:
    """The frame in the form of a translation."""
    return Workspace(form, request)
