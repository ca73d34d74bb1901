"""The real documents, which tests of the importer need as well."""

from tests.legacy.conftest import seeds

__all__ = ["seeds"]
