"""The index: what is searched of an object in one language."""

from collections.abc import Iterable
from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..analysis import ANALYSER_VERSION
from ..query.conditions import Matches
from ..query.expressions import Expression
from .packed_text import PackedTextField


class EntryQuerySet(models.QuerySet):
    def of_models(self, content_types: Iterable[int]) -> Self:
        """The entries of objects of these types."""
        return self.filter(content_type_id__in=list(content_types))

    def matching(self, expression: Expression) -> Self:
        """The entries that an expression finds."""
        return self.filter(Matches(expression))


class Entry(models.Model):
    """What is searched of an object in one language, or a part of it if it is long.

    ``language`` is empty for what belongs to none, such as the file name of a picture. ``terms``
    and ``title_terms`` are the terms of ``text`` and ``title``, separated by spaces, and ``marks``
    are facts to filter by, as :func:`~mep_site.search.query.expressions.mark` writes them. The
    database keeps a full-text index of these three columns; see the migrations.

    ``date`` is ISO 8601, perhaps without day or month; empty if there is none. ``run`` is the full
    indexing that the entry was made or confirmed by.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=50)
    language = models.CharField(max_length=10, blank=True)
    part = models.PositiveSmallIntegerField(default=0)
    title = models.TextField(blank=True)
    text = PackedTextField(blank=True)
    title_terms = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    marks = models.TextField(blank=True)
    date = models.CharField(max_length=10, blank=True)
    is_public = models.BooleanField(default=False)
    analyser = models.PositiveSmallIntegerField()
    run = models.PositiveIntegerField(default=0)

    objects = EntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    CONTENT = ("title", "text", "title_terms", "terms", "marks", "date", "is_public", "analyser")

    class Meta:
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language", "part"], name="one_search_entry"
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id} {self.object_id} {self.language} {self.part}"

    @property
    def place(self) -> tuple[int, str, str, int]:
        """What tells the entry from all others."""
        return self.content_type_id, self.object_id, self.language, self.part

    def says_the_same(self, other: Self) -> bool:
        """Whether another entry at the same place has the same content."""
        return all(getattr(self, name) == getattr(other, name) for name in self.CONTENT)


class IndexRunManager(models.Manager):
    """Begins full indexings, and goes on with them."""

    def interrupted(self) -> "IndexRun | None":
        """The one that can be gone on with: not one that another version of the analysis began."""
        run = self.filter(finished_at=None).last()
        made = Entry.objects.filter(run=run.pk) if run else Entry.objects.none()
        return None if made.exclude(analyser=ANALYSER_VERSION).exists() else run

    def begin(self) -> "IndexRun":
        """The one that was interrupted, or a new one."""
        run = self.interrupted()
        if run is None:
            self.filter(finished_at=None).delete()
            run = self.create()
        return run


class IndexRun(models.Model):
    """A full indexing, so that one that was interrupted can go on where it stopped.

    ``model`` is the label of the model that is being indexed and ``after`` the primary key of the
    last object that is done.
    """

    model = models.CharField(max_length=100, blank=True)
    after = models.CharField(max_length=50, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = IndexRunManager()

    class Meta:
        verbose_name = _("full indexing")
        verbose_name_plural = _("full indexings")

    def __str__(self) -> str:
        return f"{self.pk} {self.started_at}"
