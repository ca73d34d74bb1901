"""What is remembered: pairs of texts, on sheets of those that come from one place.

A sheet is what goes and comes as a whole: the pairs of one edition, or a part of an imported file.
All of it is private: see ``publicstate.private``.
"""

import secrets
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from mep_site.translations.languages import Language, get_language
from mep_site.translations.models import Edition, language_choices

from .permissions import closed_paths, languages_remembered_for

# Any number that fits; sums of a million of them fit as well.
TOKENS = 2**40


def new_token() -> int:
    """What tells one state of a sheet from every other one."""
    return secrets.randbelow(TOKENS)


class UnitRefusal(models.TextChoices):
    """Why a unit of a file is no pair."""

    NO_CHINESE = "no-chinese", _("There is no Chinese text in it.")
    NO_TRANSLATION = "no-translation", _("There is no translation into this language in it.")
    TOO_LONG = "too-long", _("It is longer than 20,000 characters.")


class MemoryImport(models.Model):
    """A file of pairs that somebody brought in. Nothing of it is offered until it is added."""

    file_name = models.CharField(pgettext_lazy("memory", "file"), max_length=255)
    imported_at = models.DateTimeField(_("imported"), default=timezone.now)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    is_added = models.BooleanField(_("added to the memory"), default=False)
    known = models.PositiveIntegerField(pgettext_lazy("memory", "known before"), default=0)
    refused_units = models.PositiveIntegerField(pgettext_lazy("memory", "refused"), default=0)
    # The number of a unit in the file and a UnitRefusal, of the first ones.
    refused = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["-imported_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.file_name

    def get_language(self) -> Language:
        return get_language(self.language)

    @property
    def reasons(self) -> list[tuple[int, Any]]:
        """The numbers of the first units that cannot be used, and why, in words."""
        return [(number, UnitRefusal(refusal).label) for number, refusal in self.refused]

    @property
    def state(self) -> Any:
        """Whether its pairs are offered, in words."""
        if self.is_added:
            return pgettext("memory", "added")
        return pgettext("memory", "not added yet")

    def add(self) -> None:
        """Offer its pairs from now on."""
        self.sheets.update(is_offered=True, token=new_token())
        self.is_added = True
        self.save(update_fields=["is_added"])


class MemorySheet(models.Model):
    """The pairs that come from one place: an edition, or a part of an imported file.

    ``token`` is another one after every change, so that whoever holds something of the sheet knows
    when to read it anew. ``digest`` is that of the pairs of an edition as it was last looked at.
    """

    edition = models.OneToOneField(
        Edition, null=True, on_delete=models.CASCADE, related_name="memory_sheet"
    )
    batch = models.ForeignKey(
        MemoryImport, null=True, on_delete=models.CASCADE, related_name="sheets"
    )
    language = models.CharField(max_length=10)
    is_offered = models.BooleanField(default=False)
    token = models.BigIntegerField(default=new_token)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(edition__isnull=True) ^ Q(batch__isnull=True),
                name="memory_from_one_place",
            )
        ]
        indexes = [models.Index(fields=["language", "is_offered", "token"], name="memory_states")]

    def __str__(self) -> str:
        return f"{self.edition or self.batch} {self.language}"


class MemoryPairQuerySet(models.QuerySet):
    def offered(self) -> Self:
        """Those that are public, or were imported, and that nobody has declared wrong."""
        return self.filter(sheet__is_offered=True, removed_at=None)

    def in_language(self, language: Language) -> Self:
        return self.filter(language=language.code)

    def shown_to(self, user: AbstractBaseUser | None) -> Self:
        """Those in the user's languages and from pages that the user may see.

        A program that acts for nobody gets what every visitor may read, in all languages.
        """
        pairs = self
        if user is not None:
            codes = [language.code for language in languages_remembered_for(user)]
            pairs = pairs.filter(language__in=codes)
        closed = Q()
        for path in closed_paths(user):
            closed |= Q(sheet__edition__page__path__startswith=path)
        return pairs.exclude(closed) if closed else pairs

    def of_pages_below(self, path: str) -> Self:
        """Those of the page with this path and of all below it."""
        return self.filter(sheet__edition__page__path__startswith=path)

    def with_origin(self) -> Self:
        """Together with the page or file that they are from and who translated, and no more."""
        people = [f"translator__{name}" for name in ("first_name", "last_name", "username")]
        return self.select_related("sheet__edition", "sheet__batch", "translator").only(
            *(field.attname for field in MemoryPair._meta.concrete_fields),
            *("sheet__edition__page", "sheet__edition__language", "sheet__batch__file_name"),
            *people,
        )

    def with_title(self) -> Self:
        """Together with what the title of their page is chosen from."""
        page = "sheet__edition__page"
        return self.annotate(
            page_titles=F(f"{page}__draft_titles"), page_title=F(f"{page}__draft_title")
        )

    def declare_wrong(self, user: AbstractBaseUser) -> int:
        """Offer them no more, even if the page that says so is published again."""
        sheets = set(self.values_list("sheet", flat=True))
        removed = self.update(removed_at=timezone.now(), removed_by=user)
        renew(sheets)
        return removed


def renew(sheets: Iterable[int]) -> None:
    """Let everybody read these sheets anew."""
    MemorySheet.objects.filter(pk__in=list(sheets)).update(token=new_token())


class MemoryPair(models.Model):
    """A Chinese text and a translation of it that was published or imported.

    ``chinese`` and ``target`` are as they are read; beside them stand ``chinese_html`` and
    ``target_html`` where the texts are formatted. ``fingerprint`` is that of the Chinese with its
    markup, ``key`` that of the Chinese as it is read. ``before`` and ``after`` are the keys of the
    Chinese texts next to it, those of an empty text at the ends of a page, and empty where nothing
    is known of them. ``author`` is what an imported file says of who translated.
    """

    # The constraint has an index that begins with the sheet.
    sheet = models.ForeignKey(
        MemorySheet, on_delete=models.CASCADE, related_name="pairs", db_index=False
    )
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    unit = models.TextField()
    chinese = models.TextField(_("Chinese text"))
    target = models.TextField(_("translation"))
    chinese_html = models.TextField(blank=True)
    target_html = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=24)
    key = models.CharField(max_length=24)
    before = models.CharField(max_length=24, blank=True)
    after = models.CharField(max_length=24, blank=True)
    published_at = models.DateTimeField(_("date"), null=True)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("publisher"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    author = models.CharField(max_length=255, blank=True)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = MemoryPairQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("memory", "pair of texts")
        verbose_name_plural = pgettext_lazy("memory", "pairs of texts")
        # Who may see them follows from the permissions per language.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "unit", "fingerprint"], name="one_pair_per_unit_and_text"
            )
        ]
        indexes = [
            models.Index(fields=["language", "key"], name="memory_keys"),
            models.Index(fields=["language", "-published_at", "-id"], name="memory_newest"),
        ]

    def __str__(self) -> str:
        return self.chinese[:80]

    def get_language(self) -> Language:
        return get_language(self.language)

    @property
    def is_formatted(self) -> bool:
        """Whether the translation is formatted text."""
        return bool(self.target_html)

    @property
    def stored_chinese(self) -> str:
        """The Chinese as a unit has it."""
        return self.chinese_html or self.chinese

    @property
    def stored_target(self) -> str:
        """The translation as a unit has it."""
        return self.target_html or self.target

    @property
    def translated_by(self) -> str:
        """The name of who translated, empty if that is not known."""
        return (
            (self.translator.get_full_name() or str(self.translator))
            if self.translator
            else (self.author)
        )

    @property
    def page_id(self) -> int | None:
        """The key of the page that says so; of an imported pair there is none."""
        return self.sheet.edition.page_id if self.sheet.edition else None

    @property
    def url(self) -> str:
        """Where the form of the edition is in which the pair stands; empty if there is none."""
        if not self.page_id:
            return ""
        form = reverse("wagtailadmin_pages:edit", args=[self.page_id])
        return f"{form}?language={self.language}"
