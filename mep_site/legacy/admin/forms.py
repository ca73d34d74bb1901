"""Forms of the section."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from mep_site.legacy.structure.segments import UNDOABLE
from mep_site.legacy.wording import TRANSFORMATIONS

from .uploads import files_of


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Check each file as Django checks one."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in files]


class UploadForm(forms.Form):
    """Text files, or ZIP archives of them."""

    files = FilesField(
        label=_("Files"),
        help_text=_(
            "Text captures of pages of the old site, or ZIP archives of them: up to 2,000 files, "
            "20 MB each, 100 MB together. Archives within archives are not accepted."
        ),
    )

    def clean_files(self) -> list[tuple[str, bytes]]:
        """The files with their bytes; an empty archive is an error."""
        files = list(files_of(self.cleaned_data["files"]))
        if not files:
            raise ValidationError(_("There are no files in the archive."))
        return files


class TransformationsForm(forms.Form):
    """Which transformations are applied to a capture."""

    applied = forms.MultipleChoiceField(
        label=_("Applied"),
        choices=[(each.value, TRANSFORMATIONS[each]) for each in UNDOABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Untick one to show the text as the capture has it."),
    )
