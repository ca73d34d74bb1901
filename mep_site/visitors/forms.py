"""A form that anybody may fill in, but no program."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

LEAST_SECONDS = 3
# Longer than the twenty hours from which on a time limit is none by WCAG 2.2, criterion 2.2.1.
MOST_SECONDS = 24 * 60 * 60
SIGNER = signing.Signer(salt="mep_site.visitors.forms")


def stamp() -> str:
    """The present moment, signed."""
    return SIGNER.sign(str(int(time.time())))


class OpenToAll(forms.BaseForm):
    """Two more inputs are sent with such a form, by ``core/form_hurdles.html``.

    ``subject`` is hidden from people: what fills it in is a program. ``opened`` says when the form
    was handed out; nobody reads and writes in less than :data:`LEAST_SECONDS`.
    """

    use_required_attribute = False

    @property
    def opened(self) -> str:
        """When the form was handed out, signed; anew if that is not known or too long ago."""
        seconds = self._seconds_open
        is_known = seconds is not None and seconds <= MOST_SECONDS
        return self.data["opened"] if is_known else stamp()

    def clean(self) -> dict[str, Any]:
        """Refuse what no person sends, in a way that loses nothing if it was one after all.

        Whoever has something to mend is told that first.
        """
        cleaned = super().clean()
        if self.errors:
            return cleaned
        seconds = self._seconds_open
        if self.data.get("subject") or seconds is None or seconds > MOST_SECONDS:
            raise ValidationError(_("Please check what you have written and send it again."))
        if seconds < LEAST_SECONDS:
            raise ValidationError(
                _("That was very fast. Please wait a few seconds and send it again.")
            )
        return cleaned

    @cached_property
    def _seconds_open(self) -> float | None:
        try:
            return time.time() - int(SIGNER.unsign(self.data.get("opened", "")))
        except (signing.BadSignature, ValueError):
            return None
