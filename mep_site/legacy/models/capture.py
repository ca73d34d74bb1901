"""Files of the old site, byte for byte, and the uploads that they came with."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mep_site.legacy.reading.encodings import to_bytes


class LegacyImport(models.Model):
    """An upload of one file or many, which are then read one after another."""

    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("legacy import")
        verbose_name_plural = _("legacy imports")
        ordering = ["-started_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"

    @property
    def waiting(self) -> models.QuerySet["LegacyCapture"]:
        """The captures that have not been read yet."""
        return self.captures.filter(readings=None, refusal="").order_by("pk")


class LegacyTail(models.Model):
    """The end of a page, such as disclaimer, copyright and rights, that many captures share."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("common ending")
        verbose_name_plural = _("common endings")
        default_permissions = ()

    def __str__(self) -> str:
        return self.text[:80]


class LegacyCapture(models.Model):
    """A file of the old site, known by its bytes.

    ``lines`` hold its text as it was decoded, each with its line break; put together again they
    give the very bytes.
    """

    file_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    content = models.BinaryField(_("bytes"))
    encoding = models.CharField(_("encoding"), max_length=40, blank=True)
    byte_order_mark = models.CharField(_("byte order mark"), max_length=8, blank=True)
    line_breaks = models.CharField(_("line breaks"), max_length=40, blank=True)
    damaged_bytes = models.PositiveIntegerField(_("damaged bytes"), default=0)
    lines = models.JSONField(_("lines"), default=list)
    address = models.CharField(_("old address"), max_length=500, blank=True)
    tail = models.ForeignKey(
        LegacyTail,
        verbose_name=_("common ending"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="captures",
    )
    batch = models.ForeignKey(
        LegacyImport,
        verbose_name=_("legacy import"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="captures",
    )
    refusal = models.CharField(_("reason for refusal"), max_length=40, blank=True)
    refusal_details = models.TextField(_("details"), blank=True)
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        verbose_name = _("legacy capture")
        verbose_name_plural = _("legacy captures")
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def reassembled(self) -> bytes:
        """The file, put together again from what is stored of its lines."""
        mark = bytes.fromhex(self.byte_order_mark)
        return mark + (to_bytes(self.text, self.encoding) if self.lines else b"")
