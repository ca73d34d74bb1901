"""Which pictures a page shows, and in which sizes and formats they are delivered."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from mep_site.media.models import SiteImage, SiteRendition
from mep_site.translations.content.rows import foreign_keys, row_relations
from mep_site.translations.languages import Language, active_language

FORMATS = ("format-avif", "format-webp", "format-jpeg")
WIDTHS = ("width-480", "width-960")
# What is shown where somebody shares a page: the proportions that Open Graph's readers ask for.
SHARING_SPEC = "fill-1200x630|format-jpeg"
PICTURE_SPECS = tuple("|".join(pair) for pair in product(FORMATS, WIDTHS))
RENDITION_SPECS = (*PICTURE_SPECS, SHARING_SPEC)
# Kept, because each works out once what its specification asks for, and that takes long.
PICTURE_FILTERS = tuple(Filter(spec) for spec in PICTURE_SPECS)
SHARING_FILTER = Filter(SHARING_SPEC)


def picture_element(image: SiteImage, attributes: dict[str, str]) -> SafeString:
    """A responsive ``<picture>``, as Wagtail's template tag of that name would make it."""
    renditions = get_renditions_or_not_found(image, PICTURE_FILTERS)
    files = tuple(
        (spec, each.file.name, each.width, each.height) for spec, each in renditions.items()
    )
    return _element(files, tuple(attributes.items()))


@lru_cache(maxsize=2048)
def _element(
    files: tuple[tuple[str, str, int, int], ...], attributes: tuple[tuple[str, str], ...]
) -> SafeString:
    """The element for files by their specifications: all that it depends on."""
    # Only its words would be asked for, which the attributes hold. No collection: it would be read.
    image = SiteImage(collection=None)
    renditions = {
        spec: SiteRendition(image=image, file=name, width=width, height=height)
        for spec, name, width, height in files
    }
    return Picture(renditions, dict(attributes)).__html__()


def images_of(page: Model, *languages: Language) -> Iterator[SiteImage]:
    """The pictures of a page, its rows and its bodies in these languages, else the active one."""
    suffixes = tuple(language.suffix for language in languages or (active_language(),))
    yield from _referenced_images(page)
    for relation in row_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            yield from _referenced_images(row)
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField) and field.name.endswith(suffixes):
            yield from _images_in(getattr(page, field.name))


def _referenced_images(instance: Model) -> Iterator[SiteImage]:
    for key in foreign_keys(type(instance)):
        if issubclass(key.related_model, SiteImage) and getattr(instance, key.attname):
            yield getattr(instance, key.name)


def _images_in(value: Any) -> Iterator[SiteImage]:
    """All pictures in a block value, however deeply nested."""
    if isinstance(value, SiteImage):
        yield value
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from _images_in(child)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from _images_in(child.value)
    elif isinstance(value, ListValue):
        for child in value:
            yield from _images_in(child)
