"""Activities of a leader.

No date is read from them: the old pages give a weekday, or a day without a year.
"""

import re

from mep_site.legacy.documents import ActivityDocument, Texts
from mep_site.legacy.languages import ENGLISH
from mep_site.legacy.layout import Layout, leader_in
from mep_site.legacy.refusals import Reason, RefusedCaptureError

from .prose import body_blocks, texts_of, title_and_rest

# "Chinese report by A and B, NEWS", "By A"
BYLINE = re.compile(r"^(?:Chinese report by|Reported by|By) [A-Z].{1,120}$")
# "was held in Beijing on Wednesday": the capitalised words after "held in".
PLACE = re.compile(r"\bheld in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def parse_activity(layout: Layout) -> ActivityDocument:
    """The activity that a capture reports."""
    leader = leader_in(layout.breadcrumb)
    if not leader:
        raise RefusedCaptureError(Reason.NO_LEADER)
    title, rest = title_and_rest(layout.paragraphs)
    byline, body = split_byline(rest)
    return ActivityDocument(
        title=title,
        leader=texts_of(leader),
        place=place_in(body),
        byline=byline,
        body=body_blocks(body),
    )


def split_byline(paragraphs: list[str]) -> tuple[Texts, list[str]]:
    """Who wrote the report, if the first paragraph says so, and the report."""
    if paragraphs and BYLINE.match(paragraphs[0]):
        return texts_of(paragraphs[0]), paragraphs[1:]
    return Texts(), paragraphs


def place_in(body: list[str]) -> Texts:
    """Where the first paragraph says that the event was held."""
    match = PLACE.search(body[0]) if body else None
    return Texts.only(ENGLISH, match["place"]) if match else Texts()
