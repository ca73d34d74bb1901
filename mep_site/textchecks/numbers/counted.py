"""What is counted: "13 observer states" where some of the thirteen are organisations."""

import re
from collections.abc import Iterator, Sequence

from .values import NumberValue, ValueKind

STATES = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:states|countries|nations)\b|(?:\s[\w-]+){0,2}?\s(?:государств|стран)\w*",
    re.IGNORECASE,
)
STATES_IN_CHINESE = re.compile(
    "(?<![中联合美英法德泰全各我外本])国(?![际务办内外庆企有土标产债防籍旗网发])|国家"
)
ORGANISATIONS = re.compile("组织|联合国|联盟|议会|银行|基金会")
SENTENCE = re.compile("[^。；;！？\n]+")
CLAUSE = re.compile("[^。；;！？：:，,\n]+")


def miscounted(
    source: str, target: str, sources: Sequence[NumberValue], targets: Sequence[NumberValue]
) -> Iterator[tuple[NumberValue, NumberValue]]:
    """Numbers that count states in the translation, and in the Chinese more than states."""
    for value in targets:
        if value.kind == ValueKind.COUNT and STATES.match(target, value.end):
            partners = [each for each in sources if each.number == value.number]
            if partners and all(_counts_others(source, each) for each in partners):
                yield partners[0], value


def _counts_others(source: str, value: NumberValue) -> bool:
    """Whether no state is said to be counted, and organisations are listed."""
    clause = _around(CLAUSE, source, value)
    sentence = _around(SENTENCE, source, value)
    return not STATES_IN_CHINESE.search(clause) and bool(ORGANISATIONS.search(sentence))


def _around(pattern: re.Pattern[str], text: str, value: NumberValue) -> str:
    return next((found[0] for found in pattern.finditer(text) if found.end() >= value.end), "")
