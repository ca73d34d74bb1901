"""The table of country names in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mep_site.translations.languages import languages

from .models import Country


@register_snippet
class CountryViewSet(SnippetViewSet):
    """Lists countries in their stored order, which can be changed by dragging."""

    model = Country
    icon = "globe"
    menu_label = _("Countries")
    add_to_settings_menu = True
    sort_order_field = "sort_order"
    list_display = [
        "iso_code",
        *(language.column("short_name") for language in languages()),
    ]
    search_fields = [
        "iso_code",
        *(language.column("short_name") for language in languages()),
    ]
    panels = [
        FieldPanel("iso_code"),
        *(
            FieldRowPanel(
                [
                    FieldPanel(language.column("short_name")),
                    FieldPanel(language.column("official_name")),
                ],
                heading=language.name,
            )
            for language in languages()
        ),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading=_("On maps")),
    ]
