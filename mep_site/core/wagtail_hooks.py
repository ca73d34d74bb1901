"""How Wagtail treats the site's models: form fields in the admin, links in rich text."""

from typing import Any

from django.db.models import TextField
from modeltranslation.fields import TranslationField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField
from wagtail.rich_text.feature_registry import FeatureRegistry

from .links import PublicPageLinkHandler


def _widget_options(field: TranslationField) -> dict[str, Any]:
    plain_text = isinstance(field, TextField) and not isinstance(field, RichTextField)
    return {"widget": AdminAutoHeightTextInput} if plain_text else {}


# Wagtail gives this widget to ``TextField`` itself only, not to the classes derived from it.
register_form_field_override(TranslationField, override=_widget_options)


# After Wagtail's own handler of the same links.
@hooks.register("register_rich_text_features", order=10)
def register_public_page_links(features: FeatureRegistry) -> None:
    """Show links to public pages only."""
    features.register_link_type(PublicPageLinkHandler)
