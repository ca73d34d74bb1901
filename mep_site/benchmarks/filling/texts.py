"""Texts of articles: the sentences of the demo in another order.

Every word of a query stands on thousands of articles then: a harder task for the search than the
ministry's own pages would be.
"""

import json
import random
from dataclasses import dataclass, field
from html import escape
from typing import Any
from uuid import UUID

from mep_site.search.models import Entry
from mep_site.translations.languages import Language, languages

LENGTHS_OF_SENTENCES = range(21, 500)
LONGEST_TITLE = 80
# As many as the demo's own articles have, and some that are as long as a report.
PARAGRAPHS = (4, 6, 7, 8, 9, 10, 12, 16)


@dataclass
class Texts:
    """Sentences by the code of their language: those that are in the index when it is made."""

    sentences: dict[str, list[str]] = field(
        default_factory=lambda: {each.code: _sentences(each) for each in languages()}
    )

    def choose(
        self, choose: random.Random, present: tuple[Language, ...]
    ) -> dict[Language, dict[str, Any]]:
        """Title, summary and text in each of these languages, by column."""
        number = choose.choice(PARAGRAPHS)
        keys = [str(UUID(int=choose.getrandbits(128), version=4)) for _ in range(number)]
        return {language: self._columns(language, choose, keys) for language in present}

    def _columns(
        self, language: Language, choose: random.Random, keys: list[str]
    ) -> dict[str, Any]:
        title, summary, *body = choose.sample(self.sentences[language.code], len(keys) + 2)
        blocks = [
            {"type": "paragraph", "value": f"<p>{escape(text)}</p>", "id": key}
            for key, text in zip(keys, body, strict=True)
        ]
        return {
            language.column("title"): title[:LONGEST_TITLE],
            language.column("summary"): summary,
            language.column("body"): json.dumps(blocks),
        }


def _sentences(language: Language) -> list[str]:
    texts = Entry.objects.filter(language=language.code, is_public=True)
    lines = {line for text in texts.values_list("text", flat=True) for line in text.splitlines()}
    return sorted(line for line in lines if len(line) in LENGTHS_OF_SENTENCES)
