"""The forms of pictures and documents: what cannot be taken is refused beside its field.

Wagtail looks at the beginning of a picture only, and stores a file when the form is valid already:
a damaged picture or a full disk would be a fault of the server.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageSequence
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.widgets import AdminImageChooser

from mep_site.translations.languages import authoritative

from .models import VERSIONS

DAMAGED = _(
    "This picture is damaged or was not received completely. Open it in a program for pictures, "
    "save it again and upload the new file."
)
NOT_STORED = _(
    "The file could not be stored on the server. Nothing was saved; your entries are still here. "
    "Tell whoever operates the site, and upload the file again later."
)


class WholePictureField(WagtailImageField):
    """Takes a picture if all of it can be decoded, which is what its renditions are made from."""

    @classmethod
    def in_place_of(cls, field: Field) -> "WholePictureField":
        """A field that looks and is labelled like the given one."""
        return cls(label=field.label, required=field.required, widget=field.widget)

    def to_python(self, data: Any) -> Any:
        """The upload; ``ValidationError`` if it is no picture, or not a whole one."""
        try:
            upload = super().to_python(data)
            if upload:
                _decode(upload)
        # Pillow's decoders have no error of their own.
        except (OSError, SyntaxError, ValueError, EOFError, IndexError) as reason:
            raise ValidationError(DAMAGED, code="damaged") from reason
        return upload


def _decode(upload: UploadedFile) -> None:
    with Image.open(upload) as picture:
        for frame in ImageSequence.Iterator(picture):
            frame.load()
    upload.seek(0)


class StoringMixin:
    """Stores an upload while the form is checked, so that a failure is an error of its field."""

    def full_clean(self) -> None:
        """Check the form, then store what was uploaded."""
        super().full_clean()
        upload = self.cleaned_data.get("file") if self.is_bound else None
        if isinstance(upload, UploadedFile):
            try:
                self._store(upload)
            except OSError:
                self.add_error("file", NOT_STORED)

    def _store(self, upload: UploadedFile) -> None:
        file = self.instance.file
        file.save(upload.name, upload, save=False)
        if self.errors:
            # The form will be sent again, with the file.
            file.storage.delete(file.name)
        upload.seek(0)


class PictureForm(StoringMixin, BaseImageForm):
    """The form of a picture in the library.

    It comes there with an alternative text, or as one that needs none. Of pictures that are
    uploaded together Wagtail keeps those for later whose form is not complete.
    """

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | dict.fromkeys(VERSIONS, AdminImageChooser)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = WholePictureField.in_place_of(self.fields["file"])

    def clean(self) -> dict[str, Any]:
        """Ask for the alternative text, and refuse a picture as its own version."""
        cleaned_data = super().clean()
        column = authoritative().column("description")
        described = cleaned_data.get(column) or cleaned_data.get("decorative")
        if column in self.fields and column not in self.errors and not described:
            self.add_error(column, _("Say what the picture shows, or mark it as decorative."))
        for name in VERSIONS:
            if self.instance.pk and cleaned_data.get(name) == self.instance:
                self.add_error(name, _("Choose another picture, or none."))
        return cleaned_data


class DocumentForm(StoringMixin, BaseDocumentForm):
    """The form of a document in the library."""
