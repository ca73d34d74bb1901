"""Registers articles and events with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from mep_site.core.translation import NoTextsOfItsOwn

from .models import (
    Activity,
    ActivityIndex,
    ActivityOverview,
    Event,
    EventIndex,
    NewsArticle,
    NewsIndex,
    PolicyArticle,
    PolicyIndex,
)

register([ActivityIndex, ActivityOverview, EventIndex, NewsIndex, PolicyIndex])(NoTextsOfItsOwn)


@register(NewsArticle)
class ArticleTranslation(TranslationOptions):
    fields = ("source", "byline", "body")


@register(Activity)
class ActivityTranslation(ArticleTranslation):
    fields = ("place",)


@register(PolicyArticle)
class PolicyArticleTranslation(ArticleTranslation):
    fields = ("issuing_body",)


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("place", "body")
