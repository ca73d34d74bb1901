"""Loads a page's rows and all that the page and its bodies refer to, ahead of its template.

Left to itself, Wagtail takes a query for the pictures of a body, one for its documents, one for its
pages, and two more for each paragraph with links.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any

import swapper
from django.db.models import ForeignKey, Model
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from mep_site.media.models import SiteDocument, SiteImage
from mep_site.translations.content.rows import Selection, foreign_keys, load_rows
from mep_site.translations.languages import Language, active_language

Reference = tuple[type[Model], Any]
Found = dict[type[Model], dict[Any, Model]]

_at_hand: ContextVar[Found | None] = ContextVar("_at_hand", default=None)


class LoadedChooser:
    """For chooser blocks: takes the objects that :func:`load_references` has at hand."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Model | None]:
        """The objects for these keys, in their order."""
        found = _at_hand.get()
        if found is None:
            return super().bulk_to_python(values)
        return [found[self.model_class].get(value) for value in values]

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Appear as Wagtail's block in migrations."""
        _, arguments, options = super().deconstruct()
        base = next(base for base in type(self).__mro__ if base.__module__.startswith("wagtail."))
        return f"{base.__module__}.{base.__qualname__}", arguments, options


def load_references(page: Model, *languages: Language) -> Found:
    """Load the rows of the page and all that it and its bodies refer to, with one query.

    Of the bodies those in these languages, by default in the active one.
    """
    bodies = _bodies(page, languages or (active_language(),))
    found = _loaded([page], [*_of_fields(page), *_of_bodies(bodies)])
    for key in _missing_images(page):
        setattr(page, key.name, found[SiteImage].get(getattr(page, key.attname)))
    _hand_over(bodies, found)
    return found


def load_body(body: blocks.StreamValue) -> None:
    """Load all that a body refers to which is no page's own, with one query."""
    _hand_over([body], _loaded([], _of_bodies([body])))


def _loaded(parents: list[Model], references: Iterable[Reference]) -> Found:
    """What is referred to; the parents get their rows with the same query."""
    keys: defaultdict[type[Model], set[Any]] = defaultdict(set)
    for model, key in references:
        keys[model].add(key)
    models = {model._meta.label_lower: model for model in keys}
    referred = {name: Selection(model, "pk", list(keys[model])) for name, model in models.items()}
    rows = load_rows(*parents, others=referred)
    found: Found = defaultdict(dict)
    for name, model in models.items():
        found[model] = {instance.pk: instance for instance in rows[name]}
    return found


def _hand_over(bodies: Iterable[blocks.StreamValue], found: Found) -> None:
    """Make the bodies hold what was found, before they ask the database."""
    token = _at_hand.set(found)
    try:
        for body in bodies:
            list(body)
    finally:
        _at_hand.reset(token)


def _of_fields(page: Model) -> Iterator[Reference]:
    for key in _missing_images(page):
        yield SiteImage, getattr(page, key.attname)


def _missing_images(page: Model) -> list[ForeignKey]:
    """The foreign keys to pictures of which the picture is not loaded."""
    return [
        key
        for key in foreign_keys(type(page))
        if issubclass(key.related_model, SiteImage)
        and getattr(page, key.attname)
        and not key.is_cached(page)
    ]


def _bodies(page: Model, languages: Iterable[Language]) -> list[blocks.StreamValue]:
    """The bodies in these languages."""
    return [
        getattr(page, field.name)
        for language in languages
        for field in page._meta.concrete_fields
        if isinstance(field, StreamField) and field.name.endswith(language.suffix)
    ]


def _of_bodies(bodies: Iterable[blocks.StreamValue]) -> Iterator[Reference]:
    for body in bodies:
        yield from _of_stream(body.stream_block, body.raw_data)


def _of_stream(block: blocks.StreamBlock, raw: Iterable[dict[str, Any]]) -> Iterator[Reference]:
    for child in raw:
        if child["type"] in block.child_blocks:
            yield from _of_block(block.child_blocks[child["type"]], child["value"])


def _of_block(block: blocks.Block, raw: Any) -> Iterator[Reference]:
    """The references in the stored form of a block's value."""
    match block:
        case blocks.StreamBlock():
            yield from _of_stream(block, raw or ())
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                yield from _of_block(child, raw.get(name))
        case blocks.ListBlock():
            for item in raw or ():
                # A list may have been stored without the ids of its items.
                is_wrapped = isinstance(item, dict) and item.get("type") == "item"
                yield from _of_block(block.child_block, item["value"] if is_wrapped else item)
        case _ if raw:
            yield from _of_leaf(block, raw)


def _of_leaf(block: blocks.Block, raw: Any) -> Iterator[Reference]:
    if isinstance(block, blocks.ChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, blocks.RichTextBlock):
        yield from _of_rich_text(raw)


def _of_rich_text(html: str) -> Iterator[Reference]:
    linked = {"page": swapper.load_model("wagtailcore", "Page"), "document": SiteDocument}
    for attributes in map(extract_attrs, FIND_A_TAG.findall(html)):
        if attributes.get("linktype") in linked:
            yield linked[attributes["linktype"]], int(attributes["id"])
