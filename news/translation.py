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
    """The texts of every article."""

    fields = ("source", "byline", "body")


@register(Activity)
class ActivityTranslation(ArticleTranslation):
    """Also the place."""

    fields = ("place",)


@register(PolicyArticle)
class PolicyArticleTranslation(ArticleTranslation):
    """Also the issuing body."""

    fields = ("issuing_body",)
