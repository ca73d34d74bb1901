"""Policies: documents, plans and essays on policy."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel

from mep_site.core.facts.schema_org import compact
from mep_site.core.facts.site_columns import SiteColumnType
from mep_site.translations.admin.forms.edit_handlers import fact, page_tabs
from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import PartialDate, PartialDateField

from .article import Article, ArticleIndex


class PolicyIndex(ArticleIndex):
    page_description = _("Lists policies, the newest first.")
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    site_column_type = SiteColumnType.POLICY_DOCUMENTS
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
    comments_until = models.DateField(
        _("comments until"),
        null=True,
        blank=True,
        help_text=_("The last day on which the public may comment on a draft; else empty."),
    )

    columns_for_lists = (*Article.columns_for_lists, "comments_until")

    page_description = _("A policy document, or a text that explains one.")
    schema_type = "Article"
    parent_page_types = ["news.PolicyIndex"]
    edit_handler = page_tabs(
        texts=("issuing_body", *Article.text_fields),
        facts=(
            *Article.fact_panels,
            FieldRowPanel([fact("document_number"), fact("effective_from")]),
            fact("comments_until"),
        ),
    )

    class Meta:
        verbose_name = _("policy article")
        verbose_name_plural = _("policy articles")

    @property
    def closing_day(self) -> PartialDate:
        """The last day for comments, as templates write days."""
        return PartialDate.of_day(self.comments_until)

    @property
    def days_left(self) -> int:
        """How many days comments are still taken, today not counted; negative once they are not.

        Only of a draft that is open to comments.
        """
        return (self.comments_until - timezone.localdate()).days

    def structured_data(self, language: Language) -> dict[str, Any]:
        """An article, not news, with the number of the document."""
        return super().structured_data(language) | compact(identifier=self.document_number)
