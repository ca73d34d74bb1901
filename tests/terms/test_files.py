"""Terms in CSV and TBX files: what is read, what is written, and what is refused."""

from datetime import date

import pytest
from django.utils.translation import override

from mep_site.terms.files.listed import (
    ListedPeriod,
    ListedRendering,
    ListedTerm,
    RefusedFileError,
)
from mep_site.terms.files.opening import open_terms
from mep_site.terms.files.tables import write_terms_table
from mep_site.terms.files.tbx import write_tbx
from mep_site.terms.matching import TermKind

PERIOD = ListedPeriod(date(2018, 3, 17))
SAID = frozenset((code, status) for code in ("en", "ru") for status in (True, False))
MINISTRY = ListedTerm(
    "生态环境部",
    TermKind.BODY,
    "管理生态环境的部门 <2018>",
    "国务院 & 全国人大",
    "=SUM(A1)",
    PERIOD,
    (
        ListedRendering("en", "Ministry of Ecology and Environment"),
        ListedRendering("en", "MEE"),
        ListedRendering("en", "Ministry of Environmental Protection", is_forbidden=True),
        ListedRendering("ru", "Министерство экологии и окружающей среды"),
    ),
    SAID,
)
WITH_FACTS = ListedTerm(
    "环境保护部",
    TermKind.BODY,
    renderings=(
        ListedRendering(
            "en",
            "Ministry of Environmental Protection",
            source="2008",
            period=ListedPeriod(date(2008, 3, 15), date(2018, 3, 16)),
        ),
    ),
    said=frozenset({("en", True), ("en", False)}),
)
TBX = '<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2">{}</tbx>'


def read(data: bytes | str) -> list[ListedTerm]:
    terms, refused = open_terms(data.encode() if isinstance(data, str) else data)
    assert refused == []
    return terms


def refusals(data: str) -> list[str]:
    return open_terms(data.encode())[1]


def test_a_table_is_read_as_it_was_written():
    assert read(write_terms_table([MINISTRY])) == [MINISTRY]


def test_a_tbx_file_is_read_as_it_was_written():
    assert read(write_tbx([MINISTRY, WITH_FACTS])) == [MINISTRY, WITH_FACTS]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM", "'=1", "''-2"])
def test_no_cell_begins_like_a_formula_and_none_is_changed_by_that(text):
    written = write_terms_table([ListedTerm("词", note=text)])
    cell = written.decode("utf-8-sig").splitlines()[1].split(",")[4]
    assert cell.startswith("'")
    assert read(written)[0].note == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_tables_of_any_spreadsheet_are_read(delimiter, encoding):
    lines = [("chinese", "approved_en"), ("国务院", "State Council | the State Council")]
    data = "\r\n".join(map(delimiter.join, lines)).encode(encoding)
    (term,) = read(data)
    assert [each.text for each in term.renderings] == ["State Council", "the State Council"]


def test_a_column_that_is_not_there_says_nothing():
    (term,) = read("chinese,approved_en\n国务院,State Council\n")
    assert (term.note, term.said) == (None, frozenset({("en", False)}))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",State Council,,", "no Chinese term"),
        ("国务院,A,wrong,", "wrong"),
        ("国务院,A,,2018", "2018"),
        ("国务院,A,,2018-03-17/2017-01-01", "before the first"),
        (f"{'长' * 256},A,,", "longer"),
        ("坏\x01字,A,,", "characters"),
    ],
)
def test_a_line_that_is_no_term_is_refused_with_its_number_and_reason(line, reason):
    with override("en"):
        (refusal,) = refusals(f"chinese,approved_en,kind,valid\n好,Good,,\n{line}\n")
    assert "3" in refusal
    assert reason in refusal


def test_a_term_that_stands_twice_is_taken_once():
    terms, refused = open_terms("chinese,approved_en\n国务院,A\n国务院,B\n".encode())
    assert [term.renderings[0].text for term in terms] == ["A"]
    assert len(refused) == 1


ENTITIES = """<!DOCTYPE tbx [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>"""
EXTERNAL = """<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""
HOSTILE = {
    "entities": ENTITIES + TBX.format("&b;"),
    "external": EXTERNAL + TBX.format("&a;"),
    "unused entities": ENTITIES + TBX.format(""),
    "damaged": TBX.format("<text>"),
    "another root": "<xliff version='1.2'/>",
    "a workbook": b"PK\x03\x04rest",
    "binary": b"\xff\xd8\xff\xe0\x00\x10",
    "nothing": b"",
    "no columns": b"a,b\n1,2\n",
    "no terms": TBX.format("<text><body/></text>"),
    "huge": b"chinese\n" + b"a" * 20_000_001,
    "too many": "chinese\n" + "\n".join(f"词{number}" for number in range(20_001)),
    "a huge cell": 'chinese\n"' + "a" * 200_000 + '"\n',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_hostile_damaged_or_foreign_is_refused_with_a_sentence(data):
    with pytest.raises(RefusedFileError) as refusal:
        open_terms(data if isinstance(data, bytes) else data.encode())
    assert str(refusal.value).endswith(("。", "."))


def test_both_styles_of_tbx_and_the_older_edition_are_read():
    dct = """<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2"
        xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="1">
        <langSec xml:lang="zh-CN"><termSec><term>国务院</term></termSec></langSec>
        <langSec xml:lang="en-GB"><termSec><term>Council of State</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>State <hi>Council</hi></term></termSec></langSec>
        </conceptEntry></body></text></tbx>"""
    older = """<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX"><text><body>
        <termEntry id="1"><langSet xml:lang="zh"><tig><term>国务院</term></tig></langSet>
        <langSet xml:lang="en"><ntig><termGrp><term>Council of State</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
        <tig><term>State Council</term></tig></langSet></termEntry></body></text></martif>"""
    for file in (dct, older):
        (term,) = read(file)
        assert term.chinese == "国务院"
        assert {(each.text, each.is_forbidden) for each in term.renderings} == {
            ("Council of State", True),
            ("State Council", False),
        }
