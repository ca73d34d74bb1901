"""The home page: the one page that knows every domain."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.core.blocks.fields import body_field
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.models import BasePage
from mep_site.translations.admin.forms.edit_handlers import page_tabs
from mep_site.translations.languages import active_language

from .rendering import rendered_sections
from .sections import SectionsBlock


class HomePage(BasePage):
    """Shows sections that an editor arranges. Its title is the heading of the home page."""

    sections = body_field(
        SectionsBlock(),
        pgettext_lazy("of the home page", "sections"),
        help_text=_(
            "What stands below the heading, from the top. A section that has nothing to show, such "
            "as events when none is ahead, is left out."
        ),
    )

    page_description = _("The first page of the site.")
    parent_page_types = ["core.BasePage"]
    max_count = 1
    is_list = True
    has_feed = True
    # What its sections say is not worth reading beside another language.
    has_texts_of_its_own = False
    page_kind = PageKind.HOME
    edit_handler = page_tabs(texts=["sections"])

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the ``sections`` in the active language."""
        return {
            **super().get_context(request, *args, **kwargs),
            "sections": rendered_sections(self, active_language()),
        }
