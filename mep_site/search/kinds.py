"""What kind of thing a result is, in words that visitors know."""

import swapper
from django.db.models import Model


def kind_of(model: type[Model]) -> type[Model]:
    """The model by whose name visitors know the objects of a model: mostly the model itself.

    Whether a page is a section, a list or a page of text concerns editors only. A type of page says
    by ``is_plain_page`` that to everybody else its pages are simply pages.
    """
    is_plain = getattr(model, "is_plain_page", False)
    return swapper.load_model("wagtailcore", "Page") if is_plain else model
