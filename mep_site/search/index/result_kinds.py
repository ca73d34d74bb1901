"""What kind of thing a result is, in words that visitors know."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import swapper
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy
from wagtail.images import get_image_model

from ..query.expressions import mark


@dataclass(frozen=True)
class ResultKind:
    """What results are called and filtered by; ``mark`` stands in the index."""

    mark: str
    name: Any
    plural: Any


SECTION = ResultKind(
    "section",
    pgettext_lazy("kind of a search result", "Section"),
    pgettext_lazy("kind of a search result", "Sections"),
)


def result_kind_of(model: type[Model]) -> ResultKind:
    """What visitors know the objects of a model as: mostly by the name of the model.

    Which of the lists of other pages it is concerns editors only. A type of page says by
    ``search_kind`` that to everybody else its pages are sections, or simply pages.
    """
    match getattr(model, "search_kind", ""):
        case "section":
            return SECTION
        case "page":
            return _named_after(swapper.load_model("wagtailcore", "Page"))
    return _named_after(model)


def is_picture(marks: str) -> bool:
    """Whether an entry with these marks is of a picture."""
    return _mark_of_pictures() in marks.split()


@cache
def _mark_of_pictures() -> str:
    return mark("type", result_kind_of(get_image_model()).mark)


def _named_after(model: type[Model]) -> ResultKind:
    names = model._meta
    return ResultKind(
        names.model_name, capfirst(names.verbose_name), capfirst(names.verbose_name_plural)
    )
