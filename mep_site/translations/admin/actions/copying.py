"""Copying a page: the new title goes to the language in which its editor reads the old one."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils import translation
from wagtail.admin.views.pages.copy import CopyView

from ...languages.text import LocalizedText, localized


class EditionCopyView(CopyView):
    """Asks for the title in the language of the admin, else in the first that the page has.

    Wagtail's own view shows and writes the title of the language that is active, so a Chinese page
    that was copied in an English admin became an English one.
    """

    @property
    def _title(self) -> LocalizedText:
        return localized(self.page, "title")

    def get_form(self, *args: Any) -> Form:
        form = super().get_form(*args)
        form.fields["new_title"].initial = str(self._title)
        return form

    def form_valid(self, form: Form) -> HttpResponse:
        # The bare name, which Wagtail writes, means the column of the active language.
        with translation.override(self._title.language.code):
            return super().form_valid(form)
