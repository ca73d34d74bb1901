"""Titles that go on with what is being typed in the search field."""

import swapper
from django.contrib.contenttypes.models import ContentType
from wagtail.models import AbstractPage

from mep_site.translations.languages import Language
from mep_site.translations.languages.text import text_in

from ..index.candidates import load, newest_entries
from ..query.expressions import Wanted
from ..query.unfinished import unfinished

MOST = 8
MOST_CANDIDATES = 60


def completions(text: str, language: Language) -> list[tuple[str, AbstractPage]]:
    """Titles of public pages in a language, the shortest first, and the pages."""
    (keys,) = newest_entries([Wanted(unfinished(text), language.code, MOST_CANDIDATES)])
    found = load(keys).values()
    pages = swapper.load_model("wagtailcore", "Page").objects
    page_ids = [entry.object_id for entry in found if _is_page(entry.content_type_id)]
    public = pages.filter(pk__in=page_ids).published().in_language(language)
    titles = [(text_in(page, "title", language), page) for page in public]
    return sorted(titles, key=lambda each: (len(each[0]), each[0]))[:MOST]


def _is_page(content_type_id: int) -> bool:
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return model is not None and issubclass(model, AbstractPage)
