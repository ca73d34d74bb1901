"""What a visitor asks for: the address of a search taken apart.

Whatever an address holds is a valid request: parameters that make no sense are left out.
"""

import re
from dataclasses import dataclass, field

from django.http import QueryDict
from wagtail.images import get_image_model

from mep_site.translations.languages import Language, languages

from ..index.result_kinds import result_kind_of
from ..query.expressions import mark
from ..query.parser import LONGEST_QUERY
from ..registry import filters

VALUE = re.compile(r"[a-z0-9_-]{1,40}")
RELEVANCE, DATE = "relevance", "date"


@dataclass(frozen=True)
class SearchRequest:
    """A search in the language ``reader`` of a visitor.

    ``language`` is the one of the results that are listed, ``chosen`` the values of filters. What
    ``is_literal`` is answered as it was typed, though probably something else was meant.
    """

    text: str
    reader: Language
    language: Language
    sort: str = RELEVANCE
    chosen: dict[str, str] = field(default_factory=dict)
    is_literal: bool = False

    @classmethod
    def from_parameters(cls, parameters: QueryDict, reader: Language) -> "SearchRequest":
        """Read the parameters of an address."""
        text = parameters.get("q", "").replace("\0", " ").strip()[:LONGEST_QUERY]
        code = parameters.get("in")
        return cls(
            text=text,
            reader=reader,
            language=next((each for each in languages() if each.code == code), reader),
            sort=DATE if parameters.get("sort") == DATE else RELEVANCE,
            chosen={
                each.name: value
                for each in filters()
                if VALUE.fullmatch(value := parameters.get(each.name, "").lower())
            },
            is_literal="literal" in parameters,
        )

    @property
    def shows_other_languages(self) -> bool:
        """Whether the results in other languages are shown below: not in a list of one of these."""
        return self.language == self.reader

    @property
    def wants_pictures(self) -> bool:
        """Whether nothing but pictures is asked for."""
        return self.chosen.get("type") == result_kind_of(get_image_model()).mark

    @property
    def codes(self) -> list[str]:
        """The languages to look in, the one of the list first."""
        others = [each.code for each in languages() if each != self.language]
        return [self.language.code, *(others if self.shows_other_languages else [])]

    def marks(self) -> tuple[str, ...]:
        """The marks that the filters narrow the results to."""
        offered = {each.name: each.mark for each in filters()}
        return tuple(mark(offered[name], value) for name, value in self.chosen.items())
