"""What a citation says of a page in one language."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from mep_site.metadata.metadata_page import MetadataPage
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate


@dataclass(frozen=True)
class Cited:
    """A text as it is quoted. What is not known is empty or ``None``.

    ``responsible`` is who answers for what the text says, ``publisher`` whose site it stands on.
    ``published`` is as exact as it is known. ``accessed`` is a day by the site's clock.
    """

    key: str
    title: str
    responsible: str
    publisher: str
    language: Language
    address: str
    accessed: date
    published: PartialDate | None = None
    updated: PartialDate | None = None

    @property
    def newest(self) -> PartialDate | None:
        """The day of the text that is in force: of its last change, else of its publication."""
        return self.updated or self.published


def cited(subject: MetadataPage) -> Cited:
    """What there is to say of a live page in the active language, today."""
    page, language = subject.page, subject.language
    published = _day(subject.public_since)
    updated = _day(subject.edition.updated_at)
    source = page.source_name(language, subject.site_name)
    return Cited(
        key=f"{page.slug}-{page.pk}-{language.code}",
        title=subject.title,
        responsible=page.author_name(language) or source or subject.site_name,
        publisher=subject.site_name,
        language=language,
        address=subject.url,
        accessed=timezone.localdate(),
        published=published,
        updated=updated if updated != published else None,
    )


def _day(value: datetime | PartialDate | None) -> PartialDate | None:
    if isinstance(value, datetime):
        return PartialDate.of_day(timezone.localdate(value))
    return value
