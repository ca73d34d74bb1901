"""What the interface says of a language by its name: whole sentences, one for each language.

A name cannot be put into a sentence as it stands, because grammar bends it. A language without
sentences of its own is named behind a colon, in its own words.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from .lookup import Language


@dataclass(frozen=True)
class Sentences:
    """The sentences about one language.

    ``group`` is what those are called who write its texts. ``permissions`` are the names of its
    permissions, to edit, to submit and to publish, as Django stores them; the admin asks gettext
    for each when it shows it.
    """

    language_of_a_document: Promise | str
    group: Promise
    not_available: Promise
    withdrawn: Promise
    passage_lacking: Promise
    part_of_passage_lacking: Promise
    read_beside: Promise
    shown_alone: Promise
    only_results: Promise
    further_results: Promise
    newest: Promise
    permissions: tuple[str, ...] = ()


SENTENCES = {
    "zh-hans": Sentences(
        language_of_a_document=pgettext_lazy("language of a document", "Chinese"),
        group=pgettext_lazy("group", "Editors (Chinese)"),
        not_available=_("This page is not available in Chinese"),
        withdrawn=_("The Chinese text was withdrawn on %(date)s."),
        passage_lacking=_("This passage is not in the Chinese text."),
        part_of_passage_lacking=_("Part of this passage is not in the Chinese text."),
        read_beside=_("Read alongside the Chinese text"),
        shown_alone=_("Show the Chinese text alone"),
        only_results=_("These are the results in Chinese."),
        further_results=_("Also in Chinese"),
        newest=_("New in Chinese"),
        permissions=(
            gettext_noop("Can edit texts in zh-hans"),
            gettext_noop("Can submit texts in zh-hans"),
            gettext_noop("Can publish texts in zh-hans"),
        ),
    ),
    "en": Sentences(
        language_of_a_document=pgettext_lazy("language of a document", "English"),
        group=pgettext_lazy("group", "Translators (English)"),
        not_available=_("This page is not available in English"),
        withdrawn=_("The English text was withdrawn on %(date)s."),
        passage_lacking=_("This passage is not in the English text."),
        part_of_passage_lacking=_("Part of this passage is not in the English text."),
        read_beside=_("Read alongside the English text"),
        shown_alone=_("Show the English text alone"),
        only_results=_("These are the results in English."),
        further_results=_("Also in English"),
        newest=_("New in English"),
        permissions=(
            gettext_noop("Can edit texts in en"),
            gettext_noop("Can submit texts in en"),
            gettext_noop("Can publish texts in en"),
        ),
    ),
    "ru": Sentences(
        language_of_a_document=pgettext_lazy("language of a document", "Russian"),
        group=pgettext_lazy("group", "Translators (Russian)"),
        not_available=_("This page is not available in Russian"),
        withdrawn=_("The Russian text was withdrawn on %(date)s."),
        passage_lacking=_("This passage is not in the Russian text."),
        part_of_passage_lacking=_("Part of this passage is not in the Russian text."),
        read_beside=_("Read alongside the Russian text"),
        shown_alone=_("Show the Russian text alone"),
        only_results=_("These are the results in Russian."),
        further_results=_("Also in Russian"),
        newest=_("New in Russian"),
        permissions=(
            gettext_noop("Can edit texts in ru"),
            gettext_noop("Can submit texts in ru"),
            gettext_noop("Can publish texts in ru"),
        ),
    ),
}

OF_ANY_LANGUAGE = Sentences(
    language_of_a_document="%(language)s",
    group=pgettext_lazy("group", "Translators: %(language)s"),
    not_available=_("This page is not available in this language: %(language)s"),
    withdrawn=_("The text in this language was withdrawn on %(date)s: %(language)s"),
    passage_lacking=_("This passage is not in the text in this language: %(language)s"),
    part_of_passage_lacking=_(
        "Part of this passage is not in the text in this language: %(language)s"
    ),
    read_beside=_("Read alongside the text in this language: %(language)s"),
    shown_alone=_("Show the text in this language alone: %(language)s"),
    only_results=_("These are the results in this language: %(language)s"),
    further_results=_("Also in this language: %(language)s"),
    newest=_("New in this language: %(language)s"),
)


def sentence_about(language: Language, name: str, **values: Any) -> str:
    """A sentence about a language, in the active language; ``name`` is a field of ``Sentences``."""
    template = getattr(SENTENCES.get(language.code, OF_ANY_LANGUAGE), name)
    return str(template) % {"language": language.name, **values}


lazy_sentence_about = lazy(sentence_about, str)
