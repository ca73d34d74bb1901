"""How the admin treats the site's models."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import TextField
from django.forms import Media
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from modeltranslation.fields import TranslationField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField

from .admin.sending import form_session, signed_in


def _widget_options(field: TranslationField) -> dict[str, Any]:
    plain_text = isinstance(field, TextField) and not isinstance(field, RichTextField)
    return {"widget": AdminAutoHeightTextInput} if plain_text else {}


# Wagtail gives this widget to ``TextField`` itself only, not to the classes derived from it.
register_form_field_override(TranslationField, override=_widget_options)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """What an open form asks, where one signs in beside it, what copied text is made into."""
    from .pasting.views import paste

    return [
        path("form-session/", form_session, name="form_session"),
        path("signed-in/", signed_in, name="signed_in"),
        path("paste/", paste, name="paste"),
    ]


@hooks.register("before_create_user")
@hooks.register("before_edit_user")
def leave_administrators_to_administrators(request: HttpRequest, user: Any = None) -> None:
    """Whoever may change users makes nobody an administrator, and changes none.

    Wagtail asks for the permission to change users only. ``PermissionDenied`` for others.
    """
    is_one = user is not None and user.is_superuser
    if (is_one or request.POST.get("is_superuser")) and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("insert_editor_js")
def saving_notice() -> SafeString:
    """The scripts of every form, and what it says while nothing is being saved."""
    return render_to_string("core/saving_notice.html")


@hooks.register("insert_editor_js")
def pasting_script() -> SafeString:
    """The script that puts what was copied into the form, with its words."""
    return render_to_string("core/pasting_script.html")


@hooks.register("insert_global_admin_js")
def scripts_of_every_page() -> SafeString:
    """Scripts that do what pages call for, and name controls without a name of their own."""
    return Media(js=["js/admin/script-calls.js", "js/admin/labels.js"]).render()


@hooks.register("construct_help_menu")
def without_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out an entry that would stay in the language of whoever opened the menu first."""
    items[:] = [item for item in items if not item.name.startswith("whats-new-in-wagtail")]
