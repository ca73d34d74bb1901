"""What of a pasted text could not be kept, and how its editor is told."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from django.utils.translation import gettext_lazy, ngettext_lazy


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

IN_WORDS = {
    Loss.PICTURES: ngettext_lazy(
        "%(count)d picture was left out, because pictures cannot be pasted. Save it as a file "
        "and add it with a block “Picture”.",
        "%(count)d pictures were left out, because pictures cannot be pasted. Save them as "
        "files and add each with a block “Picture”.",
        "count",
    ),
    Loss.OBJECTS: ngettext_lazy(
        "%(count)d formula, drawing, film or form was left out.",
        "%(count)d formulas, drawings, films or forms were left out.",
        "count",
    ),
    Loss.LINKS: ngettext_lazy(
        "%(count)d link leads to a file or a place that readers cannot reach; its words were kept.",
        "%(count)d links lead to files or places that readers cannot reach; their words were kept.",
        "count",
    ),
    Loss.FOOTNOTES: gettext_lazy(
        "Footnotes became ordinary text: their marks are no links, and their words stand where "
        "they were copied."
    ),
    Loss.COMMENTS: ngettext_lazy(
        "%(count)d comment was left out.",
        "%(count)d comments were left out.",
        "count",
    ),
    Loss.DELETIONS: ngettext_lazy(
        "%(count)d passage that was marked as deleted was left out.",
        "%(count)d passages that were marked as deleted were left out.",
        "count",
    ),
    Loss.STRUCK: ngettext_lazy(
        "%(count)d passage was struck through and is ordinary text now: check whether it is "
        "meant to stand.",
        "%(count)d passages were struck through and are ordinary text now: check whether they "
        "are meant to stand.",
        "count",
    ),
    Loss.EMPHASIS: gettext_lazy("Italics and underlining became ordinary text."),
    Loss.HEADING_LEVELS: gettext_lazy("Headings of several levels became headings of one level."),
    Loss.HEADINGS: ngettext_lazy(
        "%(count)d heading became an ordinary paragraph: headings have no place here.",
        "%(count)d headings became ordinary paragraphs: headings have no place here.",
        "count",
    ),
    Loss.LISTS: ngettext_lazy(
        "%(count)d list became ordinary lines: lists have no place here.",
        "%(count)d lists became ordinary lines: lists have no place here.",
        "count",
    ),
    Loss.MERGED_CELLS: ngettext_lazy(
        "%(count)d table had merged cells. Each of the cells now has the text that they shared.",
        "%(count)d tables had merged cells. Each of the cells now has the text that they shared.",
        "count",
    ),
    Loss.RAISED_IN_CALC: gettext_lazy(
        "LibreOffice Calc copies 10³ as 103: check the superscripts and subscripts in the table."
    ),
    Loss.PLAIN_LINKS: ngettext_lazy(
        "%(count)d link in a heading or a table became plain words.",
        "%(count)d links in headings or tables became plain words.",
        "count",
    ),
    Loss.TABLES: ngettext_lazy(
        "%(count)d table became ordinary lines, one for each row: tables have no place here.",
        "%(count)d tables became ordinary lines, one for each row: tables have no place here.",
        "count",
    ),
    Loss.LARGE_TABLES: ngettext_lazy(
        "%(count)d table was left out because it is too large to be read on a page. Offer it "
        "as a document to download.",
        "%(count)d tables were left out because they are too large to be read on a page. "
        "Offer them as documents to download.",
        "count",
    ),
    Loss.PARAGRAPHS: ngettext_lazy(
        "%(count)d paragraph was put into this one text.",
        "%(count)d paragraphs were put into this one text, which translates one text of the "
        "source. If they belong to several texts, undo and paste them one by one.",
        "count",
    ),
}


def messages(losses: Losses) -> Iterator[str]:
    """A sentence or two for each loss, in the order in which they matter."""
    for loss in Loss:
        if losses[loss]:
            yield str(IN_WORDS[loss] % {"count": losses[loss]})
