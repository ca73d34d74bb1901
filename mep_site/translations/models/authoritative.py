"""The Chinese texts that were in force, and how they changed."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Outdating(NamedTuple):
    """When a translation fell behind, and by which kind of change; empty if none was recorded."""

    moment: datetime | None
    kind: str


class AuthoritativeText(models.Model):
    """A Chinese text that is or was published on a page, under its fingerprint.

    Pins name texts by fingerprint only; here is what they mean.
    """

    # The constraint has an index that begins with the page.
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        on_delete=models.CASCADE,
        related_name="authoritative_texts",
        db_index=False,
    )
    fingerprint = models.CharField(max_length=24)
    text = models.TextField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "fingerprint"], name="one_text_per_fingerprint")
        ]

    def __str__(self) -> str:
        return self.text[:80]


class AuthoritativeChange(models.Model):
    """A publication of the Chinese text over translations that were live.

    ``note`` is public and translated. Shown to readers of translations that are behind.
    """

    class Kind(models.TextChoices):
        """What the change means for the translations."""

        EDITORIAL = "editorial", pgettext_lazy("change", "editorial")
        MATERIAL = "material", pgettext_lazy("change", "material")
        WITHDRAW = "withdraw", pgettext_lazy("change", "translations withdrawn")

    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL, on_delete=models.CASCADE, related_name="authoritative_changes"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    note = models.CharField(_("public note"), max_length=500, blank=True)
    published_at = models.DateTimeField(_("published"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("change of the Chinese text")
        verbose_name_plural = _("changes of the Chinese text")
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.published_at:%Y-%m-%d}"


class ChangesOfPage:
    """The recorded changes of the Chinese text of a page that translations have to follow.

    Read when they are first asked for, once for all translations of the page. ``chinese`` is the
    edition of that text.
    """

    def __init__(self, chinese: Any) -> None:
        self.page_id, self.chinese = chinese.page_id, chinese

    def outdating(self, translated: datetime | None) -> Outdating:
        """What made a translation of the Chinese text of this moment be behind.

        That is the first change that it does not follow. Of a text part of which was translated
        anew since, it is the last change; where no change was recorded, the newest Chinese text.
        """
        if self._changes:
            return self.unfollowed(translated) or self._changes[-1]
        return Outdating(self._newest_text, "")

    def unfollowed(self, translated: datetime | None) -> Outdating | None:
        """The first change after the Chinese text of this moment."""
        later = (each for each in self._changes if translated and each.moment > translated)
        return next(later, None)

    @property
    def withdrawn_at(self) -> datetime | None:
        """When translations were withdrawn, if no other change came after that."""
        last = self._changes[-1] if self._changes else None
        is_withdrawal = last and last.kind == AuthoritativeChange.Kind.WITHDRAW
        return last.moment if is_withdrawal else None

    @cached_property
    def _changes(self) -> list[Outdating]:
        recorded = AuthoritativeChange.objects.filter(page_id=self.page_id)
        material = recorded.exclude(kind=AuthoritativeChange.Kind.EDITORIAL)
        rows = material.order_by("published_at").values_list("published_at", "kind")
        return [Outdating(*row) for row in rows]

    @cached_property
    def _newest_text(self) -> datetime | None:
        texts = AuthoritativeText.objects.filter(page_id=self.page_id)
        return texts.aggregate(newest=Max("published_at"))["newest"]
