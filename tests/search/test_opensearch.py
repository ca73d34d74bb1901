"""The requests to a cluster, and its answers as OpenSearch's documentation records them."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from mep_site.search.answers.finding import Scope, find_hits
from mep_site.search.index import opensearch
from mep_site.search.index.rebuilding import rebuild
from mep_site.search.models import Entry
from mep_site.search.query.expressions import NOTHING, HasMark, Without
from mep_site.search.query.parser import parse_query

from .pages import published

FOUND = {
    "took": 4,
    "responses": [
        {
            "took": 2,
            "timed_out": False,
            "_shards": {"total": 1, "successful": 1, "skipped": 0, "failed": 0},
            "hits": {
                "max_score": None,
                "hits": [
                    {"_index": "search-entries", "_id": "12", "_score": None, "sort": [12]},
                    {"_index": "search-entries", "_id": "7", "_score": None, "sort": [7]},
                ],
            },
            "status": 200,
        },
        {"took": 1, "timed_out": False, "hits": {"max_score": None, "hits": []}, "status": 200},
    ],
}
FAILED = {
    "took": 1,
    "responses": [
        {
            "error": {"type": "index_not_found_exception", "reason": "no such index"},
            "status": 404,
        }
    ],
}
REFUSED = {
    "took": 3,
    "errors": True,
    "items": [
        {"index": {"_index": "search-entries", "_id": "12", "result": "created", "status": 201}},
        {
            "index": {
                "_index": "search-entries",
                "_id": "13",
                "status": 400,
                "error": {"type": "strict_dynamic_mapping_exception", "reason": "not allowed"},
            }
        },
    ],
}


@pytest.fixture
def cluster(settings, monkeypatch):
    """A cluster that notes what it is sent and answers what it is told to."""
    settings.SEARCH_OPENSEARCH_URL = "http://cluster.example:9200"
    sent, answers = [], {}

    def send(method, path, body):
        sent.append((method, path, [json.loads(line) for line in body.splitlines()]))
        answer = answers.get(path, {"items": [], "responses": []})
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(opensearch, "_send", send)
    return sent, answers


def any_field(kind, value):
    queries = [{kind: {field: value}} for field in ("title_terms", "terms")]
    return {"bool": {"should": queries, "minimum_should_match": 1}}


@pytest.mark.parametrize(
    ("expression", "query"),
    [
        (parse_query("环境").strict(), any_field("match_phrase", "环境")),
        (parse_query("水").strict(), any_field("prefix", "水")),
        (
            parse_query('"2024年"').strict(),
            any_field("match_phrase_prefix", {"query": "2024 年", "max_expansions": 200}),
        ),
        (
            parse_query("water").strict(in_title=True),
            {
                "bool": {
                    "should": [{"match_phrase": {"title_terms": "water"}}],
                    "minimum_should_match": 1,
                }
            },
        ),
        (HasMark("language=ru"), {"term": {"marks": "language=ru"}}),
        (NOTHING, {"match_none": {}}),
        (
            Without(HasMark("a=b"), HasMark("c=d")),
            {
                "bool": {
                    "filter": [{"term": {"marks": "a=b"}}],
                    "must_not": [{"term": {"marks": "c=d"}}],
                }
            },
        ),
    ],
)
def test_an_expression_is_a_query(expression, query):
    assert opensearch.query(expression) == query


def test_what_was_found_is_read_in_its_order():
    assert opensearch.found(FOUND) == [(12, 7), ()]


def test_an_error_is_no_empty_answer():
    with pytest.raises(opensearch.ClusterError):
        opensearch.found(FAILED)
    with pytest.raises(opensearch.ClusterError):
        opensearch.check_stored(REFUSED)


@pytest.mark.django_db
def test_the_cluster_follows_publication(cluster, django_capture_on_commit_callbacks):
    sent, _ = cluster
    with django_capture_on_commit_callbacks(execute=True):
        article = published(title_en="Otters")
    entry = Entry.objects.get(object_id=str(article.pk), content_type=article.content_type)
    (_, path, lines) = sent[-1]
    assert path == "_bulk"
    assert lines[0] == {"index": {"_index": "search-entries", "_id": str(entry.pk)}}
    assert lines[1]["title_terms"] == "otter"
    assert "language=en" in lines[1]["marks"]
    with django_capture_on_commit_callbacks(execute=True):
        article.delete()
    assert sent[-1][2] == [{"delete": {"_index": "search-entries", "_id": str(entry.pk)}}]


@pytest.mark.django_db
def test_entries_that_the_cluster_finds_are_ranked_here(cluster):
    sent, answers = cluster
    article = published(title_en="Otters")
    entry = Entry.objects.get(object_id=str(article.pk), content_type=article.content_type)
    hits = [{"_id": str(entry.pk)}, {"_id": "999999"}]
    answers["_msearch"] = {"responses": [{"hits": {"hits": hits}}]}
    found = find_hits(parse_query("otters"), ["en"], Scope())["en"].hits
    assert [hit.entry.pk for hit in found] == [entry.pk]
    assert sent[-1][2][1]["sort"] == [{"id": "desc"}]


@pytest.mark.asvs("16.5.2")
@pytest.mark.django_db
def test_where_the_cluster_does_not_answer_the_database_does(cluster):
    _, answers = cluster
    published(title_en="Otters")
    answers["_msearch"] = opensearch.ClusterError("gone")
    assert len(find_hits(parse_query("otters"), ["en"], Scope())["en"].hits) == 1


@pytest.mark.django_db
def test_the_latest_by_date_are_asked_for_by_date(cluster):
    sent, answers = cluster
    answers["_msearch"] = {"responses": [{"hits": {"hits": []}}]}
    find_hits(parse_query("otters"), ["en"], Scope(), by_date=True)
    assert sent[0][2][1]["sort"] == [{"date": "desc"}, {"id": "desc"}]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_full_indexing_fills_a_new_index_that_takes_the_place_of_the_old_one(cluster):
    sent, answers = cluster
    answers["_alias/search-entries"] = {"search-entries-1": {"aliases": {"search-entries": {}}}}
    rebuild(lambda done: None)
    method, name, lines = sent[0]
    assert (method, lines) == ("PUT", [opensearch.DEFINITION])
    stored = [line for _, path, lines in sent if path == "_bulk" for line in lines]
    assert len([line for line in stored if "id" in line]) == Entry.objects.count()
    assert {line["index"]["_index"] for line in stored if "index" in line} == {name}
    assert sent[-1] == (
        "POST",
        "_aliases",
        [
            {
                "actions": [
                    {"remove_index": {"index": "search-entries-1"}},
                    {"add": {"index": name, "alias": "search-entries"}},
                ]
            }
        ],
    )


@pytest.mark.slow
@pytest.mark.django_db
def test_the_first_full_indexing_replaces_nothing(cluster):
    sent, answers = cluster
    answers["_alias/search-entries"] = opensearch.ClusterError("404")
    rebuild(lambda done: None)
    (action,) = sent[-1][2][0]["actions"]
    assert "add" in action


@pytest.mark.asvs("15.3.2")
def test_a_cluster_that_leads_elsewhere_is_not_followed(settings):
    asked = []

    class Leading(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *args):
            """Nothing is said."""

    with HTTPServer(("127.0.0.1", 0), Leading) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.SEARCH_OPENSEARCH_URL = f"http://127.0.0.1:{server.server_port}"
        with pytest.raises(opensearch.ClusterError):
            opensearch._send("GET", "_alias/entries", "")
        server.shutdown()
    assert asked == ["/_alias/entries"]
