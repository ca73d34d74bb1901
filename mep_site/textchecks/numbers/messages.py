"""The check of numbers, dates and units by value, and how it tells what it found."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from mep_site.textchecks.findings import TextPair
from mep_site.translations.languages import authoritative

from .comparison import Difference, differences
from .readers import grammar_of, values_in
from .values import NumberValue, ValueKind


def look(pair: TextPair) -> Iterator[tuple[Any, str, str]]:
    """What the translation says of numbers, dates and units that the Chinese does not say."""
    if not grammar_of(pair.language) or not pair.source.strip() or not pair.target.strip():
        return
    found = differences(
        pair.source,
        pair.target,
        values_in(pair.source, authoritative()),
        values_in(pair.target, pair.language),
    )
    for each in found:
        source = each.source.text if each.source else ""
        target = each.target.text if each.target else ""
        yield _sentence(each), source, target


def told(value: NumberValue) -> str:
    """A value as the reader of the message writes it."""
    if value.kind == ValueKind.DATE:
        return "-".join(str(part) for part in value.date.parts.values())
    return _number(value.number)


def _number(number: Fraction) -> str:
    if number.denominator == 1:
        return number_format(int(number), use_l10n=True, force_grouping=True)
    return str(number_format(float(number), use_l10n=True))


def _in_words(difference: Difference) -> str:
    source, target = difference.source, difference.target
    if source and target:
        return _(
            "The Chinese says %(source)s (%(chinese)s), the translation says %(target)s"
            " (%(translation)s)."
        ) % {
            "source": told(source),
            "chinese": source.text,
            "target": told(target),
            "translation": target.text,
        }
    if source:
        return _("The Chinese says %(source)s (%(chinese)s), the translation does not.") % {
            "source": told(source),
            "chinese": source.text,
        }
    return _("The translation says %(target)s (%(translation)s), the Chinese does not.") % {
        "target": told(target),
        "translation": target.text,
    }


_sentence = lazy(_in_words, str)
