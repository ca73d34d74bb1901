"""What is measured is counted rightly, and written where it belongs."""

import os
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.test import Client

from .measuring import bench, scale
from .measuring.document import table, write
from .measuring.serving import load
from .measuring.serving.cases import FLOOR, UNCACHED, Case, cases
from .measuring.serving.clock import clock_of, workers_of
from .measuring.serving.figures import Figure, Sample, ratios, verdict

DOCUMENT = """Before.

<!-- one -->
Old.
<!-- end of one -->

<!-- two -->
Kept.
<!-- end of two -->
"""
# More than comes at once.
LONG = b"x" * 200_000


class Page(BaseHTTPRequestHandler):
    """Answers a long page, or that it is known, and counts."""

    protocol_version = "HTTP/1.1"
    count = 0

    def do_GET(self) -> None:
        type(self).count += 1
        known = "If-None-Match" in self.headers
        self.send_response(304 if known else 200)
        self.send_header("Content-Length", str(len(LONG)))
        self.end_headers()
        if not known:
            self.wfile.write(LONG)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    Page.count = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_only_what_stands_between_its_marks_is_written_anew(tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    write(document, "one", "New.", "Newer.")
    expected = DOCUMENT.replace("Old.", "\nNew.\n\nNewer.\n")
    assert document.read_text(encoding="utf-8") == expected
    write(document, "one", "New.", "Newer.")
    assert document.read_text(encoding="utf-8") == expected


def test_a_document_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    with pytest.raises(ValueError, match="unpack"):
        write(document, "three", "New.")
    assert document.read_text(encoding="utf-8") == DOCUMENT


def test_a_table_has_a_line_under_its_head() -> None:
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_each_round_is_compared_with_its_own_floor() -> None:
    """The machine was half as fast in the last two rounds."""
    found = ratios([2.0, 2.0, 4.0, 6.0, 4.0], [1.0, 1.0, 2.0, 2.0, 2.0])
    assert (found.low, found.median, found.high) == (2.0, 2.0, 2.0)


def test_a_figure_says_where_the_middle_half_lies() -> None:
    assert f"{Figure.of([9.0, 1.0, 2.0, 3.0, 4.0]):.1f}" == "3.0 (2.0 to 4.0)"


@pytest.mark.parametrize(
    ("found", "aim", "words"),
    [
        (1.2, {"most": 1.2}, "≤ 1.2: met"),
        (1.21, {"most": 1.2}, "≤ 1.2: missed"),
        (0.9, {"least": 0.9}, "≥ 0.9: met"),
        (0.89, {"least": 0.9}, "≥ 0.9: missed"),
        (5, {}, ""),
    ],
)
def test_an_aim_is_met_or_missed(found: float, aim: dict[str, float], words: str) -> None:
    assert verdict(found, **aim) == words


def test_a_row_says_cost_and_rate_beside_the_floor() -> None:
    asked = [Case("floor", FLOOR, ("/",)), Case("page", UNCACHED, ("/",), most=30, least=0.9)]
    samples = {
        "floor": [Sample(0.0002, 4000), Sample(0.0004, 2000)],
        "page": [Sample(0.002, 400), Sample(0.004, 200)],
    }
    assert bench.rows(asked, samples)[1] == [
        *("page", "3.00", "10.00 (10.00 to 10.00)", "≤ 30: met"),
        *("300", "0.10 (0.10 to 0.10)", "≥ 0.9: missed"),
    ]


def test_growth_is_that_from_the_smallest_site_to_the_largest() -> None:
    asked = [Case("page", UNCACHED, ("/",), most=1.2)]
    found = {size: {"page": Figure(cost, cost, cost)} for size, cost in ((10, 20.0), (100, 25.0))}
    assert scale.rows(asked, found) == [
        ["page", "20.0 (20.0 to 20.0)", "25.0 (25.0 to 25.0)", "1.25", "≤ 1.2: missed"]
    ]


@pytest.mark.parametrize("connections", [1, 3])
def test_every_answer_is_read_to_its_end_and_counted(port: int, connections: int) -> None:
    requests = [load.request(path, {}) for path in ("/a", "/b")]
    answers = load.ask(port, requests, 200, 0.05, connections)
    assert answers.count == Page.count >= connections


def test_an_answer_without_a_body_is_not_waited_for(port: int) -> None:
    requests = [load.request("/", {"If-None-Match": '"x"'})]
    assert load.ask(port, requests, 304, 0, 1).count == 1


def test_an_answer_that_is_not_expected_ends_the_measuring(port: int) -> None:
    with pytest.raises(ValueError, match="200 instead of 404"):
        load.ask(port, [load.request("/", {})], 404, 1, 1)


@pytest.mark.skipif(not Path("/proc").exists(), reason="only Linux tells it")
def test_the_clock_of_a_process_is_its_processor_time() -> None:
    clock = clock_of([os.getpid()])
    before, between, after = time.process_time(), clock(), time.process_time()
    assert before <= between <= after


def test_where_no_process_is_known_time_passes() -> None:
    assert clock_of([]) is time.perf_counter
    assert workers_of(0) == []


def test_every_address_that_is_measured_answers_as_expected(db: None) -> None:
    asked = {(case.addresses[0], case.status) for case in cases() if case.application == UNCACHED}
    assert len(asked) == 5
    for address, status in asked:
        assert Client().get(address).status_code == status
