"""In which language somebody is editing a page at the moment."""

from django.db import models
from wagtail.admin.models import EditingSession

from .edition import language_choices


class EditionSession(models.Model):
    """The language of one of Wagtail's editing sessions."""

    session = models.OneToOneField(
        EditingSession, primary_key=True, on_delete=models.CASCADE, related_name="edition"
    )
    language = models.CharField(max_length=10, choices=language_choices)

    def __str__(self) -> str:
        return self.language
