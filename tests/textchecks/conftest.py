"""The real documents, which tests of the importer need as well, and an article to translate."""

from tests.legacy.conftest import seeds
from tests.translations.conftest import clock, english, page, publishing_translators, russian

__all__ = ["clock", "english", "page", "publishing_translators", "russian", "seeds"]
