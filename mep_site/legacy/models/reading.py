"""How a version of the parser understood a capture, and the pages that were made from that."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mep_site.legacy.phrases.document_kinds import DocumentKind
from mep_site.legacy.structure.segments import Derivation, ExtractedValue, Segment, Transformation
from mep_site.legacy.structure.sketch import PageSketch
from mep_site.legacy.wording import KINDS

from .capture import LegacyCapture


class LegacyReading(models.Model):
    """A capture as one version of the parser understood it.

    ``segments`` give every character its home, ``facts`` are what was read from them besides, and
    ``undone`` names the transformations that an editor left out.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("to be reviewed")
        IMPORTED = "imported", _("imported")
        PROPOSED = "proposed", _("proposed change")
        SUPERSEDED = "superseded", _("superseded")

    capture = models.ForeignKey(
        LegacyCapture, verbose_name=_("capture"), on_delete=models.CASCADE, related_name="readings"
    )
    parser_version = models.PositiveIntegerField(_("version of the parser"))
    kind = models.CharField(
        _("kind"), max_length=50, choices=[(kind.value, KINDS[kind]) for kind in DocumentKind]
    )
    state = models.CharField(
        pgettext_lazy("of an import", "state"),
        max_length=20,
        choices=State,
        default=State.WAITING,
    )
    plan = models.JSONField(_("planned pages"), default=list)
    segments = models.JSONField(_("segments"), default=list)
    facts = models.JSONField(_("facts"), default=list)
    undone = models.JSONField(_("transformations left out"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list)
    characters = models.PositiveIntegerField(_("characters"), default=0)
    covered = models.PositiveIntegerField(_("characters with a home"), default=0)
    overlapping = models.PositiveIntegerField(_("characters with two homes"), default=0)
    pairs = models.PositiveIntegerField(_("pairs of texts"), default=0)
    read_at = models.DateTimeField(_("read at"), auto_now_add=True)

    class Meta:
        verbose_name = _("reading of a capture")
        verbose_name_plural = _("readings of captures")
        ordering = ["-read_at", "-pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "parser_version"], name="legacy_one_reading_per_version"
            )
        ]

    def __str__(self) -> str:
        return self.capture.file_name

    @property
    def coverage(self) -> float:
        """The share of the characters that have a home, in per cent."""
        return 100 * self.covered / self.characters if self.characters else 100.0

    @property
    def coverage_percent(self) -> str:
        """The coverage for a list."""
        return f"{self.coverage:.2f} %"

    @property
    def page_sketches(self) -> list[PageSketch]:
        """The pages that are to be made."""
        return [PageSketch(*stored) for stored in self.plan]

    @property
    def all_segments(self) -> tuple[Segment, ...]:
        return tuple(map(Segment.from_json, self.segments))

    @property
    def derivation(self) -> Derivation:
        """What is shown of the capture."""
        return Derivation(
            self.capture.text,
            self.all_segments,
            tuple(map(ExtractedValue.from_json, self.facts)),
            frozenset(map(Transformation, self.undone)),
        )


class LegacyPage(models.Model):
    """A page that was made from a reading, and the revision in which it was made."""

    reading = models.ForeignKey(LegacyReading, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="legacy_pages",
    )
    number = models.PositiveIntegerField(_("number in the capture"))
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        ordering = ["number"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.page)
