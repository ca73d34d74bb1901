"""Says whether an uploaded document is what its ending says."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from .kinds import kind_of

OTHERWISE = _(
    "“%(name)s” does not contain what its extension says: it is damaged or has been renamed. Open "
    "it in the program it was made with, save it again and upload the new file."
)


def check_document(file: File) -> None:
    """``ValidationError`` if the content is not what the name says, or would harm its readers.

    That an ending is none of those which are taken at all is said by Wagtail.
    """
    if not kind_of(file.name).is_it(file):
        raise ValidationError(OTHERWISE, code="otherwise", params={"name": file.name})
    file.seek(0)
