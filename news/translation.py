"""Registers articles with modeltranslation."""

from modeltranslation.translator import TranslationOptions, register

from .models import Activity, NewsArticle, PolicyArticle


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
