"""The form in which a picture is described."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from mep_site.translations.languages import authoritative


class ImageForm(BaseImageForm):
    """A picture comes into the library with an alternative text, or as one that needs none.

    Of pictures that are uploaded together Wagtail keeps those for later whose form is not complete.
    """

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        column = authoritative().column("description")
        described = cleaned.get(column) or cleaned.get("decorative")
        if column in self.fields and column not in self.errors and not described:
            self.add_error(column, _("Say what the picture shows, or mark it as decorative."))
        return cleaned
