"""From descriptions of pages to pages.

First every page gets its place in the tree, with the facts that refer to nothing, as some of them
may be required; then its texts and rows, because bodies and fields refer to other pages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import PageViewRestriction

from mep_site.core.models import BasePage, Row
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import Pins, pin_to
from mep_site.translations.languages import authoritative

from .bodies import NO_WORDS, Block, raw_body
from .library import Day, Library, Reference
from .progress_bars import ProgressBars
from .words import Words

# The Chinese texts count as published a while ago, so that a change of one has another date.
AGE_OF_TEXTS = timedelta(days=40)


@dataclass(frozen=True)
class Outline:
    """A page to be made.

    ``fields`` holds :class:`Words` for translated fields, blocks for bodies, dictionaries of the
    same kind for child rows, and for shared facts the value itself.
    """

    model: type[BasePage]
    slug: str
    title: Words
    fields: Mapping[str, Any]
    children: tuple["Outline", ...] = ()
    in_menu: bool = False
    is_draft: bool = False
    is_private: bool = False

    @property
    def plain_facts(self) -> dict[str, Any]:
        """The fields that hold a value as it is, and no text, reference or row."""
        return {
            name: value
            for name, value in self.fields.items()
            if not isinstance(value, Words | Reference | list)
        }


def outline(  # noqa: PLR0913 - it describes everything that a page may have.
    model: type[BasePage],
    slug: str,
    title: Words,
    summary: Words = NO_WORDS,
    *,
    children: Iterable[Outline] = (),
    in_menu: bool = False,
    is_draft: bool = False,
    is_private: bool = False,
    **fields: Any,
) -> Outline:
    """Describe a page: where it stands, what it is called, and in ``fields`` what it says."""
    return Outline(
        model,
        slug,
        title,
        {"summary": summary, **fields},
        tuple(children),
        in_menu,
        is_draft,
        is_private,
    )


class PageTreeLoader:
    """Makes pages from outlines, in the name of ``author``."""

    def __init__(self, library: Library, author: AbstractUser) -> None:
        self.library = library
        self.author = author
        self.published = timezone.now() - AGE_OF_TEXTS
        self.placed: list[tuple[str, Outline, BasePage]] = []

    def load(self, home: BasePage, root: Outline, bars: ProgressBars) -> None:
        """Fill the home page and make all pages below it."""
        self._place(home, root, "")
        for path, described, page in bars.through(self.placed, "Pages"):
            self._fill(path, described, page)

    def _place(self, page: BasePage, described: Outline, path: str) -> None:
        self.library.pages[path] = page
        self.placed.append((path, described, page))
        for child in described.children:
            child_page = child.model(
                slug=child.slug,
                show_in_menus=child.in_menu,
                owner=self.author,
                live=False,
                **child.title.columns("title"),
            )
            assign(child_page, child.plain_facts, self.library, path)
            page.add_child(instance=child_page)
            self._place(child_page, child, f"{path}/{child.slug}".lstrip("/"))

    def _fill(self, path: str, described: Outline, page: BasePage) -> None:
        assign(page, {"title": described.title, **described.fields}, self.library, path)
        published = None if described.is_draft else self._published(described)
        page.pins = pins_to_own_chinese(page, published)
        page.save()
        revision = page.save_revision(user=self.author)
        if not described.is_draft:
            revision.publish(user=self.author)
            page.authoritative_texts.update(published_at=published)
            page.editions.live().update(first_published_at=published, last_published_at=published)
            page.editions.filter(waits_since__isnull=False).update(waits_since=published)
        if described.is_private:
            PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.LOGIN
            )

    def _published(self, described: Outline) -> datetime:
        """When the texts became public: on the date of one that is news these days."""
        match described.fields.get("date"):
            case Day() as day:
                at_nine = datetime.combine(self.library.find(day), time(9))
                return timezone.make_aware(at_nine)
        return self.published


def pins_to_own_chinese(page: BasePage, published: datetime | None) -> dict[str, Pins]:
    """The pins of translations that all translate the Chinese text of the page as it is now."""
    content = Content.of(page)
    chinese = content.texts(authoritative())
    return {
        language.code: pin_to(chinese, content.texts(language), published)
        for language in page.available_languages
        if not language.is_authoritative
    }


def assign(target: Model, fields: Mapping[str, Any], library: Library, place: str) -> None:
    """Set these fields, and child rows, in all languages, without saving."""
    for name, value in fields.items():
        match value:
            case Words():
                for column, text in value.columns(name).items():
                    setattr(target, column, text)
            case Reference() | Day():
                setattr(target, name, library.find(value))
            case [Block(), *_]:
                # Pictures and links would stand alone in a language that the page does not have.
                for language in target.available_languages:
                    raw = raw_body(value, language, library, f"{place}.{name}")
                    setattr(target, language.column(name), raw)
            case [dict(), *_]:
                _assign_rows(target, name, value, library)
            case _:
                setattr(target, name, target._meta.get_field(name).to_python(value))


def _assign_rows(
    parent: Model, relation: str, rows: list[dict[str, Any]], library: Library
) -> None:
    manager = getattr(parent, relation)
    for order, fields in enumerate(rows):
        row: Row = manager.model(sort_order=order)
        assign(row, fields, library, relation)
        row.full_clean(exclude=_parental_keys(row))
        manager.add(row)


def _parental_keys(row: Row) -> list[str]:
    return [field.name for field in row._meta.fields if isinstance(field, ParentalKey)]
