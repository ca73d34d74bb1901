"""Error reports of visitors, and what is kept for an hour to limit their number."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.translations.languages import Language, get_language
from mep_site.translations.models import language_choices
from mep_site.visitors.traces import Trace

# Without what looks alike when it is read aloud or copied by hand.
REFERENCE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
MESSAGE_LENGTH = 4000

# How long an e-mail address is kept; the form tells visitors so.
KEPT_AFTER_CLOSING = timedelta(days=30)
KEPT_AT_MOST = timedelta(days=365)


def new_reference() -> str:
    """A number for a report that nobody can guess."""
    return get_random_string(8, REFERENCE_CHARACTERS)


class ErrorReportQuerySet(models.QuerySet):
    def new(self) -> Self:
        """Those that nobody has looked at."""
        return self.filter(state=ErrorReport.State.NEW)

    def with_address_to_forget(self) -> Self:
        """Those whose e-mail address is not needed any more."""
        now = timezone.now()
        is_over = Q(closed_at__lt=now - KEPT_AFTER_CLOSING)
        return self.filter(is_over | Q(received_at__lt=now - KEPT_AT_MOST)).exclude(email="")


class ErrorReport(models.Model):
    """An error that a visitor has reported, on a page in one language or on the site as a whole.

    ``paragraph`` is the place on the page (id of a block, key of a row, or name of a field) and
    ``paragraph_text`` what stood there then. ``address`` is that of the page, without the host; it
    stays when the page is deleted. Times are moments in UTC.
    """

    class Kind(models.TextChoices):
        """What is wrong."""

        MISTRANSLATION = "mistranslation", _("The translation is wrong or hard to understand")
        FACT = "fact", _("A fact, figure or name is wrong or out of date")
        WRITING = "writing", _("A spelling or printing mistake")
        LINK = "link", _("A link, picture or file does not work")
        ACCESSIBILITY = "accessibility", _("I cannot read or operate the page")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        NEW = "new", pgettext_lazy("of a report", "new")
        IN_WORK = "in_work", pgettext_lazy("of a report", "in work")
        DONE = "done", pgettext_lazy("of a report", "corrected or answered")
        DECLINED = "declined", pgettext_lazy("of a report", "declined")

    CLOSED = (State.DONE, State.DECLINED)

    reference = models.CharField(
        _("number"), max_length=8, unique=True, default=new_reference, editable=False
    )
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        verbose_name=_("page"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="error_reports",
    )
    address = models.TextField(_("address"), editable=False)
    language = models.CharField(
        _("language"), max_length=10, choices=language_choices, editable=False
    )
    paragraph = models.CharField(_("paragraph"), max_length=255, blank=True, editable=False)
    paragraph_text = models.TextField(_("text at that time"), blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    message = models.TextField(_("message"), max_length=MESSAGE_LENGTH)
    email = models.EmailField(_("e-mail"), blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)

    state = models.CharField(
        pgettext_lazy("of a report", "State"), max_length=10, choices=State, default=State.NEW
    )
    answer = models.TextField(
        _("answer"),
        max_length=MESSAGE_LENGTH,
        blank=True,
        help_text=_("In the language of the report. Only the reporter gets it."),
    )
    answered_at = models.DateTimeField(_("answer sent"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    handled_at = models.DateTimeField(_("last handled"), null=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handled by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-received_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["state", "language"], name="report_states")]

    def __str__(self) -> str:
        return self.reference

    def get_language(self) -> Language:
        """The language of the page that was read."""
        return get_language(self.language)

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to be done."""
        return self.state in self.CLOSED

    def note_handling(self, user: Any) -> None:
        """Remember who changed the report, and since when it is closed; without saving."""
        self.handled_by, self.handled_at = user, timezone.now()
        self.closed_at = (self.closed_at or self.handled_at) if self.is_closed else None


class SenderTrace(Trace):
    """That a report came from a network."""

    window = timedelta(hours=1)

    class Meta(Trace.Meta):
        indexes = [models.Index(fields=["sender", "at"], name="traces_of_senders")]
