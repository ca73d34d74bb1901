"""What becomes of a capture: families of layouts, invented here."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mep_site.legacy.parsing import Parsed, parse_capture
from mep_site.legacy.phrases.date_wordings import date_in
from mep_site.legacy.phrases.document_kinds import DocumentKind
from mep_site.legacy.reading.lines import reassemble
from mep_site.legacy.reading.refusals import RefusedCaptureError
from mep_site.legacy.structure.doubts import Code
from mep_site.legacy.structure.segments import Destination, Role, Transformation

HEADER = "Hot Keywords: wells reeds\n"
FOOTER = (
    "\n(This English version is for your reference only.)\n\n"
    "Copyright©2015-2016 | Statement | Sitemap | Contact us\n"
)


def parsed(text: str) -> Parsed:
    return parse_capture(text.encode())


def texts(result: Parsed, field: str) -> list[dict[str, str]]:
    """The texts of a field, in order."""
    return [text for target, text in result.derivation.texts.items() if target.field == field]


def english(result: Parsed, field: str) -> list[str]:
    return [text["en"] for text in texts(result, field)]


def codes(result: Parsed) -> set[Code]:
    return {anomaly.code for anomaly in result.anomalies}


# Every character has one home

LINES = st.sampled_from(
    [
        *("", " ", "\xa0", "Home > News", "Hot Keywords: a", "Copyright © 2015", "■ 湖泊 Lakes"),
        *("1. One", "2) Two", "(a) three", "一、水井", "（二）泉水", "I. First part", "- ▶ 项目；"),
        *("Main functions:", "内设机构", "目录 CONTENTS", "成员国", "Member States", "蒙古国"),
        *(
            "“水要清。”",
            "——泉水会议，2014年6月",
            "Mongolia",
            "Монголия",
            "*a* b *c",
            "Tel. 1, Fax. 2",
        ),
        *("On May 5, wells opened.", "Moderator: Hello.", "SHAO: Hello.", "2 0 0 3", "\ufffd?"),
        "目前共有成员国3个：中国、蒙古和示例国。",
    ]
)
DOCUMENTS = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=40).map("\n".join)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
def test_every_character_of_any_document_has_one_home(text):
    content = text.encode("utf-8", "replace")
    try:
        result = parse_capture(content)
    except RefusedCaptureError:
        return
    assert reassemble(result.capture) == content
    assert result.coverage.covered == result.coverage.characters
    assert result.coverage.overlapping == 0


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_what_is_shown_is_what_the_capture_says(text):
    try:
        result = parse_capture(text.encode("utf-8", "replace"))
    except RefusedCaptureError:
        return
    for target in {
        s.target for s in result.segments if s.target and s.target.path[-1:] != ("date",)
    }:
        own = [s for s in result.segments if s.target == target and s.role is not Role.MARKER]
        for language in {segment.language for segment in own} - {""}:
            parts = [result.capture.text[s.start : s.end] for s in own if s.language == language]
            shown = result.derivation.texts[target][language]
            assert "".join(shown.split()) == "".join("".join(parts).split())


# The frame

BREADCRUMBS = [
    "Home > About > Departments",
    "Home\xa0>\xa0About\xa0>\xa0Departments",
    "Position: home > About > Departments",
    "You are here : Home » About » Departments",
    "Location: Home > About > Departments",
    "当前位置：首页 > 关于 > 机构设置",
]


@pytest.mark.parametrize("breadcrumb", BREADCRUMBS)
def test_breadcrumbs_in_all_their_forms_tell_the_kind(breadcrumb):
    result = parsed(f"{breadcrumb}\nDepartment of Wells\n\nKeep the wells.\n")
    assert result.kind is DocumentKind.DEPARTMENT
    assert texts(result, "title") == [{"en": "Department of Wells"}]


def test_the_frame_stays_in_the_capture():
    result = parsed(
        "MINISTRY OF ECOLOGY AND ENVIRONMENT\n中文 Hot Keywords:\nPhoto News\n"
        "Home > News > Photo News\n"
        "Reeds bloom\nFont Size:[ S M L ] [Print] [Close]\n\nThe reeds bloom.\n"
        f"{FOOTER}Registration Number: 1\nAll rights reserved.\nAddress: 1 Reed Lane"
    )
    assert [list(text.values()) for text in result.derivation.texts.values()] == [
        ["Reeds bloom"],
        ["The reeds bloom."],
    ]
    assert Role.FOOTER in {segment.role for segment in result.segments}


def test_the_name_of_the_site_before_the_breadcrumb_is_no_title():
    result = parsed("Wells Agency\n\nYou are here: Home > News\n\nReeds bloom\n\nThey bloom.\n")
    assert english(result, "title") == ["Reeds bloom"]


def test_three_names_of_sections_in_a_row_are_a_menu():
    menu = "News\nPolicy\nContact us\n"
    result = parsed(f"Home > News\nReeds bloom\n\nThey bloom.\n\n{menu}\nThey bloom again.\n")
    assert english(result, "body") == ["They bloom.", "They bloom again."]


def test_identical_endings_are_recognised_as_one():
    first, second = (
        parsed(f"{HEADER}Home > News\n{name}\n\nText.\n{FOOTER}") for name in ("A well", "A reed")
    )
    assert first.tail == second.tail != ""


def test_the_address_of_a_page_is_read():
    result = parsed("URL: http://www.example.org/old/page_1.html\nHome > News\nReeds\n\nText.\n")
    assert result.address == "http://www.example.org/old/page_1.html"


@pytest.mark.parametrize("length", [12, 40, 60, 75, 90, 110])
def test_a_footer_that_was_cut_is_no_text(length):
    footer = (
        "(This English version is for your reference only.)\n\n"
        "Copyright©2015-2016 | Statement | Sitemap | Contact us\n"
    )
    result = parsed(f"{HEADER}Home > News\nReeds\n\nThey bloom.\n\n{footer[: length + 12]}")
    assert english(result, "body") == ["They bloom."]
    assert Code.TEXT_BREAKS_OFF not in codes(result)


# Kinds

KINDS = [
    (
        DocumentKind.CALENDAR,
        "On May 2, a well opened.\nOn May 3, a reed bloomed.\nOn May 9, both closed.\n",
    ),
    (DocumentKind.PRESS_CONFERENCE, "An hour\n\nHost: Hi.\n\nLEE: Hi.\n\nPost: Why?\n\nLEE: So.\n"),
    (DocumentKind.REPORT, "State of the Environment\n2 0 0 9\n\nWater\n\nWater was clear.\n"),
    (DocumentKind.POLICY, "On wells\n\nI. The past\nIt was.\nII. The future\nIt will be.\n"),
    (DocumentKind.ACTIVITY, "Ada Brook visits a well\n\nMinister Ada Brook visited a well.\n"),
    (DocumentKind.INSTITUTION, "Wells Center\nOverview\n\nIt cares for wells.\n"),
    (DocumentKind.DEPARTMENT, "(一)主要职责\n负责水井。\n(二)内设机构\n综合处、水井处\n"),
    (DocumentKind.POLICY, "水井条例\n\n一、总则\n\n保护水井。\n\n二、管理\n\n登记水井。\n"),
    (DocumentKind.UNKNOWN, "A letter\n\nDear reader,\n\nall is well.\n"),
]


@pytest.mark.parametrize(("kind", "text"), KINDS, ids=[kind for kind, _ in KINDS])
def test_a_kind_is_recognised_by_its_text(kind, text):
    assert parsed(text).kind is kind


def test_an_unknown_kind_becomes_a_standard_page_and_an_anomaly():
    result = parsed("A letter\n\nDear reader,\n\nall is well.\n")
    assert result.pages[0].model == "standard"
    assert Code.UNKNOWN_KIND in codes(result)


# Dates


def test_a_page_takes_its_date_only_from_its_text():
    result = parsed("Home > News\nReeds bloom\n2031-02-11 09:05:00\n\nThey bloom.\n")
    assert texts(result, "date") == [{"": "2031-02-11"}]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Date: 03-04-2031", Code.AMBIGUOUS_DATE),
        ("Article type: Translated 2018-07-02 [Print]", Code.DATE_IN_FRAME),
    ],
)
def test_a_date_that_may_mean_something_else_is_only_suggested(line, code):
    result = parsed(f"Home > News\nReeds bloom\n{line}\n\nThey bloom.\n")
    assert texts(result, "date") == []
    (anomaly,) = [each for each in result.anomalies if each.code is code]
    assert anomaly.suggestion.new in {"2031-03-04", "2018-07-02"}


def test_a_date_whose_day_is_its_month_is_not_ambiguous():
    result = parsed("Home > News\nReeds bloom\nDate: 04-04-2031\n\nThey bloom.\n")
    assert Code.AMBIGUOUS_DATE not in codes(result)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25-12-2031", "2031-12-25"),
        ("12-25-2031", "2031-12-25"),
        ("25-13-2031", ""),
        ("13 September 2014, reprinted 2015-01-02", "2014-09-13"),
    ],
)
def test_the_first_date_of_a_text_is_read_in_any_order_of_its_numbers(text, date):
    assert date_in(text) == date


# Lists and headings


def test_a_list_whose_numbers_repeat_keeps_them():
    result = parsed("Home > News\nReeds\n\n1. One;\n\n1. Two;\n\n2. Three.\n")
    assert english(result, "body") == ["1. One;", "1. Two;", "2. Three."]
    assert Code.NUMBERING in codes(result)


def test_a_list_that_counts_up_loses_its_marks():
    result = parsed("Home > News\nReeds\n\n(1) One;\n(2) Two.\n")
    assert english(result, "body") == ["One;", "Two."]
    assert {target.path[1] for target in result.derivation.texts if target.field == "body"} == {
        "numbered"
    }


def test_a_list_within_a_list_keeps_all_marks():
    result = parsed("Home > News\nReeds\n\n1. One:\n(1) a;\n(2) b.\n2. Two.\n")
    assert english(result, "body")[0] == "1. One:"
    assert Code.NUMBERING not in codes(result)


@pytest.mark.parametrize("signs", ["①②③", ["A.", "B.", "C."], ["（一）", "（二）", "（三）"]])
def test_lists_are_known_by_their_marks(signs):
    items = "".join(f"{sign} Keep well {number};\n" for number, sign in enumerate(signs))
    result = parsed(f"Home > News\nReeds\n\n{items}")
    assert english(result, "body") == [f"Keep well {number};" for number in range(3)]


def test_a_number_before_a_heading_makes_no_list():
    result = parsed("Report On Springs\n2 0 0 5\n\n1. Wells\n\nDeep.\n\n2. Rivers\n\nClear.\n")
    headings = [t for t in result.derivation.texts if t.path[1:] == ("heading",)]
    assert len(headings) == 2


def test_a_label_above_a_sentence_is_the_title():
    result = parsed("Home > Events > Major Events\nMajor Events\n\nOn May 3, A.\nOn May 4, B.\n")
    assert english(result, "title") == ["Major Events"]


def test_the_chapters_of_a_law_are_headings():
    result = parsed(
        "水井条例\n\n第一章 总则\n\n第一条 保护水井。\n\n第二章 管理\n\n第二条 登记水井。\n"
    )
    assert result.kind is DocumentKind.POLICY
    headings = {t for t in result.derivation.texts if t.path[1:] == ("heading",)}
    assert len(headings) == 2


def test_byline_and_source_go_to_their_fields():
    result = parsed("Home > News\nReeds bloom\nBy Ash Example\nSource: RIVNEWS\n\nThey bloom.\n")
    assert english(result, "byline") == ["By Ash Example"]
    assert english(result, "source") == ["RIVNEWS"]


def test_an_undone_transformation_shows_the_marks_again():
    result = parsed("Home > News\nReeds\n\n1. One;\n2. Two.\n")
    undone = replace(result.derivation, undone=frozenset({Transformation.STRIP_MARKER}))
    assert undone.texts[Destination(0, "body", (0, "numbered", 0))] == {"en": "1. One;"}


def test_a_table_that_was_flattened_to_lines_is_a_table_again():
    result = parsed("Home > News\nReeds\n\nCity | Days\nHarbin | 302\nLinhe | 224\n\nThe end.\n")
    cells = {
        t.path[1:]: text["en"] for t, text in result.derivation.texts.items() if len(t.path) > 2
    }
    assert cells[("table", 1, 0)] == "Harbin"
    assert cells[("table", 2, 1)] == "224"
    assert english(result, "body")[-1] == "The end."


def test_a_heading_without_content_is_told():
    assert Code.EMPTY_HEADING in codes(parsed("Functions\nInternal structure:\n1. A\n2. B\n"))


def test_hard_wrapped_lines_are_one_paragraph():
    result = parsed(
        "Home > News\nReeds\n\nThe reeds of the upper valley, which\nbloom late, bloom.\n"
    )
    assert english(result, "body") == ["The reeds of the upper valley, which bloom late, bloom."]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            f"{HEADER}Home > A > Departments\nWells\n\nDivisions:\n\n1. One\n\n2. Tw",
            Code.LIST_BREAKS_OFF,
        ),
        (f"{HEADER}Home > News\nReeds\n\nThe reeds bl", Code.TEXT_BREAKS_OFF),
        ("Home > News\nReeds\n\nThese are the wells:", Code.LIST_BREAKS_OFF),
    ],
)
def test_a_text_that_breaks_off_is_told(text, code):
    assert code in codes(parsed(text))


# Damage


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Copyright ? 2005-2016, Wells Bureau", Code.COPYRIGHT_SIGN),
        ("The r\ufffdds bloom.", Code.DAMAGED_CHARACTER),
        ("The Ã©tude of wells â€“ and reeds.", Code.MOJIBAKE),
        ("The well called " + "水井司负责登记".encode().decode("gb18030", "ignore"), Code.MOJIBAKE),
    ],
)
def test_damage_is_told_and_never_repaired(line, code):
    result = parsed(f"Home > News\nReeds\n\nText.\n\n{line}\n")
    assert code in codes(result)
    assert line in result.capture.text


# Several languages


def block_languages(result: Parsed) -> list[list[str]]:
    return [sorted(text) for text in texts(result, "body")]


def test_paragraphs_in_three_languages_are_one_block_each():
    result = parsed(
        "水井 Wells\n\n水井很深。\n\nWells are deep.\n\nКолодцы глубоки.\n\n"
        "泉水很清。\n\nSprings are clear.\n\nРодники чисты.\n"
    )
    assert block_languages(result) == [["en", "ru", "zh_hans"]] * 2
    assert texts(result, "title") == [{"zh_hans": "水井", "en": "Wells"}]


def test_one_paragraph_that_was_split_in_translation_stays_one_block():
    result = parsed(
        "水井 Wells\n\n水井很深。泉水很清。\n\nWells are deep.\n\nSprings are clear.\n\n"
        "芦苇很高。\n\nReeds are high.\n"
    )
    assert texts(result, "body")[0]["en"] == "Wells are deep.\nSprings are clear."


def test_two_paragraphs_that_one_renders_become_one_block():
    result = parsed(
        "水井 Wells\n\n这里的水井都很深，也很冷。\n\n这里的泉水都很清，也很甜。\n\n"
        "All the wells of this place are deep and cold; all its springs are clear and sweet.\n\n"
        "芦苇很高。\n\nReeds are high.\n"
    )
    assert block_languages(result) == [["en", "zh_hans"]] * 2
    assert texts(result, "body")[0]["zh_hans"].count("\n") == 1


def test_a_heading_below_a_sentence_in_another_language_is_no_translation_of_it():
    result = parsed(
        "水井中心\nWells Center\n\n概况\nOverview\n\n水井中心保护水井。\n\nMain functions\n\n"
        "保护泉水。\n\nIt protects springs.\n"
    )
    assert {"zh_hans": "水井中心保护水井。"} in texts(result, "duties")
    assert Code.EMPTY_HEADING not in codes(result)


def test_texts_one_after_another_are_paired_by_their_order():
    result = parsed(
        "水井\n\n水井很深。\n\n泉水很清。\n\nWells\n\nWells are deep.\n\nSprings are clear.\n"
    )
    assert texts(result, "title") == [{"zh_hans": "水井", "en": "Wells"}]
    assert block_languages(result) == [["en", "zh_hans"]] * 2


@pytest.mark.parametrize(
    ("chinese", "english_text", "code"),
    [
        ("水井共有27口。", "There are 26 wells.", Code.NUMBER_DIFFERS),
        ("水井都很深，也很冷，泉水都很清，也很甜，芦苇都很高。", "Deep.", Code.DOUBTFUL_PAIR),
        ("水井 and 泉水都很清。", "Wells and springs are clear.", Code.MIXED_LANGUAGES),
        ("泉水很清，芦苇很高，水井很深。", "", Code.UNTRANSLATED),
    ],
)
def test_doubts_about_a_pair(chinese, english_text, code):
    pairs = "水井很深。\n\nWells are deep.\n\n泉水很清。\n\nSprings are clear.\n\n"
    assert code in codes(parsed(f"水井 Wells\n\n{pairs}{chinese}\n\n{english_text}\n\n{pairs}"))


def test_numbers_in_words_and_in_digits_agree():
    pairs = "水井很深。\n\nWells are deep.\n\n"
    numbers = "2019年9月，已召开十四届。\n\nIn September 2019, 14 sessions were held.\n"
    text = f"水井 Wells\n\n{pairs}{numbers}"
    assert Code.NUMBER_DIFFERS not in codes(parsed(text))


BROCHURE = (Path(__file__).parent / "captures" / "brochure.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("成员国3个", "成员国4个", Code.COUNT_DIFFERS),
        ("2011年5月3日", "2011年5月4日", Code.DATE_DIFFERS),
        ("至今已召开十二次", "至今已召开十三次", Code.NUMBER_DIFFERS),
    ],
)
def test_contradictions_in_a_brochure_are_told(before, after, code):
    assert code not in codes(parsed(BROCHURE))
    assert code in codes(parsed(BROCHURE.replace(before, after)))


# Contact details


def test_contact_details_go_to_their_fields():
    result = parsed(
        "Wells Center (WC)\nOverview\n\nWells.\n\nContact Information:\n"
        "Tel. 55501234, Fax. 010-55501235\n"
        "Address: 1 Reed Lane, Postcode: 100001\nE-mail: a@example.org\n"
    )
    found = {
        target.path[-1]: text
        for target, text in result.derivation.texts.items()
        if target.field == "contact_points"
    }
    assert found["telephone"] == {"": "55501234"}
    assert found["address"] == {"en": "1 Reed Lane"}
    assert (found["postcode"], found["email"]) == ({"": "100001"}, {"": "a@example.org"})
    assert Counter(a.code for a in result.anomalies)[Code.AMBIGUOUS_TELEPHONE] == 1


def test_a_second_number_is_a_contact_point_of_its_own():
    result = parsed("Wells Center\nOverview\n\nWells.\n\nContact:\nTel. 010-1\nTel. 010-2\n")
    numbers = [t for t in result.derivation.texts if t.path[-1:] == ("telephone",)]
    assert [target.path[0] for target in numbers] == [0, 1]


def test_a_title_that_is_too_long_for_its_field_is_text():
    result = parsed(f"Home > News\n{'Reeds ' * 60}\n\nText.\n")
    assert Code.NO_TITLE in codes(result)
    assert len(english(result, "body")) == 2
