"""How a capture is recognised as one of the kinds: by its breadcrumb, else by all that it shows.

Each clue speaks for a kind with a weight; the kind for which most is said wins, if it is enough.
"""

from collections.abc import Callable, Sequence

from ..phrases.document_kinds import DocumentKind, kind_of_trail
from ..structure.layout import Layout, leader_in
from ..structure.pairing import AlignedPassage
from .signs import Signs

Clue = tuple[int, Callable[[Signs], bool]]
ENOUGH = 5
# The name of a section over the text says nearly as much as a breadcrumb.
SECTION = 6
# What an article shows says less, together, than a clue to another kind does.
MOST_FOR_ARTICLES = 5

CLUES: dict[DocumentKind, tuple[Clue, ...]] = {
    DocumentKind.DIRECTORY: ((9, Signs.lists_members), (8, Signs.lists_offices)),
    DocumentKind.BROCHURE: ((8, Signs.has_chapters),),
    DocumentKind.REPORT: ((8, Signs.has_title_of_report),),
    DocumentKind.CALENDAR: ((8, Signs.has_events),),
    DocumentKind.PRESS_CONFERENCE: ((8, Signs.has_speakers),),
    DocumentKind.DEPARTMENT: (
        (6, Signs.has_duties_of_department),
        (3, Signs.is_office),
        (2, Signs.has_divisions),
        (2, Signs.has_items),
    ),
    DocumentKind.INSTITUTION: (
        (3, Signs.is_agency),
        (1, Signs.mentions_agency),
        (3, Signs.has_overview),
        (3, Signs.has_duties),
        (2, Signs.has_divisions),
        (2, Signs.has_number),
        (1, Signs.has_numbers),
        (2, Signs.has_items),
        (2, Signs.describes_itself),
        (5, Signs.is_front_page),
        (3, Signs.has_front_page),
    ),
    DocumentKind.ACTIVITY: ((6, Signs.has_leader),),
    DocumentKind.POLICY: ((6, Signs.has_numbered_sections),),
    DocumentKind.NEWS: (
        (4, Signs.has_date),
        (4, Signs.has_byline),
        (4, Signs.has_dateline),
        (4, Signs.has_article_type),
        (3, Signs.has_source),
        (2, Signs.has_widgets),
        (1, Signs.has_prose),
    ),
}


def recognise_kind(layout: Layout, passages: Sequence[AlignedPassage]) -> DocumentKind:
    """The kind by the breadcrumb, else that for which most is said."""
    if leader_in(layout.breadcrumb):
        return DocumentKind.ACTIVITY
    return kind_of_trail(layout.breadcrumb) or kind_by_signs(Signs(layout, passages))


def kind_by_signs(signs: Signs) -> DocumentKind:
    """The kind for which most is said; among equals, the one that is named first."""
    scores = {kind: score(kind, signs) for kind in CLUES}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= ENOUGH else DocumentKind.UNKNOWN


def score(kind: DocumentKind, signs: Signs) -> int:
    """How much is said for a kind."""
    weight = sum(weight for weight, shows in CLUES[kind] if shows(signs))
    if kind is DocumentKind.NEWS:
        weight = min(weight, MOST_FOR_ARTICLES)
    is_called_so = kind in signs.sections or signs.names_section(kind)
    return weight + (SECTION if is_called_so else 0)
