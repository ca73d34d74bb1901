"""How the admin treats the site's models."""

from typing import Any

from django.db.models import TextField
from modeltranslation.fields import TranslationField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField


def _widget_options(field: TranslationField) -> dict[str, Any]:
    plain_text = isinstance(field, TextField) and not isinstance(field, RichTextField)
    return {"widget": AdminAutoHeightTextInput} if plain_text else {}


# Wagtail gives this widget to ``TextField`` itself only, not to the classes derived from it.
register_form_field_override(TranslationField, override=_widget_options)
