"""The list of topics in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mep_site.translations.languages import authoritative, languages
from mep_site.translations.permissions import PermissionType, permission

from .models import Topic

NAMES = [language.column("name") for language in languages()]


@register_snippet
class TopicViewSet(SnippetViewSet):
    """Lists topics in their stored order, which can be changed by dragging.

    Whoever may change topics at all changes the names in the languages that they may edit; what
    stands in addresses belongs to the Chinese.
    """

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    add_to_settings_menu = True
    sort_order_field = "sort_order"
    list_display = [*NAMES, "slug"]
    search_fields = [*NAMES, "slug"]
    panels = [
        *(
            FieldPanel(
                language.column("name"), permission=permission(PermissionType.EDIT, language)
            )
            for language in languages()
        ),
        FieldPanel("slug", permission=permission(PermissionType.EDIT, authoritative())),
    ]
