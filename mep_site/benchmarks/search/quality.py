"""How good the answers are: recall at five, mean reciprocal rank, empty answers; beside stock."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from wagtail.search.backends import get_search_backend
from wagtail.search.index import SearchField, get_indexed_models

from mep_site.core.models import BasePage
from mep_site.search.analysis.index_terms import phrases_in
from mep_site.search.answers.requests import SearchRequest
from mep_site.search.answers.searching import answer
from mep_site.search.models import Entry
from mep_site.search.query.expressions import Expression, any_of
from mep_site.translations.content.content import Content
from mep_site.translations.languages import get_language, languages

from .judged import Judged

STOCK = "modelsearch.backends.database"
LOOKED_AT = 5
RANKED = 20
SAMPLES = 500

Search = Callable[[str, str], list[str]]
Answers = list[tuple[Judged, list[str]]]


@dataclass
class RetrievalQuality:
    """The sums over a group of queries."""

    queries: int = 0
    recall: float = 0
    reciprocal: float = 0
    empty: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, judged: Judged, found: list[str]) -> None:
        """Add what a search found for a query: addresses, the best first."""
        right = [any(path.endswith(f"/{end}/") for end in judged.answers) for path in found]
        self.queries += 1
        self.recall += sum(right[:LOOKED_AT]) / min(LOOKED_AT, len(judged.answers))
        self.reciprocal += 1 / (right.index(True) + 1) if any(right) else 0
        self.empty += not found
        if not any(right[:LOOKED_AT]):
            self.failed.append(judged.query)

    def cells(self) -> list[str]:
        """Queries, recall at five, mean reciprocal rank, empty answers."""
        recall, reciprocal = self.recall / self.queries, self.reciprocal / self.queries
        return [str(self.queries), f"{recall:.2f}", f"{reciprocal:.2f}", str(self.empty)]


def answered(queries: Iterable[Judged], search: Search) -> Answers:
    """What a search finds for each of the queries."""
    return [(judged, search(judged.language, judged.query)) for judged in queries]


def scores(answers: Answers, group: Callable[[Judged], str]) -> dict[str, RetrievalQuality]:
    """The score of the answers for each group of queries."""
    found: dict[str, RetrievalQuality] = {}
    for judged, paths in answers:
        found.setdefault(group(judged), RetrievalQuality()).add(judged, paths)
    return found


def ours(code: str, text: str) -> list[str]:
    """The addresses that our search page lists, in its order."""
    parameters = QueryDict(mutable=True)
    parameters["q"] = text
    found = answer(SearchRequest.from_parameters(parameters, get_language(code)))
    others = [hit for group in found.others for hit in group.hits]
    hits = [*found.main.hits, *others, *found.partial]
    return _addresses([int(hit.entry.object_id) for hit in hits if _is_page(hit)][:RANKED])


def _is_page(hit: Any) -> bool:
    return "under=" in hit.entry.marks


def found_by_wagtail(code: str, text: str) -> list[str]:
    """The addresses that Wagtail's own database search finds, with every text of a page indexed."""
    try:
        found = get_search_backend(STOCK).search(text, BasePage.objects.live())[:RANKED]
        return [page.url_path for page in found]
    except Exception:
        return []


def _addresses(keys: list[int]) -> list[str]:
    paths = dict(BasePage.objects.filter(pk__in=keys).values_list("pk", "url_path"))
    return [paths[key] for key in dict.fromkeys(keys) if key in paths]


@contextmanager
def stock_index() -> Iterator[None]:
    """Everything that our index has, in Wagtail's own too."""
    models = [model for model in get_indexed_models() if issubclass(model, BasePage)]
    BasePage.every_text = property(_every_text)
    before = BasePage.search_fields
    BasePage.search_fields = [*before, SearchField("every_text")]
    try:
        backend = get_search_backend(STOCK)
        for model in models:
            pages = [page for page in model.objects.filter(depth__gt=1) if type(page) is model]
            backend.add_bulk(model, [page for page in pages if page.specific_class is model])
        yield
    finally:
        BasePage.search_fields = before
        del BasePage.every_text


def _every_text(page: BasePage) -> str:
    content = Content.of(page)
    return "\n".join(text for language in languages() for text in content.texts(language).values())


def found_substrings() -> tuple[int, int]:
    """Of how many pieces of Chinese texts the page is found that they stand on, and of how many."""
    choose = random.Random(6)  # noqa: S311 - the same pieces every time
    entries = list(Entry.objects.filter(is_public=True, language="zh-hans").order_by("pk"))
    found = 0
    for _ in range(SAMPLES):
        entry = choose.choice(entries)
        text = entry.text or entry.title
        length = choose.randint(2, 8)
        start = choose.randrange(max(1, len(text) - length))
        piece = text[start : start + length]
        matching = Entry.objects.matching(_phrase(piece)) if _phrase(piece) else None
        found += matching is None or matching.filter(pk=entry.pk).exists()
    return found, SAMPLES


def _phrase(piece: str) -> Expression | None:
    phrases = phrases_in(piece)
    return any_of(phrases) if phrases else None
