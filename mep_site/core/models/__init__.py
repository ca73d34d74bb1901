"""The base page and the child rows that every page type may have."""

from .contact import ContactPoint
from .filed import FiledRow
from .page import BasePage
from .row import Row
from .subjects import PageCountry, PageTopic

__all__ = ["BasePage", "ContactPoint", "FiledRow", "PageCountry", "PageTopic", "Row"]
