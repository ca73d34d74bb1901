"""All checks, in the order in which their findings are shown.

Each has a name that programs use, its words for people, where its rule comes from, what follows
from a finding until an administrator decides otherwise, and the function that looks.
"""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import numbers
from .findings import FindingSeverity, TextCheck
from .looking import (
    letters,
    naming,
    omissions,
    punctuation,
    quotations,
    references,
    structure,
    whole_texts,
)

BLOCKING, WARNING = FindingSeverity.BLOCKING, FindingSeverity.WARNING

HOUSE = _("Rule of this site")
GB_15834 = "GB/T 15834—2011"
HART = "New Hart’s Rules, ch. 4 and 9"
ROSENTHAL = _("Rules of Russian spelling and punctuation (1956; Lopatin, 2006)")

CHECKS: Sequence[TextCheck] = (
    TextCheck(
        name="empty",
        label=_("Not translated"),
        explanation=_("The Chinese has a text and the translation has none."),
        source=HOUSE,
        severity=WARNING,
        look=whole_texts.is_missing,
        asks_for_both=False,
    ),
    TextCheck(
        name="surplus",
        label=_("Missing in Chinese"),
        explanation=_("The translation has a text and the Chinese, which prevails, has none."),
        source=HOUSE,
        severity=WARNING,
        look=whole_texts.lacks_chinese,
        asks_for_both=False,
    ),
    TextCheck(
        name="untranslated",
        label=_("Same as the Chinese"),
        explanation=_("The translation was filled with the Chinese text."),
        source=HOUSE,
        severity=BLOCKING,
        look=whole_texts.is_untranslated,
        says_all=True,
    ),
    TextCheck(
        name="language",
        label=_("Wrong language"),
        explanation=_("The text is in another language than that of the page."),
        source="WCAG 2.2, 3.1.1–3.1.2",
        severity=BLOCKING,
        look=whole_texts.is_in_another_language,
        says_all=True,
    ),
    TextCheck(
        name="length",
        label=_("Unusual length"),
        explanation=_("Much shorter or longer than translations of Chinese of that length are."),
        source=HOUSE,
        severity=WARNING,
        look=omissions.has_unusual_length,
    ),
    TextCheck(
        name="numbers",
        label=_("Numbers, dates and units"),
        explanation=_("A number, date, time or amount has another value than in Chinese."),
        source=_("GB/T 15835-2011; values are compared, not digits"),
        severity=WARNING,
        look=numbers.look,
    ),
    TextCheck(
        name="enumerations",
        label=_("Counted items"),
        explanation=_("A sentence says how many it lists; what it lists is something else."),
        source=HOUSE,
        severity=WARNING,
        look=structure.miscounts,
    ),
    TextCheck(
        name="lists",
        label=pgettext_lazy("check", "Lists"),
        explanation=_("A list of the translation has more or fewer items than in Chinese."),
        source=HOUSE,
        severity=WARNING,
        look=structure.has_other_lists,
    ),
    TextCheck(
        name="tables",
        label=_("Tables"),
        explanation=_("A table of the translation has more or fewer rows or columns."),
        source=HOUSE,
        severity=WARNING,
        look=structure.has_other_tables,
    ),
    TextCheck(
        name="forbidden",
        label=_("Forbidden renderings"),
        explanation=_("A rendering that the base of terms forbids."),
        source="GB/T 30240; GB/T 35302—2017",
        severity=BLOCKING,
        look=naming.has_forbidden_terms,
    ),
    TextCheck(
        name="terms",
        label=_("Names and terms"),
        explanation=_("A name, country or term is not rendered as the base of terms has it."),
        source="GB/T 30240; GB/T 35302—2017",
        severity=WARNING,
        look=naming.has_other_terms,
    ),
    TextCheck(
        name="quotations",
        label=_("Quotations"),
        explanation=_("Words that the Chinese quotes are not marked as a quotation."),
        source=GB_15834,
        severity=WARNING,
        look=quotations.loses_quotations,
    ),
    TextCheck(
        name="links",
        label=_("Links"),
        explanation=_("A link of the Chinese is missing, or there is one that it has not."),
        source=HOUSE,
        severity=WARNING,
        look=references.loses_links,
    ),
    TextCheck(
        name="emails",
        label=_("E-mail addresses"),
        explanation=_("An e-mail address is missing, or another one."),
        source=HOUSE,
        severity=WARNING,
        look=references.loses_emails,
    ),
    TextCheck(
        name="telephones",
        label=_("Telephone numbers"),
        explanation=_("A telephone number is missing, or another one, however it is written."),
        source="ITU-T E.123; RFC 3966",
        severity=WARNING,
        look=references.loses_telephones,
    ),
    TextCheck(
        name="addresses",
        label=_("Postal addresses"),
        explanation=_("Only one of the texts has a postal address."),
        source=HOUSE,
        severity=WARNING,
        look=references.loses_addresses,
    ),
    TextCheck(
        name="chinese",
        label=_("Chinese left over"),
        explanation=_("Chinese characters in a translation; a gloss in brackets is none."),
        source=HOUSE,
        severity=BLOCKING,
        look=letters.has_chinese_left,
    ),
    TextCheck(
        name="lookalikes",
        label=_("Letters that look alike"),
        explanation=_("Latin letters in a Cyrillic word, or the reverse: search can’t find it."),
        source="Unicode UTS #39",
        severity=BLOCKING,
        look=letters.has_lookalikes,
    ),
    TextCheck(
        name="mixture",
        label=_("Mixed languages in Chinese"),
        explanation=_("Words of another language in the middle of a Chinese sentence."),
        source=_("Law on the Standard Spoken and Written Chinese Language, Art. 11"),
        severity=WARNING,
        look=letters.has_mixed_chinese,
        asks_for_both=False,
    ),
    TextCheck(
        name="endings",
        label=_("Ends of sentences"),
        explanation=_("The sign at the end of the sentence is missing, or another one."),
        source=HOUSE,
        severity=WARNING,
        look=punctuation.lacks_final_sign,
    ),
    TextCheck(
        name="punctuation",
        label=_("Doubled signs"),
        explanation=_("A sign stands twice, or after a space."),
        source=ROSENTHAL,
        severity=WARNING,
        look=punctuation.has_doubled_signs,
    ),
    TextCheck(
        name="brackets",
        label=_("Brackets"),
        explanation=_("A bracket or quotation mark that is not closed, or not opened."),
        source=ROSENTHAL,
        severity=WARNING,
        look=punctuation.has_unbalanced_brackets,
    ),
    TextCheck(
        name="quotes",
        label=_("Quotation marks"),
        explanation=_("Quotation marks of another language: English has “”, Russian «»."),
        source=HART,
        severity=WARNING,
        look=punctuation.has_foreign_quotation_marks,
    ),
    TextCheck(
        name="width",
        label=_("Full-width signs"),
        explanation=_("Full-width signs of Chinese in a text that is not Chinese."),
        source=GB_15834,
        severity=WARNING,
        look=punctuation.has_wide_signs,
    ),
)

BY_NAME = {check.name: check for check in CHECKS}
