"""Lets an OpenSearch cluster find the entries, where one database is no longer enough.

Off unless ``OPENSEARCH_URL`` is set. The database keeps the entries, ranks them and is asked where
the cluster does not answer; the cluster has their terms and marks only, divided at spaces, so that
no node needs a plugin for a language. Requests and responses follow OpenSearch's documented API
(``_bulk``, ``_msearch``, ``_aliases``); they were tested against recorded answers and have not been
run against a server.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any as Json
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from ..models import Entry
from ..query.expressions import (
    AllOf,
    AnyOf,
    Expression,
    HasMark,
    Match,
    Wanted,
    Without,
    all_of,
    mark,
)

logger = logging.getLogger(__name__)

# An alias: each full indexing fills an index of its own.
INDEX = "search-entries"
TIMEOUT_SECONDS = 2
AT_ONCE = 500
MOST_EXPANSIONS = 200
FIELDS = ("title_terms", "terms")
TERMS = {"type": "text", "analyzer": "terms", "norms": False}
DEFINITION = {
    "settings": {
        "analysis": {"analyzer": {"terms": {"type": "custom", "tokenizer": "whitespace"}}}
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "id": {"type": "long"},
            "marks": {"type": "keyword"},
            "date": {"type": "keyword"},
            **dict.fromkeys(FIELDS, TERMS),
        },
    },
}


class ClusterError(Exception):
    """The cluster did not answer, or answered that it failed."""


def is_used() -> bool:
    """Whether a cluster is asked at all."""
    return bool(settings.SEARCH_OPENSEARCH_URL)


# Requests


def query(expression: Expression) -> dict[str, Json]:
    """The expression in OpenSearch's query language."""
    match expression:
        case Match():
            return _match(expression)
        case HasMark(value):
            return {"term": {"marks": value}}
        case AllOf(parts):
            return {"bool": {"filter": [query(part) for part in parts]}}
        case AnyOf(parts):
            return _any([query(part) for part in parts]) if parts else {"match_none": {}}
        case Without(wanted, unwanted):
            return {"bool": {"filter": [query(wanted)], "must_not": [query(unwanted)]}}
    raise TypeError(f"{expression!r} is no expression.")


def _match(match: Match) -> dict[str, Json]:
    fields = FIELDS[:1] if match.in_title else FIELDS
    text = " ".join(match.phrase.terms)
    if not match.phrase.is_prefix:
        return _any([{"match_phrase": {field: text}} for field in fields])
    if len(match.phrase.terms) == 1:
        return _any([{"prefix": {field: text}} for field in fields])
    options = {"query": text, "max_expansions": MOST_EXPANSIONS}
    return _any([{"match_phrase_prefix": {field: options}} for field in fields])


def _any(queries: list[Json]) -> dict[str, Json]:
    return {"bool": {"should": queries, "minimum_should_match": 1}}


def search_lines(wanted: Iterable[Wanted]) -> str:
    """The body of ``_msearch``: the newest entries for each expression, as many as are wanted."""
    lines: list[Json] = []
    for each in wanted:
        lines += [
            {"index": INDEX},
            {
                "query": query(all_of([each.expression, HasMark(mark("public", each.language))])),
                "sort": [*([{"date": "desc"}] if each.by_date else []), {"id": "desc"}],
                "size": each.limit,
                "_source": False,
                "track_total_hits": False,
            },
        ]
    return _lines(lines)


def bulk_lines(entries: Iterable[Entry], gone: Iterable[int] = (), index: str = INDEX) -> str:
    """The body of ``_bulk``: entries to be stored, and primary keys of those to be removed."""
    lines: list[Json] = [{"delete": {"_index": index, "_id": str(pk)}} for pk in gone]
    for entry in entries:
        lines += [
            {"index": {"_index": index, "_id": str(entry.pk)}},
            {
                "id": entry.pk,
                "title_terms": entry.title_terms,
                "terms": entry.terms,
                "marks": entry.marks.split(),
                "date": entry.date,
            },
        ]
    return _lines(lines)


def _lines(lines: Iterable[Json]) -> str:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


# Responses


def found(response: dict[str, Json]) -> list[tuple[int, ...]]:
    """The primary keys in an answer of ``_msearch``; ``ClusterError`` if a search failed."""
    answers = response["responses"]
    for answer in answers:
        if "error" in answer or answer.get("timed_out"):
            raise ClusterError(str(answer.get("error", "timed out")))
    return [tuple(int(hit["_id"]) for hit in answer["hits"]["hits"]) for answer in answers]


def check_stored(response: dict[str, Json]) -> None:
    """``ClusterError`` if an answer of ``_bulk`` says that something was not stored."""
    results = [result for item in response["items"] for result in item.values()]
    refused = [result for result in results if "error" in result]
    if refused:
        raise ClusterError(str(refused[0]["error"]))


# The cluster


def newest_in_cluster(wanted: Sequence[Wanted]) -> list[tuple[int, ...]]:
    """The newest entries for each of the expressions; ``ClusterError`` if there is no answer."""
    return found(_send("POST", "_msearch", search_lines(wanted)))


def store(entries: Iterable[Entry], gone: Iterable[int] = (), index: str = INDEX) -> None:
    """Store and remove entries; what fails is logged, and mended by the next full indexing."""
    body = bulk_lines(entries, gone, index)
    try:
        if body:
            check_stored(_send("POST", "_bulk", body))
    except ClusterError:
        logger.exception("The search cluster did not take a change of the index.")


def store_all(entries: QuerySet[Entry]) -> None:
    """Store all of these entries, as many at a time as are sent together."""
    for chunk in _chunks(entries.order_by("pk")):
        store(chunk)


def store_everything() -> None:
    """Fill a new index from the database; it takes the place of the old one in one step.

    ``ClusterError`` if the cluster refuses the new index or the change.
    """
    name = f"{INDEX}-{timezone.now():%Y%m%d%H%M%S%f}"
    _send("PUT", name, json.dumps(DEFINITION))
    last = 0
    for chunk in _chunks(Entry.objects.order_by("pk")):
        store(chunk, index=name)
        last = chunk[-1].pk
    actions = [
        *({"remove_index": {"index": each}} for each in _indexes()),
        {"add": {"index": name, "alias": INDEX}},
    ]
    _send("POST", "_aliases", json.dumps({"actions": actions}))
    # What was published meanwhile went into the old index.
    store_all(Entry.objects.filter(pk__gt=last))


def _indexes() -> list[str]:
    """The names of the indexes that are asked at present; none before the first full indexing."""
    try:
        return sorted(_send("GET", f"_alias/{INDEX}", ""))
    except ClusterError:
        return []


def _chunks(entries: QuerySet[Entry]) -> Iterator[list[Entry]]:
    remaining = entries.iterator(chunk_size=AT_ONCE)
    while chunk := list(islice(remaining, AT_ONCE)):
        yield chunk


class RefusedRedirects(HTTPRedirectHandler):
    """Takes a redirect for an error: what is sent is for the cluster and for nobody else."""

    def redirect_request(self, *args: Json) -> None:
        """Ask nothing of where the answer leads."""


OPENER = build_opener(RefusedRedirects)


def _send(method: str, path: str, body: str) -> dict[str, Json]:
    lines = path.startswith("_")
    request = Request(  # noqa: S310 - an address that the operator has set
        f"{settings.SEARCH_OPENSEARCH_URL.rstrip('/')}/{path}",
        data=body.encode() or None,
        method=method,
        headers={"Content-Type": f"application/{'x-ndjson' if lines else 'json'}"},
    )
    try:
        with OPENER.open(request, timeout=TIMEOUT_SECONDS) as response:
            return json.load(response)
    except (URLError, OSError, ValueError) as reason:
        raise ClusterError(str(reason)) from reason
