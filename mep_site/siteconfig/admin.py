"""The lists of hot keywords and of urgent notices in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.views.generic.ordering import ReorderView

from mep_site.search.admin.snippets import UnchosenViewSet
from mep_site.translations.admin.forms.edit_handlers import fact, text_panel
from mep_site.translations.languages import authoritative, languages
from mep_site.translations.permissions import PermissionType, may

from .models import HotKeyword, UrgentNotice

LABELS = [language.column("label") for language in languages()]
NOTICE_HELP = _("One sentence. Without it the notice does not stand on the pages of this language.")
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


class NoticeReorderView(ReorderView):
    """Puts notices in another order, which belongs to the Chinese like all but the words."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse whoever may only write the words of other languages."""
        if not may(request.user, PermissionType.EDIT, authoritative()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UrgentNoticeViewSet(UnchosenViewSet):
    """Lists urgent notices in their stored order, which can be changed by dragging.

    Whoever may change notices at all changes the words in the languages that they may edit; days
    and addresses belong to the Chinese.
    """

    model = UrgentNotice
    icon = "thumbtack"
    reorder_view_class = NoticeReorderView
    menu_label = _("Urgent notices")
    add_to_admin_menu = True
    menu_order = 700
    sort_order_field = "sort_order"
    list_display = [*LABELS, "since", "until"]
    search_fields = LABELS
    panels = [
        *(
            text_panel("label", language, heading=language.name, help_text=NOTICE_HELP)
            for language in languages()
        ),
        fact("page", help_text=_("Where more is said; it may be left out.")),
        fact("url"),
        FieldRowPanel([fact("since"), fact("until")]),
    ]
