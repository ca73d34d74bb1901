"""The site's image, rendition and document models.

They replace Wagtail's own from the first migration on, because the texts that the public reads
(alternative text, caption, credit, name of a document) exist once per language.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.core.files import File
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from mep_site.translations.languages import Language, languages
from mep_site.translations.languages.naming import lazy_sentence_about

from .decoding import one_at_a_time
from .intake.kinds import kind_of

# The tag of ISO 639-2.
SEVERAL_LANGUAGES = "mul"
# The authoritative language shows the picture itself.
VERSIONS = tuple(each.column("version") for each in languages() if not each.is_authoritative)


def language_columns(*fields: str) -> tuple[str, ...]:
    """The columns of these translated fields, grouped by field."""
    return tuple(language.column(field) for field in fields for language in languages())


def content_languages() -> list[tuple[str, Promise]]:
    """What a document itself may be written in: a language of the site, or several languages."""
    own = [(each.code, lazy_sentence_about(each, "language_of_a_document")) for each in languages()]
    return [*own, (SEVERAL_LANGUAGES, _("several languages"))]


class SiteImage(AbstractImage):
    """A picture.

    ``title`` is its name in the library and is not shown to the public. ``description`` is
    Wagtail's name for the alternative text; it, ``caption`` and ``credit`` are translated. A
    picture with words in it may have another ``version`` in each language: a picture of the library
    whose file is shown in its place there, with the texts of this one.
    """

    description = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        default="",
        help_text=_(
            "What the picture shows, in a sentence. It is read to those who cannot see the picture."
        ),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_(
            "The picture only adorns, so screen readers pass over it. "
            "A picture that says something needs an alternative text."
        ),
    )
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("Shown below the picture.")
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, or where it comes from."),
    )

    version = models.ForeignKey(
        "self",
        verbose_name=pgettext_lazy("of a picture", "version"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stands_for",
        help_text=_(
            "For a picture with words in it: the picture shown in its place in this language."
        ),
    )

    admin_form_fields = (
        "title",
        "file",
        *language_columns("description"),
        "decorative",
        *language_columns("caption", "credit"),
        *VERSIONS,
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        # A visitor asks for a picture by the name of its file.
        indexes = [models.Index(fields=["file"], name="media_image_file")]

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002 - Wagtail's
        """A rendition's file, when no other picture is being decoded."""
        with one_at_a_time:
            return super().generate_rendition_file(filter, source=source)

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the active language; empty rather than a file name."""
        return self.description

    def in_language(self, language: Language) -> "SiteImage":
        """The picture whose file is shown in a language: its version there, else itself."""
        return getattr(self, language.column("version"), None) or self


class SiteRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
        indexes = [models.Index(fields=["file"], name="media_rendition_file")]


class SiteDocument(AbstractDocument):
    """A file to download.

    ``title`` is its name in the library; ``name`` is what the public reads.
    """

    name = models.CharField(
        _("name"),
        max_length=255,
        blank=True,
        help_text=_("The name that visitors read, in this language."),
    )
    content_language = models.CharField(
        _("language of the document"),
        max_length=10,
        choices=content_languages,
        blank=True,
        help_text=_("Visitors are told in which language the document is written."),
    )

    admin_form_fields = (
        "title",
        "file",
        *language_columns("name"),
        "content_language",
        "collection",
        "tags",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Check the ending; Wagtail's own check also speaks of a file that was refused before."""
        if self.file:
            super().clean()

    @property
    def content_type(self) -> str:
        """What it is sent as, by its ending; when it was uploaded its content agreed with that."""
        return kind_of(self.filename).content_type

    @property
    def content_disposition(self) -> str:
        """``inline`` if a browser may show it, else how it is to be stored."""
        return "inline" if kind_of(self.filename).is_shown else super().content_disposition

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the size, which visitors are told; Wagtail itself does so for uploads only."""
        if self.file and self.file_size is None:
            self.file_size = self.file.size
        super().save(*args, **kwargs)


def prefetch_renditions(images: Iterable[SiteImage], specs: Iterable[str]) -> None:
    """Load the renditions of all these pictures with one query, so that templates need none.

    ``specs`` are Wagtail's filter specifications, such as ``width-800|format-webp``.
    """
    by_id: dict[int, list[SiteImage]] = {}
    for image in _with_versions(list(images)):
        image.prefetched_renditions = []
        by_id.setdefault(image.pk, []).append(image)
    if not by_id:
        return
    wanted = tuple(specs)
    statement = _select_renditions(len(wanted), len(by_id))
    for rendition in SiteRendition.objects.raw(statement, [*wanted, *by_id]):
        for image in by_id[rendition.image_id]:
            rendition.image = image
            image.prefetched_renditions.append(rendition)


@lru_cache(maxsize=256)
def _select_renditions(specs: int, images: int) -> str:
    """SQL for the renditions by so many specifications of so many pictures."""
    stand_ins = {"filter_spec__in": map(str, range(specs)), "image__in": range(images)}
    return SiteRendition.objects.filter(**stand_ins).query.sql_with_params()[0]


def _with_versions(images: list[SiteImage]) -> Iterator[SiteImage]:
    """The pictures and their versions in other languages; those take one query if there are any."""
    keys = {getattr(image, f"{column}_id") for image in images for column in VERSIONS} - {None}
    versions = SiteImage.objects.in_bulk(keys) if keys else {}
    for image in images:
        yield image
        for column in VERSIONS:
            version = versions.get(getattr(image, f"{column}_id"))
            if version:
                setattr(image, column, version)
                yield version
