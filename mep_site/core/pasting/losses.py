"""What of a pasted text could not be kept, and how its editor is told."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from django.utils.translation import gettext, ngettext


class Loss(StrEnum):
    """Something that was copied and is not in the blocks, or not as it was."""

    PICTURES = "pictures"
    OBJECTS = "objects"
    LINKS = "links"
    FOOTNOTES = "footnotes"
    COMMENTS = "comments"
    DELETIONS = "deletions"
    STRUCK = "struck"
    EMPHASIS = "emphasis"
    HEADING_LEVELS = "heading levels"
    HEADINGS = "headings"
    LISTS = "lists"
    MERGED_CELLS = "merged cells"
    RAISED_IN_CALC = "raised letters in tables of LibreOffice Calc"
    PLAIN_LINKS = "links in tables and headings"
    TABLES = "tables"
    LARGE_TABLES = "large tables"
    PARAGRAPHS = "paragraphs"


Losses = Counter[Loss]


def messages(losses: Losses) -> Iterator[str]:
    """A sentence or two for each loss, in the order in which they matter."""
    for loss in Loss:
        if losses[loss]:
            yield _message(loss, losses[loss])


def _message(loss: Loss, count: int) -> str:
    in_words = {
        Loss.PICTURES: lambda: ngettext(
            "%(count)d picture was left out, because pictures cannot be pasted. Save it as a file "
            "and add it with a block “Picture”.",
            "%(count)d pictures were left out, because pictures cannot be pasted. Save them as "
            "files and add each with a block “Picture”.",
            count,
        ),
        Loss.OBJECTS: lambda: ngettext(
            "%(count)d formula, drawing, film or form was left out.",
            "%(count)d formulas, drawings, films or forms were left out.",
            count,
        ),
        Loss.LINKS: lambda: ngettext(
            "%(count)d link leads to a file or a place that readers cannot reach; its words were "
            "kept.",
            "%(count)d links lead to files or places that readers cannot reach; their words were "
            "kept.",
            count,
        ),
        Loss.FOOTNOTES: lambda: gettext(
            "Footnotes became ordinary text: their marks are no links, and their words stand where "
            "they were copied."
        ),
        Loss.COMMENTS: lambda: ngettext(
            "%(count)d comment was left out.", "%(count)d comments were left out.", count
        ),
        Loss.DELETIONS: lambda: ngettext(
            "%(count)d passage that was marked as deleted was left out.",
            "%(count)d passages that were marked as deleted were left out.",
            count,
        ),
        Loss.STRUCK: lambda: ngettext(
            "%(count)d passage was struck through and is ordinary text now: check whether it is "
            "meant to stand.",
            "%(count)d passages were struck through and are ordinary text now: check whether they "
            "are meant to stand.",
            count,
        ),
        Loss.EMPHASIS: lambda: gettext("Italics and underlining became ordinary text."),
        Loss.HEADING_LEVELS: lambda: gettext(
            "Headings of several levels became headings of one level."
        ),
        Loss.HEADINGS: lambda: ngettext(
            "%(count)d heading became an ordinary paragraph: headings have no place here.",
            "%(count)d headings became ordinary paragraphs: headings have no place here.",
            count,
        ),
        Loss.LISTS: lambda: ngettext(
            "%(count)d list became ordinary lines: lists have no place here.",
            "%(count)d lists became ordinary lines: lists have no place here.",
            count,
        ),
        Loss.MERGED_CELLS: lambda: ngettext(
            "%(count)d table had merged cells. Each of the cells now has the text that they "
            "shared.",
            "%(count)d tables had merged cells. Each of the cells now has the text that they "
            "shared.",
            count,
        ),
        Loss.RAISED_IN_CALC: lambda: gettext(
            "LibreOffice Calc copies 10³ as 103: check the superscripts and subscripts in the "
            "table."
        ),
        Loss.PLAIN_LINKS: lambda: ngettext(
            "%(count)d link in a heading or a table became plain words.",
            "%(count)d links in headings or tables became plain words.",
            count,
        ),
        Loss.TABLES: lambda: ngettext(
            "%(count)d table became ordinary lines, one for each row: tables have no place here.",
            "%(count)d tables became ordinary lines, one for each row: tables have no place here.",
            count,
        ),
        Loss.LARGE_TABLES: lambda: ngettext(
            "%(count)d table was left out because it is too large to be read on a page. Offer it "
            "as a document to download.",
            "%(count)d tables were left out because they are too large to be read on a page. "
            "Offer them as documents to download.",
            count,
        ),
        Loss.PARAGRAPHS: lambda: ngettext(
            "%(count)d paragraph was put into this one text.",
            "%(count)d paragraphs were put into this one text, which translates one text of the "
            "source. If they belong to several texts, undo and paste them one by one.",
            count,
        ),
    }
    return in_words[loss]() % {"count": count}
