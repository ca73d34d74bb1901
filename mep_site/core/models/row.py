"""The child row that structured facts of a page derive from."""

import uuid
from functools import cache

from django.db import models
from wagtail.coreutils import camelcase_to_underscore
from wagtail.models import Orderable


class Row(Orderable):
    """One row of a list that belongs to a page, such as a division or a milestone.

    ``key`` identifies the row for as long as it lives, also across copies of its page and drafts,
    where primary keys change; units of translation are named after it. ``is_passage`` says whether
    the row is a part of what one reads, with a template of its own.
    """

    is_passage = True

    key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def template(self) -> str:
        """What shows the row, named as Wagtail names the template of a page; it takes ``row``."""
        return _template_of(type(self))


@cache
def _template_of(model: type[Row]) -> str:
    name = camelcase_to_underscore(model._meta.object_name)
    return f"{model._meta.app_label}/{name}.html"
