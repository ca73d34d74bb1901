"""From bytes to lines with roles."""

import pytest

from mep_site.legacy.languages import language_of, split_languages, unwrap
from mep_site.legacy.layout import Role, analyse, leader_in, parse_breadcrumb, role_of
from mep_site.legacy.reading import read_capture
from mep_site.legacy.refusals import Reason, RefusedCaptureError


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\xef\xbb\xbf \r\n\xc2\xa0\n", Reason.EMPTY),
        (b"\x89PNG\0\0", Reason.BINARY),
        ("环境".encode("gb18030"), Reason.NOT_UTF8),
    ],
)
def test_it_refuses_what_holds_no_text(content: bytes, reason: Reason) -> None:
    with pytest.raises(RefusedCaptureError) as refusal:
        read_capture(content)
    assert refusal.value.reason is reason


def test_it_numbers_lines_whatever_their_breaks() -> None:
    capture = read_capture(b"\xef\xbb\xbfone\r\ntwo\rthree\n\nfive")
    assert [(line.number, line.text) for line in capture.lines] == [
        (1, "one"),
        (2, "two"),
        (3, "three"),
        (4, ""),
        (5, "five"),
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("", Role.BLANK),
        ("Hot Keywords: wells\xa0reeds\xa0", Role.HOT_KEYWORDS),
        ("中文 Hot Keywords:", Role.HOT_KEYWORDS),
        ("Home\xa0>\xa0About\xa0>\xa0Departments", Role.BREADCRUMB),
        ("Position: home\xa0>\xa0Subordinate_Institutions", Role.BREADCRUMB),
        ("You are here : Home > English > News", Role.BREADCRUMB),
        ("Location : Home > News", Role.BREADCRUMB),
        ("Departments", Role.SECTION_LABEL),
        ("Article type: Translated 2001-01-01 Font Size:[ S M L ] [Print] [Close]", Role.WIDGETS),
        ("(This English version is for your reference only.In case …)", Role.PRECEDENCE),
        ("Copyright©2001-2002 | Statement", Role.COPYRIGHT),
        ("Copyright ? 2001-2002, Bureau", Role.COPYRIGHT),
        ("Registration Number: 00000000", Role.REGISTRATION),
        ("All rights reserved. The content", Role.RIGHTS),
        ("Without written authorization from, such content", Role.RIGHTS),
        ("Copyright law is changing.", Role.CONTENT),
        ("Home owners > tenants", Role.CONTENT),
        ("The departments met.", Role.CONTENT),
    ],
)
def test_it_tells_the_frame_from_the_text(line: str, role: Role) -> None:
    assert role_of(line) is role


def test_what_follows_the_copyright_line_is_footer() -> None:
    layout = analyse(read_capture(b"Title\n\nText\nCopyright ? 2001\nAddress: No. 9"))
    assert layout.paragraphs == ["Title", "Text"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Home\xa0>\xa0Leaders\xa0>\xa0Ada_Brook", ("Home", "Leaders", "Ada Brook")),
        ("Position: home > Subordinate_Institutions", ("home", "Subordinate Institutions")),
        ("You are here : Home > News", ("Home", "News")),
    ],
)
def test_it_reads_breadcrumbs(line: str, names: tuple[str, ...]) -> None:
    assert parse_breadcrumb(line) == names


@pytest.mark.parametrize(
    ("breadcrumb", "leader"),
    [
        (("Home", "Leaders of the Ministry", "Ada Brook", "Activities"), "Ada Brook"),
        (("Home", "Leaders of the Ministry", "Ada Brook"), ""),
        (("Home", "News", "Activities"), ""),
        ((), ""),
    ],
)
def test_it_finds_the_leader_in_a_breadcrumb(breadcrumb: tuple[str, ...], leader: str) -> None:
    assert leader_in(breadcrumb) == leader


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("芦苇与 CICA 的合作", "zh_hans"),
        ("(新港, 2013年)", "zh_hans"),
        ("The Reed Centre (芦)", "en"),
        ("Платформа ERO: www.example.org", "ru"),
        ("2 0 0 3", None),
    ],
)
def test_it_judges_languages_by_script(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("背景 Background", ["背景", "Background"]),
        ("中国-示例合作 China-Example Cooperation", ["中国-示例合作", "China-Example Cooperation"]),
        ("示例组织 (ERO) (ОПТ)", ["示例组织 (ERO) (ОПТ)"]),
        ("合作组织 ERO", ["合作组织 ERO"]),
        ("我们种植 Reeds。今年", ["我们种植 Reeds。今年"]),
        ("Background", ["Background"]),
    ],
)
def test_it_splits_headings_in_two_languages(line: str, parts: list[str]) -> None:
    assert split_languages(line) == parts


def test_it_joins_wrapped_lines_as_the_language_does() -> None:
    assert unwrap(["种更多", "芦苇"], "zh_hans") == "种更多芦苇"
    assert unwrap(["Plant more", "reeds"], "en") == "Plant more reeds"
