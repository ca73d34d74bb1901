"""What can be followed, what it is called, and what is new of it.

A subject is a :class:`Subscription` that need not be stored: it has a language and what is followed
in it.
"""

from collections.abc import Callable
from datetime import datetime

from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from mep_site.core.addresses.public_links import is_public
from mep_site.core.facts.site_columns import PageKind
from mep_site.core.lists.filing import TOPIC
from mep_site.core.lists.filters import ListFilters
from mep_site.core.models import BasePage
from mep_site.core.models.listing import followed_editions
from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import Language
from mep_site.translations.languages.text import LocalizedText, localized
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import EditionQuerySet

from .models import Subscription

Kind = Subscription.Kind
# What of a translation can still be waited for. Where nothing was recorded, nothing will be.
LACKING = (Freshness.ABSENT, Freshness.PARTIAL, Freshness.BEHIND)


def kinds_for(page: BasePage, language: Language) -> list[str]:
    """As what a page can be followed in a language; none if it is not public."""
    edition = page.edition_in(language)
    if edition is None or not is_public(page) or not page.live_languages:
        return []
    kinds = [_own_kind(page.specific)] if edition.is_live else []
    is_awaited = not language.is_authoritative and edition.freshness in LACKING
    wanted = [*kinds, Kind.TRANSLATION] if is_awaited else kinds
    return [kind for kind in wanted if kind]


def _own_kind(page: BasePage) -> str:
    """As what a page is followed that is there; a list without a feed says nothing of its own."""
    if page.has_feed:
        return Kind.LIST
    return "" if page.is_list else Kind.PAGE


def filters_in(page: BasePage, query: str) -> ListFilters:
    """The filters of a list in the part of an address after its question mark."""
    return ListFilters.of(getattr(page.specific, "facets", ()), QueryDict(query))


def name_of(subject: Subscription) -> LocalizedText:
    """What is followed, in the language of the subscription if it has a name there."""
    with translation.override(subject.language):
        if subject.topic:
            return localized(subject.topic, "name") or _called(subject, subject.topic.slug)
        title = _title_of(subject)
        filters = filters_in(subject.page, subject.filters)
        labels = [str(facet.label_of(value) or value) for facet, value in filters.chosen_values]
        return LocalizedText(" · ".join([str(title), *labels]), title.language)


def _title_of(subject: Subscription) -> LocalizedText:
    """The title of a page; of a list that each page above has one of, with that page's title."""
    page = subject.page.specific
    if page.page_kind == PageKind.HOME:
        return _called(subject, _("All news of this site"))
    title = localized(page, "title") or _called(subject, page.slug)
    if not is_one_of_many(type(page)):
        return title
    above = localized(page.get_parent(), "title")
    return LocalizedText(f"{above} · {title}", title.language)


def is_one_of_many(model: type[BasePage]) -> bool:
    """Whether lists of this type are called the same, below one page each."""
    return model.max_count_per_parent == 1


def address_of(subject: Subscription) -> str:
    """Where what is followed can be read, without the host."""
    with translation.override(subject.language):
        if subject.topic:
            return reverse("topic", args=[subject.topic.slug])
        filters = filters_in(subject.page, subject.filters)
        return (subject.page.get_url() or reverse("follow")) + filters.query


def subject_context(subject: Subscription) -> dict[str, object]:
    """What a page of the site says of what is followed."""
    return {"subscription": subject, "name": name_of(subject), "address": address_of(subject)}


def news_of(subject: Subscription, since: datetime) -> EditionQuerySet:
    """The public editions that came to say something after a moment, the newest first.

    They have ``published``, the moment. What is called editorial is none; see ``Edition``. A
    translation that has caught up is new, whenever that was.
    """
    editions = EDITIONS[subject.kind](subject, subject.get_language())
    dated = editions.annotate(published=Coalesce("updated_at", "first_published_at"))
    if subject.kind != Kind.TRANSLATION:
        dated = dated.filter(published__gt=since)
    return dated.order_by("-published", "-pk")


def _of_list(subject: Subscription, language: Language) -> EditionQuerySet:
    filters = filters_in(subject.page, subject.filters)
    return followed_editions(subject.page.specific, language, filters)


def _of_topic(subject: Subscription, language: Language) -> EditionQuerySet:
    editions = followed_editions(_home(), language, ListFilters((), {}))
    return TOPIC.matching(editions, subject.topic.slug)


def _of_page(subject: Subscription, language: Language) -> EditionQuerySet:
    own = Edition.objects.live().in_language(language).filter(page=subject.page_id)
    return own if is_public(subject.page) else own.none()


def _of_translation(subject: Subscription, language: Language) -> EditionQuerySet:
    return _of_page(subject, language).exclude(freshness__in=LACKING)


EDITIONS: dict[str, Callable[[Subscription, Language], EditionQuerySet]] = {
    Kind.LIST: _of_list,
    Kind.TOPIC: _of_topic,
    Kind.PAGE: _of_page,
    Kind.TRANSLATION: _of_translation,
}


def _called(subject: Subscription, slug: str) -> LocalizedText:
    return LocalizedText(slug, subject.get_language())


def _home() -> BasePage:
    """The home page of the site that sends mails: the default one."""
    return Site.objects.get(is_default_site=True).root_page
