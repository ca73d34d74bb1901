"""The pages of a type with the languages in which the public can read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Model

from mep_site.core.lists.listed import AS_IN_TREE, editions_of_types
from mep_site.core.models import BasePage
from mep_site.translations.content.rows import load_rows
from mep_site.translations.languages import Language, get_language
from mep_site.translations.languages.text import text_in

from ..scope import SiteScope

AT_ONCE = 500

# The key of a page, and the codes of the languages that it can be read in.
Found = tuple[int, list[str]]


@dataclass(frozen=True)
class PublicPage:
    """A page and the ``languages`` in which every visitor may read it."""

    page: Any
    languages: tuple[Language, ...]
    scope: SiteScope

    @property
    def id(self) -> str:
        return urn(self.page.translation_key)

    def texts(self, name: str, instance: Model | None = None, field: str = "") -> dict[str, Any]:
        """A text of the page, or of one of its rows, under the columns of ``name``."""
        return texts(instance or self.page, field or name, name, self.languages)

    def addresses(self) -> dict[str, str]:
        """Its addresses under the columns of ``url``."""
        path = self.page.url_path
        return {each.column("url"): self.scope.address(path, each) for each in self.languages}


def urn(key: UUID) -> str:
    """The name of a thing for ever, whatever becomes of its address."""
    return key.urn


def texts(instance: Model, field: str, name: str, readable: Iterable[Language]) -> dict[str, Any]:
    """A translated field in some languages, under the columns of ``name``."""
    return {each.column(name): text_in(instance, field, each) for each in readable}


def readable_pages(
    model: type[BasePage], scope: SiteScope, columns: Iterable[str], with_rows: bool = False
) -> Iterator[PublicPage]:
    """The public pages of a type in the order of the tree, some hundreds at a time.

    Of their own columns these are loaded, in addition to those that a link needs.
    """
    wanted = [*model.columns_for_links, "translation_key", *columns]
    for found in _at_once(_found(model, scope)):
        pages = model.objects.only(*wanted).in_bulk([key for key, _ in found])
        if with_rows:
            load_rows(*pages.values())
        for key, codes in found:
            if key in pages:
                yield PublicPage(pages[key], tuple(map(get_language, codes)), scope)


def _found(model: type[BasePage], scope: SiteScope) -> Iterator[Found]:
    rows = editions_of_types([model], scope.root_path).order_by(*AS_IN_TREE)
    read = rows.values_list("page_id", "language").iterator(AT_ONCE)
    for key, group in groupby(read, itemgetter(0)):
        yield key, [code for _, code in group]


def _at_once(found: Iterator[Found]) -> Iterator[list[Found]]:
    while chunk := list(islice(found, AT_ONCE)):
        yield chunk
