"""A model on this very server, by Argos Translate over CTranslate2: no text leaves it.

The package ``argostranslate`` and its models are installed by who runs the server. Without them the
engine says so, and asks for nothing.
"""

import re
from html import escape, unescape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mep_site.translations.languages import Language

from .engine import EngineError, TranslationRequest

MARKS = re.compile(r"(<[^<>]*>)")


class LocalEngine:
    """Translates run by run between the marks, which such models do not know."""

    name = "local"
    label = gettext_lazy("Model on this server (Argos Translate)")
    recipient = ""

    @property
    def version(self) -> str:
        """The version of the program; its models have none that could be asked."""
        return import_module("argostranslate").__version__ if _is_installed() else ""

    def refusal(self, source: Language, target: Language) -> str:
        if not _is_installed():
            return _("The package argostranslate is not installed on this server.")
        if not _translation(source, target):
            return _("Argos Translate has no model for this pair of languages on this server.")
        return ""

    def translate(self, request: TranslationRequest) -> list[str]:
        """Each text, with its marks where they were; terms can't be told to such a model."""
        model = _translation(request.source, request.target)
        try:
            return [_between_marks(text, model) for text in request.texts]
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(_("The model on this server could not translate this.")) from error


def _is_installed() -> bool:
    return find_spec("argostranslate") is not None


def _translation(source: Language, target: Language) -> Any:
    """The model of a pair, or of two over English; ``None`` without one."""
    codes = (language.tag.partition("-")[0] for language in (source, target))
    try:
        return import_module("argostranslate.translate").get_translation_from_codes(*codes)
    except AttributeError:
        # Of a language of which it knows nothing, the package asks for attributes.
        return None


def _between_marks(text: str, model: Any) -> str:
    return "".join(
        part if MARKS.fullmatch(part) or not part.strip() else _run(part, model)
        for part in MARKS.split(text)
    )


def _run(text: str, model: Any) -> str:
    return escape(model.translate(unescape(text)), quote=False)
