"""The page of a topic, which gathers what is filed under it, and the list of all topics.

They have no text of their own, so that no editor keeps them: a topic has a page in each language in
which the public can read something about it.
"""

from dataclasses import dataclass

from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mep_site.core.addresses.sitetree import home_for
from mep_site.core.gathering import TopicName, gathered, known_topics, topics_in
from mep_site.core.lists.filing import TOPIC
from mep_site.metadata.described_view import DescribedView
from mep_site.pagecache.marking import public
from mep_site.translations.languages import Language, active_language, languages
from mep_site.translations.languages.text import LocalizedText, localized


@dataclass(frozen=True)
class TopicOffer:
    """A topic in a language in which there is something to read about it."""

    language: Language
    name: LocalizedText
    url: str


@non_atomic_requests
@require_safe
@public()
def topic_list(request: HttpRequest) -> HttpResponse:
    """The topics on which something is public in the language of the address."""
    home = home_for(request)
    readable = [each for each in languages() if topics_in(each, home.pk)]
    if not readable:
        raise Http404
    described = DescribedView(request, _("Topics"), readable)
    return render(request, "pages/topics.html", {"described": described})


@non_atomic_requests
@require_safe
@public()
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic, and where more is, if nothing of it is in this language.

    A topic on which nothing is public in any language is not found.
    """
    home, language = home_for(request), active_language()
    found = next((each for each in known_topics() if each.slug == slug), None)
    readable = [each for each in languages() if found and found in topics_in(each, home.pk)]
    if not readable:
        raise Http404
    name = localized(found, "name")
    above = ((_("Topics"), reverse("topics")),)
    context = {
        "name": name,
        "slug": slug,
        "found": gathered(TOPIC, found.pk, slug, language, home.pk),
        "described": DescribedView(request, str(name), readable, above),
        "offers": [_offer(found, each) for each in readable if each != language],
    }
    return render(request, "pages/topic.html", context)


def _offer(topic: TopicName, language: Language) -> TopicOffer:
    with translation.override(language.code):
        url = reverse("topic", args=[topic.slug])
    return TopicOffer(language, localized(topic, "name", language), url)
