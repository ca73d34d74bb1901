"""Forms of the base of terms."""

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from ..files.listed import BETWEEN_RENDERINGS
from ..files.opening import MOST_BYTES


class TermForm(WagtailAdminModelForm):
    """A term with its renderings."""

    def clean(self) -> dict[str, Any]:
        """Refuse a rendering that stands twice, and one that a table could not hold."""
        cleaned = super().clean()
        formset = self.formsets["renderings"]
        rows = [form.cleaned_data for form in formset.forms if form.is_valid()]
        kept = [row for row in rows if row.get("text") and not row.get("DELETE")]
        counted = Counter((row["language"], row["text"]) for row in kept)
        for (_language, text), count in counted.items():
            if count > 1:
                self.add_error(None, _("This rendering is given twice: %s") % text)
        if any(BETWEEN_RENDERINGS in row["text"] for row in kept):
            self.add_error(None, _("A rendering may not contain the sign “|”."))
        return cleaned


class TermFileForm(forms.Form):
    """A file of terms."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A table in CSV, or TBX; up to 20 MB and 20,000 terms. You see what it changes before "
            "anything is changed. Terms that the file does not name stay as they are."
        ),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 20 MB. Divide it."))
        return file


class ConfirmationForm(forms.Form):
    """What was read of a file, and the fingerprint of the plan that was shown."""

    packed = forms.CharField(widget=forms.HiddenInput)
    expected = forms.CharField(widget=forms.HiddenInput)
