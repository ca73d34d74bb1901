"""Policies: documents, plans and essays on policy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel

from mep_site.core.dates import PartialDateField
from mep_site.core.panels import fact, page_tabs

from .article import Article, ArticleIndex


class PolicyIndex(ArticleIndex):
    """Lists the policies."""

    page_description = _("Lists policies, the newest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types = ["news.PolicyArticle"]
    edit_handler = page_tabs()

    class Meta:
        verbose_name = _("policy index")
        verbose_name_plural = _("policy indexes")


class PolicyArticle(Article):
    """A policy document, or a text that explains one."""

    document_number = models.CharField(
        _("document number"),
        max_length=100,
        blank=True,
        help_text=_("The number that the issuing body gave it, exactly as written."),
    )
    issuing_body = models.CharField(_("issuing body"), max_length=255, blank=True)
    effective_from = PartialDateField(_("effective from"))

    page_description = _("A policy document, or a text that explains one.")
    parent_page_types = ["news.PolicyIndex"]
    edit_handler = page_tabs(
        texts=("issuing_body", *Article.text_fields),
        facts=(
            *Article.fact_panels,
            FieldRowPanel([fact("document_number"), fact("effective_from")]),
        ),
    )

    class Meta:
        verbose_name = _("policy article")
        verbose_name_plural = _("policy articles")
