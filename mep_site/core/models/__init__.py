"""The base page and the child rows that every page type may have."""

from .contact import ContactPoint
from .page import BasePage
from .row import Row

__all__ = ["BasePage", "ContactPoint", "Row"]
