"""What the demo's editors tell the search."""

from mep_site.search.index.frequencies import count_again
from mep_site.search.index.vocabulary import learn_everything
from mep_site.search.models import Pick, Term

from .content.search import PICKS, TERMS
from .library import Library
from .outline import assign


def teach_search(library: Library) -> None:
    """Create the search terms and the editors' picks; know the words and how often they stand."""
    for fields in TERMS:
        term = Term()
        assign(term, fields, library, "search terms")
        term.save()
    for fields in PICKS:
        pick = Pick()
        assign(pick, fields, library, "picks")
        pick.save()
    learn_everything()
    count_again()
