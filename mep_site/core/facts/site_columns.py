"""The place of a page among the web pages that China's rules for government sites tell apart.

《政府网站发展指引》 (General Office of the State Council, 国办发〔2017〕47号), annex on the
design of web pages, section on tags: a home page, columns (栏目) and pages of content.
:mod:`mep_site.metadata` writes the tags.
"""

from enum import Enum, auto

from django.db import models
from django.utils.translation import pgettext_lazy


class PageKind(Enum):
    """Which tags a page carries."""

    HOME = auto()
    SITE_COLUMN = auto()
    CONTENT = auto()


class SiteColumnType(models.TextChoices):
    """The types of column that the rule lists; their Chinese names are the rule's own."""

    OVERVIEW = "overview", pgettext_lazy("type of column", "General information")
    FUNCTIONS = "functions", pgettext_lazy("type of column", "Organisation and functions")
    LEADERS = "leaders", pgettext_lazy("type of column", "Leaders")
    NEWS = "news", pgettext_lazy("type of column", "News")
    POLICY_DOCUMENTS = "policy-documents", pgettext_lazy("type of column", "Policy documents")
    DISCLOSURE_GUIDE = (
        "disclosure-guide",
        pgettext_lazy("type of column", "Guide to the disclosure of information"),
    )
    DISCLOSURE_CATALOGUE = (
        "disclosure-catalogue",
        pgettext_lazy("type of column", "Catalogue of disclosed information"),
    )
    DISCLOSURE_REPORT = (
        "disclosure-report",
        pgettext_lazy("type of column", "Annual report on the disclosure of information"),
    )
    DISCLOSURE_REQUEST = (
        "disclosure-request",
        pgettext_lazy("type of column", "Disclosure on request"),
    )
    DATA = "data", pgettext_lazy("type of column", "Data releases")
    OPEN_DATA = "open-data", pgettext_lazy("type of column", "Open data")
    INTERPRETATION = "interpretation", pgettext_lazy("type of column", "Policy explained")
    RESPONSES = "responses", pgettext_lazy("type of column", "Responses to public concerns")
    SERVICES = "services", pgettext_lazy("type of column", "Services")
    COMPLAINTS = "complaints", pgettext_lazy("type of column", "Enquiries and complaints")
    CONSULTATIONS = "consultations", pgettext_lazy("type of column", "Consultations and surveys")
    INTERVIEWS = "interviews", pgettext_lazy("type of column", "Online interviews")
