"""Exports editions as one file, in a format or as a kit, and keeps a record of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractPage

from mep_site.translations.languages import Language

from .formats.archives import archive_of
from .formats.registry import FORMATS, ExportForm
from .kit import write_kit
from .models import Transfer
from .texts.documents import Document
from .texts.gathering import documents_of

ZIP = "application/zip"
KIT = "kit"


EXPORTS: dict[str, ExportForm] = {
    **FORMATS,
    KIT: ExportForm(
        KIT,
        gettext_lazy("Offline kit"),
        gettext_lazy(
            "A ZIP with the texts, earlier translations, terms and the source pages to read."
        ),
        ".zip",
        ZIP,
        write_kit,
    ),
}


@dataclass(frozen=True)
class ExportedFile:
    """A file with texts, and how many there are."""

    name: str
    media_type: str
    content: bytes
    pages: int
    texts: int


class NothingToExportError(Exception):
    """None of the pages has a text to translate into the language."""


def may_export(user: AbstractBaseUser, page: AbstractPage, language: Language) -> bool:
    """Whether the user may take the texts of a page out: whoever may edit them."""
    page.edition_language = language
    return page.permissions_for_user(user).can_edit()


def export(pages: Iterable[AbstractPage], language: Language, chosen: str) -> ExportedFile:
    """The texts of some pages in one language, in a format or as a kit."""
    form = EXPORTS[chosen]
    listed = list(pages)
    documents = list(documents_of(listed, language))
    if not documents:
        raise NothingToExportError(
            _("None of these pages has a text to translate into this language: %(language)s")
            % {"language": language}
        )
    files = [(_name(each, listed) + form.suffix, form.write(each)) for each in documents]
    name, media_type, content = files[0][0], form.media_type, files[0][1]
    if len(files) > 1:
        name, media_type, content = f"texts-{language.code}.zip", ZIP, archive_of(files)
    return ExportedFile(
        name,
        media_type,
        content,
        sum(len(each.pages) for each in documents),
        sum(len(page.segments) for each in documents for page in each.pages),
    )


def _name(document: Document, pages: list[AbstractPage]) -> str:
    what = pages[0].slug if len(document.pages) == 1 else f"{len(document.pages)}-pages"
    return f"{what}-{document.source_language.code}-{document.language.code}"


def record(
    exported: ExportedFile, language: Language, chosen: str, user: AbstractBaseUser | None
) -> Transfer:
    """Keep who exported what."""
    return Transfer.objects.create(
        direction=Transfer.Direction.EXPORT,
        language=language.code,
        format=chosen,
        file_name=exported.name[:255],
        pages=exported.pages,
        texts=exported.texts,
        user=user,
    )


def in_section(pages: QuerySet, above: AbstractPage) -> QuerySet:
    """A page and all pages below it."""
    return pages.filter(path__startswith=above.path).order_by("path")
