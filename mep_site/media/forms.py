"""The forms of pictures and documents: what cannot be taken is refused beside its field.

Wagtail looks at the beginning of a picture only, and stores a file when the form is valid already:
a damaged picture or a full disk would be a fault of the server.
"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.widgets import AdminImageChooser

from mep_site.translations.languages import authoritative

from .intake.documents import check_document
from .intake.pictures import MOST_PIXELS_OF_PORTRAIT, MOST_STORED, prepare_picture
from .models import VERSIONS

NOT_STORED = _(
    "The file could not be stored on the server. Nothing was saved; your entries are still here. "
    "Tell whoever operates the site, and upload the file again later."
)


class PictureField(WagtailImageField):
    """Takes a picture if all of it can be decoded, which is what its renditions are made from.

    The upload itself is changed into what is to be stored: Wagtail also stores it by other ways
    than by what the field returns.
    """

    most_stored = MOST_STORED

    @classmethod
    def in_place_of(cls, field: Field) -> "PictureField":
        """A field that looks and is labelled like the given one."""
        return cls(label=field.label, required=field.required, widget=field.widget)

    def check_image_pixel_size(self, f: UploadedFile) -> None:
        """Leave it to ``prepare_picture``, which also counts frames and what is damaged."""

    def to_python(self, data: Any) -> Any:
        """The upload; ``ValidationError`` if it is no picture, or not a whole one."""
        upload = super().to_python(data)
        if upload:
            upload.seek(0)
            replace_content(upload, prepare_picture(upload.read(), self.most_stored))
        return upload


class PortraitField(PictureField):
    """Takes a picture of a user of the admin."""

    most_stored = MOST_PIXELS_OF_PORTRAIT


def replace_content(upload: UploadedFile, content: bytes) -> None:
    """Let an upload hold something else, wherever it is kept until it is stored."""
    if isinstance(upload, InMemoryUploadedFile):
        upload.file = BytesIO(content)
    else:
        upload.seek(0)
        upload.truncate()
        upload.write(content)
        upload.flush()
    upload.size = len(content)
    upload.seek(0)


class StoringMixin:
    """Stores an upload while the form is checked, so that a failure is an error of its field."""

    stored_name = ""

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
        self.stored_name = file.name
        upload.seek(0)
        if self.errors:
            self.forget_upload()

    def forget_upload(self) -> None:
        """Delete what this form has stored, as it will be sent again with the file."""
        if self.stored_name:
            self.instance.file.storage.delete(self.stored_name)
            self.instance.file = self.initial.get("file")
            self.stored_name = ""


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
            self.fields["file"] = PictureField.in_place_of(self.fields["file"])

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

    def clean_file(self) -> Any:
        """Refuse a new file that is not what its ending says."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document(file)
        return file


class PortraitForm(AvatarPreferencesForm):
    """The form in which users of the admin give themselves a picture."""

    avatar = PortraitField.in_place_of(AvatarPreferencesForm.base_fields["avatar"])
