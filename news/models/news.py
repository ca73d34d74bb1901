"""News articles and their index."""

from django.utils.translation import gettext_lazy as _

from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.translations.admin.forms.edit_handlers import page_tabs

from .article import Article, ArticleIndex


class NewsIndex(ArticleIndex):
    page_description = _("Lists the news, the newest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.NEWS
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")


class NewsArticle(Article):
    page_description = _("A piece of news.")
    parent_page_types = ["news.NewsIndex"]
    edit_handler = page_tabs(texts=Article.text_fields, facts=Article.fact_panels)

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
