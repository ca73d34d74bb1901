"""Registers articles with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from mep_site.core.translation import NoTextsOfItsOwn

from .models import (
    Activity,
    ActivityIndex,
    ActivityOverview,
    NewsArticle,
    NewsIndex,
    PolicyArticle,
    PolicyIndex,
)

register([ActivityIndex, ActivityOverview, NewsIndex, PolicyIndex])(NoTextsOfItsOwn)


@register(NewsArticle)
class ArticleTranslation(TranslationOptions):
    fields = ("source", "byline", "body")


@register(Activity)
class ActivityTranslation(ArticleTranslation):
    fields = ("place",)


@register(PolicyArticle)
class PolicyArticleTranslation(ArticleTranslation):
    fields = ("issuing_body",)
