"""How the admin treats the site's models."""

from typing import Any

from django.db.models import TextField
from django.forms import Media
from django.http import HttpRequest
from django.utils.safestring import SafeString
from modeltranslation.fields import TranslationField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField


def _widget_options(field: TranslationField) -> dict[str, Any]:
    plain_text = isinstance(field, TextField) and not isinstance(field, RichTextField)
    return {"widget": AdminAutoHeightTextInput} if plain_text else {}


# Wagtail gives this widget to ``TextField`` itself only, not to the classes derived from it.
register_form_field_override(TranslationField, override=_widget_options)


@hooks.register("insert_global_admin_js")
def labels() -> SafeString:
    """The script that names controls which have no name, or an English one."""
    return Media(js=["js/admin/labels.js"]).render()


@hooks.register("construct_help_menu")
def without_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out an entry that would stay in the language of whoever opened the menu first."""
    items[:] = [item for item in items if not item.name.startswith("whats-new-in-wagtail")]
