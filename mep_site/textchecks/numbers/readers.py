"""Which grammar reads which language, and the values of a text."""

from mep_site.translations.languages import Language

from .chinese.grammar import CHINESE
from .english.grammar import ENGLISH
from .reading import Grammar, read_values
from .russian.grammar import RUSSIAN
from .values import NumberValue

GRAMMARS = {"zh-hans": CHINESE, "en": ENGLISH, "ru": RUSSIAN}


def grammar_of(language: Language) -> Grammar | None:
    """The grammar of a language; none if its numbers cannot be read."""
    return GRAMMARS.get(language.code)


def values_in(text: str, language: Language) -> list[NumberValue]:
    """The values in a plain or rich text, in their order; none in a language without a grammar."""
    grammar = grammar_of(language)
    return read_values(text, grammar) if grammar else []
