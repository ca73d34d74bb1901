"""From bytes to lines: nothing is lost, whatever the encoding."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mep_site.legacy.reading.encodings import to_bytes, to_text
from mep_site.legacy.reading.lines import decode_capture, reassemble
from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError

CHINESE = "水井司\n\n(一)主要职责\n负责水井和泉水登记，承担档案管理工作。\n"
RUSSIAN = "Департамент колодцев\n\nСегодня мы идём к реке. Вода чистая и холодная.\n"
ENGLISH = "Department of Wells\r\n\r\nKeep the register of wells.\r\n"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "utf-16", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_recognised_and_gives_the_same_bytes(text, codec, encoding):
    content = text.encode(codec)
    capture = decode_capture(content)
    assert (capture.encoding, capture.text) == (encoding, text)
    assert reassemble(capture) == content


def test_a_byte_order_mark_is_kept_but_is_no_text():
    capture = decode_capture(b"\xef\xbb\xbfWells")
    assert (capture.mark, capture.text) == (b"\xef\xbb\xbf", "Wells")


@pytest.mark.parametrize(
    ("content", "damaged"),
    [
        ("水井水井水井".encode()[:-1], 2),
        (b"wells\0 and springs of the valley in the third quarter", 1),
        ("a \uf701 b".encode(), 3),
    ],
)
def test_a_damaged_byte_is_kept_and_counted(content, damaged):
    capture = decode_capture(content)
    assert capture.damaged_bytes == damaged
    assert reassemble(capture) == content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\xef\xbb\xbf \r\n\xc2\xa0\n", Reason.EMPTY),
        (bytes(range(256)), Reason.BINARY),
        (b"\x89PNG\0\0\1\0\0\xff\xfe\0\0", Reason.BINARY),
        (b"\0\1\2\xff" * 40, Reason.BINARY),
        (bytes(range(1, 32)) * 9 + b"\x7f" * 90, Reason.BINARY),
    ],
)
def test_what_holds_no_text_is_refused(content, reason):
    with pytest.raises(RefusedCaptureError) as refusal:
        decode_capture(content)
    assert refusal.value.reason is reason


def test_line_breaks_of_every_kind_are_kept_and_named():
    capture = decode_capture(b"one\r\ntwo\rthree\n\nfive")
    assert [line.text for line in capture.lines] == ["one", "two", "three", "", "five"]
    assert capture.line_breaks == ["CR", "CRLF", "LF"]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_come_back_or_are_refused(content):
    with suppress(RefusedCaptureError):
        assert reassemble(decode_capture(content)) == content


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "cp1251"]))
def test_text_of_any_bytes_can_be_stored_and_undone(content, encoding):
    text = to_text(content, encoding)
    text.encode("utf-8")
    assert "\0" not in text
    assert to_bytes(text, encoding) == content
