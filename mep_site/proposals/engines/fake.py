"""An engine that translates nothing: for tests, and to show in the demo how proposals work."""

import re

from django.utils.translation import gettext_lazy as _

from mep_site.translations.languages import Language

from .engine import TranslationRequest

WORDS = re.compile(r"[^<>]+(?![^<]*>)")


class FakeEngine:
    """Puts the name of the language before the Chinese; the same for the same text, always."""

    name = "fake"
    label = _("Imitation for demonstrations (translates nothing)")
    version = "1"
    recipient = ""

    def refusal(self, source: Language, target: Language) -> str:
        return ""

    def translate(self, request: TranslationRequest) -> list[str]:
        """Each text with a mark before its first words, and its terms as they are approved."""
        return [self._marked(text, request) for text in request.texts]

    def _marked(self, text: str, request: TranslationRequest) -> str:
        for term in request.terms:
            text = text.replace(term.chinese, term.approved[0])
        return WORDS.sub(lambda words: f"[{request.target.code}] {words[0]}", text, count=1)
