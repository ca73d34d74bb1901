"""Lets the search lead to the page of a topic whose name is typed, in whatever language."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mep_site.search.registry import Offer
from mep_site.translations.languages import active_language
from mep_site.translations.languages.text import localized

from .addresses.sitetree import SiteTree
from .gathering import NAMES, topics_in


def topics_called(request: HttpRequest, text: str) -> Iterable[Offer]:
    """The topic with this name, if there is something to read on it in the active language."""
    home = SiteTree.for_request(request).home
    for topic in topics_in(active_language(), home.pk) if home else ():
        names = {(getattr(topic, name) or "").casefold() for name in NAMES}
        if text.strip().casefold() in names - {""}:
            yield Offer(_("Topic"), localized(topic, "name"), reverse("topic", args=[topic.slug]))
