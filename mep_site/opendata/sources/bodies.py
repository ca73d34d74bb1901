"""The bodies of the ministry: departments with their divisions, and subordinate institutions."""

from collections.abc import Iterator

from departments.models import Department, Division, Institution
from mep_site.media.models import language_columns

from ..scope import SiteScope
from ..shapes import Row
from .public_pages import PublicPage, readable_pages, urn


def bodies(scope: SiteScope) -> Iterator[Row]:
    """Each department is followed by its divisions; institutions come last."""
    for found in readable_pages(Department, scope, (), with_rows=True):
        yield _body("department", found) | {"parent": scope.ministry}
        for division in found.page.divisions.all():
            yield _division(found, division)
    own = language_columns("abbreviation", "supervisor")
    for found in readable_pages(Institution, scope, own):
        yield _institution(found)


def _body(kind: str, found: PublicPage) -> Row:
    return {"id": found.id, "kind": kind} | found.texts("name", field="title") | found.addresses()


def _division(found: PublicPage, division: Division) -> Row:
    """A division; it has no page of its own and is public as its department is."""
    return {
        "id": urn(division.key),
        "kind": "division",
        "parent": found.id,
        **found.texts("name", division),
        **found.texts("second_name", division, "alternative_name"),
    }


def _institution(found: PublicPage) -> Row:
    abbreviations = found.texts("second_name", field="abbreviation")
    return _body("institution", found) | abbreviations | found.texts("supervisor")
