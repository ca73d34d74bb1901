"""The base page and the child rows that every page type may have."""

from .contact import ContactPoint
from .page import BasePage
from .row import Row
from .subjects import PageCountry, PageTopic

__all__ = ["BasePage", "ContactPoint", "PageCountry", "PageTopic", "Row"]
