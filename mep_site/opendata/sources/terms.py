"""The glossary: names of bodies, treaties and things as the ministry uses them."""

from collections.abc import Iterator

from mep_site.search.models import Term
from mep_site.translations.languages import languages

from ..scope import SiteScope
from ..shapes import Row
from .public_pages import texts


def terms(scope: SiteScope) -> Iterator[Row]:
    """The terms as they stand; they are public in every language that they have words in."""
    for term in Term.objects.order_by("pk"):
        synonyms = texts(term, "synonyms", "synonyms", languages())
        yield {
            "id": f"{scope.base}/data/terms.jsonld#term-{term.pk}",
            **texts(term, "name", "name", languages()),
            **texts(term, "abbreviation", "abbreviation", languages()),
            **{column: _lines(text) for column, text in synonyms.items()},
        }


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
