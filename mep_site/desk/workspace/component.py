"""The frame beside the texts of a translation's form, which its scripts fill."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import set_query_params

from mep_site.translations.admin.forms.forms import TranslationForm
from mep_site.translations.models import Edition

from ..queue.taking_turns import AFTER
from .threads import open_comments

SCRIPTS = ("keys", "progress", "aids", "keeping", "preview")


class Workspace(Component):
    """What stands beside the texts: progress, where to go next, and help with the text in focus."""

    template_name = "desk/workspace/workspace.html"

    def __init__(self, form: TranslationForm, request: HttpRequest) -> None:
        self.form, self.request = form, request

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        page = self.form.instance
        language, source = page.edition_language, self.form.source
        units = [row.unit.id for row in self.form.unit_rows]
        address = {"page_id": page.pk, "code": language.code, "unit_id": "UNIT"}
        return {
            "page": page,
            "language": language,
            "aids_url": reverse("workspace:aids", kwargs=address),
            "comments_url": reverse("workspace:comments", kwargs=address),
            "next_url": self._next_url,
            "open_comments": open_comments(page, units, [language, source.language]),
        }

    @property
    def _next_url(self) -> str:
        """Where the next page of the queue is found."""
        page = self.form.instance
        edition = Edition.objects.get_or_create_for_page(page)[page.edition_language.code]
        return set_query_params(reverse("desk:next"), {AFTER: edition.pk})

    @property
    def media(self) -> forms.Media:
        scripts = [Script(f"js/admin/workspace/{name}.js", type="module") for name in SCRIPTS]
        return forms.Media(css={"all": ["css/admin/workspace.css"]}, js=scripts)
