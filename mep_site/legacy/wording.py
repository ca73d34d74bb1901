"""Kinds, roles, anomalies and refusals in words of the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .phrases.document_kinds import DocumentKind
from .reading.refusals import Reason
from .structure.doubts import Code, Severity
from .structure.segments import Role, Transformation

Words = str | Promise

KINDS: dict[DocumentKind, Words] = {
    DocumentKind.DEPARTMENT: _("department"),
    DocumentKind.INSTITUTION: _("subordinate institution"),
    DocumentKind.ACTIVITY: _("leader’s activity"),
    DocumentKind.NEWS: _("news article"),
    DocumentKind.POLICY: _("policy article"),
    DocumentKind.BROCHURE: _("cooperation brochure"),
    DocumentKind.DIRECTORY: _("directory"),
    DocumentKind.CALENDAR: _("calendar of events"),
    DocumentKind.REPORT: _("report chapter"),
    DocumentKind.PRESS_CONFERENCE: _("press conference"),
    DocumentKind.UNKNOWN: _("unknown kind"),
}

SEVERITIES: dict[Severity, Words] = {
    Severity.ERROR: pgettext_lazy("severity", "serious"),
    Severity.WARNING: pgettext_lazy("severity", "doubtful"),
    Severity.NOTE: pgettext_lazy("severity", "note"),
}

CODES: dict[Code, Words] = {
    Code.NUMBERING: _("The numbers of a list repeat or leave a gap; its order was kept."),
    Code.LIST_BREAKS_OFF: _("A list breaks off."),
    Code.TEXT_BREAKS_OFF: _("The text breaks off."),
    Code.COPYRIGHT_SIGN: _("A question mark stands where a © stood."),
    Code.MIXED_LANGUAGES: _("A sentence mixes languages."),
    Code.EMPTY_HEADING: _("A heading has no content."),
    Code.DATE_WITHOUT_YEAR: _("A date has no year; none was added."),
    Code.RELATIVE_DATE: _("A date can only be understood on the day of the text."),
    Code.AMBIGUOUS_DATE: _("A date can be read in two ways; the page stays undated."),
    Code.DATE_IN_FRAME: _("A date stands beside the text; the page stays undated."),
    Code.AMBIGUOUS_TELEPHONE: _("A telephone number cannot be dialled as it stands."),
    Code.NUMBER_DIFFERS: _("A number differs between languages."),
    Code.DATE_DIFFERS: _("The dates of a quotation differ between languages."),
    Code.COUNT_DIFFERS: _("The stated number does not match the list."),
    Code.UNTRANSLATED: _("A paragraph has no counterpart in the other language."),
    Code.DOUBTFUL_PAIR: _("Two texts may not belong together: their lengths differ much."),
    Code.DAMAGED_CHARACTER: _("A character is damaged."),
    Code.MOJIBAKE: _("A line was saved in a wrong encoding."),
    Code.PINYIN: _("Chinese is spelled out in Latin letters; its characters are missing."),
    Code.NO_TITLE: _("The page has no title; a provisional one was set."),
    Code.UNKNOWN_KIND: _("The kind of document was not recognised; it became a standard page."),
    Code.NO_FIELD: _("There is no field for this text; it stays in the capture."),
    Code.UNKNOWN_STATE: _("A name is not in the table of country names."),
    Code.STATES_DIFFER: _("A name means different states in different languages."),
    Code.INDEX_EXISTS: _("An index page exists already; the brochure’s title was left out."),
}

REASONS: dict[Reason, Words] = {
    Reason.NOT_READABLE: _("The file cannot be read. Check that it exists and may be opened."),
    Reason.EMPTY: _("The file is empty. Save the page of the old site again."),
    Reason.BINARY: _("The file is no text file. Save the page of the old site as text."),
    Reason.NOT_WHOLE: _("The file could not be stored without loss. Save it again in UTF-8."),
    Reason.NO_HOME_PAGE: _("The site has no home page. Make one before you import."),
    Reason.INVALID: _("A text does not fit into its field. Shorten it in a copy of the file."),
    Reason.TOO_LONG: _("The capture is too long for one page. Divide it into several files."),
    Reason.NO_PAGE: _("Nothing in the file makes a page. Check that its text is complete."),
    Reason.FAULT: _(
        "The importer failed at this file, and nothing of it was imported. "
        "Send the file and these words to whoever looks after the site."
    ),
}

ROLES: dict[Role, Words] = {
    Role.BREADCRUMB: _("breadcrumb"),
    Role.SECTION_LABEL: _("section label"),
    Role.MASTHEAD: _("masthead"),
    Role.HOT_KEYWORDS: _("hot keywords"),
    Role.WIDGETS: _("print and font-size widgets"),
    Role.NAVIGATION: _("navigation"),
    Role.ADDRESS_LINE: _("address of the page"),
    Role.PRECEDENCE: _("disclaimer"),
    Role.COPYRIGHT: _("copyright"),
    Role.REGISTRATION: _("registration number"),
    Role.RIGHTS: _("rights"),
    Role.FOOTER: _("footer"),
    Role.TITLE: _("title"),
    Role.HEADING: _("heading"),
    Role.PARAGRAPH: _("paragraph"),
    Role.ITEM: _("list item"),
    Role.CELL: _("table cell"),
    Role.CAPTION: _("caption"),
    Role.BYLINE: _("byline"),
    Role.QUOTATION: _("quotation"),
    Role.SOURCE: _("source of a quotation"),
    Role.NAME: _("name"),
    Role.CONTACT: _("contact detail"),
    Role.DATE: _("date"),
    Role.SECTION: _("heading that a field replaces"),
    Role.LABEL: _("label that a field replaces"),
    Role.MARKER: _("mark or separator"),
    Role.UNPLACED: _("text without a field"),
}

TRANSFORMATIONS: dict[Transformation, Words] = {
    Transformation.UNWRAP: _("Join lines that were broken"),
    Transformation.STRIP_MARKER: _("Leave out the marks of lists"),
    Transformation.STRIP_EMPHASIS: _("Leave out the asterisks of italics"),
    Transformation.STRIP_QUOTES: _("Leave out quotation marks around quotations"),
}
