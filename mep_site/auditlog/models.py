"""The records, the chain that links them, and the people that they name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DIGEST_LENGTH = 64


class AuditedPerson(models.Model):
    """Somebody whom records name, under a name that they had then.

    Records hold the digest only: the SHA-256 of salt and names. Once both are erased, nobody can
    tell or guess whose it was, and the chain is as it was. ``account`` is the key of the account,
    empty where only a name is known; no foreign key, as an account may be deleted.
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, primary_key=True)
    account = models.CharField(max_length=40, blank=True, db_index=True)
    salt = models.CharField(max_length=DIGEST_LENGTH, blank=True)
    username = models.TextField(blank=True)
    name = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name or self.username or str(self.digest[:8])

    @property
    def is_erased(self) -> bool:
        return not self.salt


class AuditRecord(models.Model):
    """That something was done. ``content`` says what, as canonical JSON; the chain is over it.

    The other columns repeat what the report filters by. ``entry`` names the log entry of Wagtail's
    that says the same, such as ``page:12``; ``None`` where there is none.
    """

    content = models.TextField()
    at = models.DateTimeField(_("date"), db_index=True)
    action = models.CharField(_("action"), max_length=255, db_index=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    person = models.ForeignKey(
        AuditedPerson, models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    entry = models.CharField(max_length=40, unique=True, null=True)  # noqa: DJ001 - unique

    class Meta:
        default_permissions = ("view",)
        verbose_name = _("entry of the audit log")
        verbose_name_plural = _("entries of the audit log")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M:%S}"


class ChainLink(models.Model):
    """The place of a record in the chain: numbers run from 1 without a gap.

    ``digest`` is the SHA-256 of the digest before, a line feed and the content of the record. Only
    triggers write links.
    """

    number = models.BigIntegerField(primary_key=True)
    record = models.OneToOneField(AuditRecord, models.PROTECT, related_name="link")
    digest = models.CharField(max_length=DIGEST_LENGTH)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"
