"""What may be sent to an engine, what it proposed, and which of that was served to whom."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import AbstractPage

from mep_site.translations.models import language_choices

from .engines.engine import Engine
from .engines.registry import engines


def engine_choices() -> list[tuple[str, str]]:
    """The engines for a field, so that a new one needs no migration."""
    return [(name, engine.label) for name, engine in engines().items()]


@register_setting(icon="desktop", order=900)
class MachineSettings(BaseSiteSetting):
    """Which engine is asked, and what may leave the site for it. Nothing does by default."""

    engine = models.CharField(
        _("engine"),
        max_length=30,
        blank=True,
        choices=engine_choices,
        help_text=_("Who proposes translations. Without one there are no proposals."),
    )
    sends_published = models.BooleanField(
        _("published Chinese texts may be sent to the engine"), default=False
    )
    sends_drafts = models.BooleanField(
        _("unpublished drafts may be sent to the engine"), default=False
    )
    sends_restricted = models.BooleanField(
        _("texts of pages that not everybody may read may be sent to the engine"), default=False
    )
    labels_texts = models.BooleanField(
        _("say on public pages which texts a machine has proposed"),
        default=False,
        help_text=_(
            "At the end of a translation of which texts were proposed by a machine and confirmed "
            "by a person as they stand, and in its metadata, as GB 45438-2025 describes it."
        ),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("engine"),
                FieldPanel("sends_published"),
                FieldPanel("sends_drafts"),
                FieldPanel("sends_restricted"),
            ],
            heading=_("What may leave the site"),
        ),
        FieldPanel("labels_texts"),
    ]

    class Meta:
        verbose_name = _("machine proposals")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def of_page(cls, page: AbstractPage) -> Self:
        """Those of the site of a page; a page outside of all sites has none, and nothing leaves.

        Where nobody has decided yet nothing is stored: Wagtail's ``for_site`` would do so, and what
        it stores counts as a change of what is public.
        """
        site = page.get_site()
        return cls.objects.filter(site=site).first() or cls(site=site)

    @property
    def may_ask(self) -> bool:
        """Whether there is an engine, and anything that may be sent to it."""
        return bool(self.get_engine()) and (self.sends_published or self.sends_drafts)

    def get_engine(self) -> Engine | None:
        """The engine that was chosen, if it is still known."""
        return engines().get(self.engine)


class Proposal(models.Model):
    """What an engine made of a Chinese text; it is not asked for the same twice.

    ``chinese`` is the fingerprint of the Chinese, ``terms`` that of the terms it was told,
    ``likeness`` is what the text is recognised by.
    """

    language = models.CharField(max_length=10, choices=language_choices)
    engine = models.CharField(_("engine"), max_length=30)
    version = models.CharField(_("version"), max_length=100)
    chinese = models.CharField(max_length=24)
    terms = models.CharField(max_length=24)
    text = models.TextField()
    likeness = models.CharField(max_length=24)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["chinese", "language", "engine", "version", "terms"],
                name="one_proposal_per_text",
            )
        ]
        indexes = [models.Index(fields=["likeness", "language"], name="proposal_likeness")]

    def __str__(self) -> str:
        return self.text[:80]


class ServedProposal(models.Model):
    """That a proposal was served for a unit of a page: when, to whom, and what became of it.

    ``outcome`` is known from the first publication of the unit on, at ``settled_at``.
    ``confirmed_by`` is who answered for it as it stands.
    """

    class Outcome(models.TextChoices):
        """What a person made of a proposal."""

        OPEN = "", _("not published")
        UNCHANGED = "unchanged", _("published as proposed")
        CHANGED = "changed", _("published with another text")

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="served")
    # The constraint has an index that begins with the page.
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    unit = models.CharField(max_length=500)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    served_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN, blank=True)
    settled_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("machine proposal")
        verbose_name_plural = _("machine proposals")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["page", "unit", "proposal"], name="a_proposal_is_served_once_per_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.unit}"
