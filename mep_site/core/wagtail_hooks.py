"""How the admin treats the site's models."""

from typing import Any

from django.db.models import TextField
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from modeltranslation.fields import TranslationField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField


def _widget_options(field: TranslationField) -> dict[str, Any]:
    plain_text = isinstance(field, TextField) and not isinstance(field, RichTextField)
    return {"widget": AdminAutoHeightTextInput} if plain_text else {}


# Wagtail gives this widget to ``TextField`` itself only, not to the classes derived from it.
register_form_field_override(TranslationField, override=_widget_options)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Where what was copied is made into blocks."""
    from .pasting.views import paste

    return [path("paste/", paste, name="paste")]


@hooks.register("insert_editor_js")
def pasting_script() -> SafeString:
    """The script that puts what was copied into the form, with its words."""
    return format_html(
        '<script src="{}" data-url="{}" data-undo="{}" data-close="{}" data-failed="{}"'
        ' data-picture="{}"></script>',
        static("js/paste.js"),
        reverse("paste"),
        gettext("Undo pasting"),
        gettext("Close this note"),
        gettext(
            "Nothing was pasted, because the server did not answer. What you copied is still on "
            "the clipboard: try again."
        ),
        gettext(
            "Nothing was pasted, because pictures cannot be pasted. Save it as a file and add it "
            "with a block “Picture”."
        ),
    )
