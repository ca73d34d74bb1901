"""Which codings a reader takes, and that each way to write a body can be read again."""

import gzip

import brotli
import pytest

from mep_site.pagecache.encodings import CODINGS, ENCODERS, accepted

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("", ("identity",)),
        ("identity", ("identity",)),
        ("gzip", ("gzip", "identity")),
        ("GZIP", ("gzip", "identity")),
        ("br;q=0.5, gzip;q=0.9", ("gzip", "br", "identity")),
        ("br;q=0, gzip", ("gzip", "identity")),
        ("br ; q=0.000 , gzip", ("gzip", "identity")),
        ("br;Q=0.2,gzip;q=0.3", ("gzip", "br", "identity")),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0", ("identity",)),
        ("gzip, *;q=0", ("gzip",)),
        ("gzip;q=0, *", ("br", "identity")),
        ("identity;q=0", ("identity",)),
        ("br, identity;q=0", ("br",)),
        ("identity, gzip;q=0.5", ("identity", "gzip")),
        # What is no weight says nothing, and what is no coding of ours neither.
        ("br;q=1.5, gzip", ("gzip", "identity")),
        ("br;q=-1, br;level=9", ("identity",)),
        ("deflate, compress, brotli, ,;", ("identity",)),
        ("bribr", ("identity",)),
        ("\x00, gzip\t", ("gzip", "identity")),
    ],
)
def test_the_weights_of_a_reader_decide_before_ours(header, expected):
    assert accepted(header) == expected


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda encoder: encoder.label or "plain")
def test_what_is_written_is_read_as_it_was_and_is_always_the_same(encoder):
    body = "水质自动监测站 <p>water quality</p> ".encode() * 100
    written = encoder.encode(body)
    assert DECODERS[encoder.coding](written) == body
    assert encoder.encode(body) == written


def test_each_coding_can_be_written_while_a_reader_waits():
    assert [coding for coding in CODINGS if all(e.is_slow for e in _ways(coding))] == []
    assert all(_ways(coding)[-1].is_slow is False for coding in CODINGS)


def _ways(coding):
    return [encoder for encoder in ENCODERS if encoder.coding == coding]
