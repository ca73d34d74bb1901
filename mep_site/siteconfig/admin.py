"""The list of hot keywords in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from mep_site.search.admin.snippets import UnchosenViewSet
from mep_site.translations.languages import languages

from .models import HotKeyword

LABELS = [language.column("label") for language in languages()]
LEADS_TO_SEARCH = _("Without a page or an address the keyword leads to a search for it.")


class HotKeywordViewSet(UnchosenViewSet):
    """Lists hot keywords in their stored order, which can be changed by dragging.

    As with all that is told the search, whoever may change them does so in every language.
    """

    model = HotKeyword
    icon = "list-ul"
    menu_label = _("Popular searches")
    sort_order_field = "sort_order"
    list_display = [*LABELS, "page", "since", "until"]
    search_fields = LABELS
    panels = [
        FieldRowPanel([FieldPanel(label) for label in LABELS]),
        FieldPanel("page", help_text=LEADS_TO_SEARCH),
        FieldPanel("url"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]
