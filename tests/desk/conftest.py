"""The article of three paragraphs, in three languages, that the desk works on."""

from ..translations.conftest import page

__all__ = ["page"]
