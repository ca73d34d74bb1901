"""Fields that page types are made of."""

from typing import Any

from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField


def body_field(block: StreamBlock, verbose_name: Any, **options: Any) -> StreamField:
    """A body that may be empty.

    A required stream would make every language required under modeltranslation.
    """
    return StreamField(block, verbose_name=verbose_name, blank=True, **options)
