"""DeepL, by its API: https://developers.deepl.com/api-reference/translate."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from mep_site.translations.languages import Language

from .calling import in_portions, no_answer, post_json
from .engine import TranslationRequest

# At most 50 texts and 128 KiB are taken at once; a Chinese character has three bytes.
AT_ONCE, CHARACTERS_AT_ONCE = 50, 30_000
# Into English without a country is deprecated.
TARGETS = {"EN": "EN-GB"}


class DeepLEngine:
    """Asks DeepL with the key of the server's environment.

    A glossary would have to be kept there. So terms are sent as context, which is a hint: whether
    they were kept to is for the checks to say.
    """

    name = "deepl"
    label = "DeepL"
    version = "v2"

    @property
    def recipient(self) -> str:
        """The host that receives the texts."""
        return urlsplit(settings.MACHINE_DEEPL_URL).netloc

    def refusal(self, source: Language, target: Language) -> str:
        if settings.MACHINE_DEEPL_KEY:
            return ""
        return _("The server has no key for DeepL: MACHINE_DEEPL_KEY is not set.")

    def translate(self, request: TranslationRequest) -> list[str]:
        """A translation for each text; marks are treated as HTML."""
        return in_portions(
            request.texts,
            lambda texts: self._ask(texts, request),
            count=AT_ONCE,
            length=CHARACTERS_AT_ONCE,
        )

    def _ask(self, texts: Sequence[str], request: TranslationRequest) -> list[str]:
        target = _code(request.target)
        answer = post_json(
            f"{settings.MACHINE_DEEPL_URL}/v2/translate",
            {
                "text": list(texts),
                "source_lang": _code(request.source),
                "target_lang": TARGETS.get(target, target),
                "tag_handling": "html",
                "context": _context(request),
            },
            {"Authorization": f"DeepL-Auth-Key {settings.MACHINE_DEEPL_KEY}"},
        )
        return _translations(answer)


def _code(language: Language) -> str:
    return language.tag.partition("-")[0].upper()


def _context(request: TranslationRequest) -> str:
    return "\n".join(f"{term.chinese} = {term.approved[0]}" for term in request.terms)


def _translations(answer: Any) -> list[str]:
    try:
        return [each["text"] for each in answer["translations"]]
    except (KeyError, TypeError) as error:
        raise no_answer() from error
