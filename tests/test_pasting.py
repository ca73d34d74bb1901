"""What office programs and browsers copy becomes blocks; what is lost on the way is said.

``clipboards`` holds what programs put on the clipboard as HTML: that of LibreOffice as version 7.4
writes it, the others after the markup that their versions of today are known for.
"""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mep_site.core.pasting.clipboard import Copied, read_html, read_text
from mep_site.core.pasting.composing import blocks_from_parts, items_of, line_for, text_for
from mep_site.core.pasting.losses import Loss, messages
from mep_site.core.pasting.tables import MOST_CELLS
from news.models import NewsArticle

CLIPBOARDS = Path(__file__).parent / "clipboards"
BODY = ("paragraph", "heading", "list", "table")

TABLE = (
    "table",
    "",
    ["合并表头", "合并表头", "数值"],
    [["站点", "pH", "7.2"], ["站点", "DO", "8.1"]],
)
WATERS = ("list", False, ["<p>饮用水</p><ul><li>地表水源</li></ul>", "<p>灌溉用水</p>"])
REPORT = '<a href="https://example.org/report?y=2019&amp;m=6">月报</a>'

PROGRAMS = {
    "word": [
        ("heading", "松花江水质月报"),
        ("heading", "一、总体情况"),
        (
            "paragraph",
            "<p>六月，每立方米空气中约有10<sup>3</sup>个颗粒，CO<sub>2</sub>浓度<b>稳定</b>，"
            f"详见{REPORT}[1]。</p>",
        ),
        WATERS,
        TABLE,
        ("paragraph", "<p>[1] 初步数据。</p>"),
    ],
    "word-online": [("paragraph", "<p>浓度为10<sup>3</sup></p>"), WATERS],
    "wps": [
        ("heading", "松花江水质月报"),
        ("paragraph", "<p>每立方米约有10<sup>3</sup>个颗粒，CO<sub>2</sub>下降。</p>"),
        ("list", True, ["<p>采样</p><ul><li>现场测定</li></ul>", "<p>复核</p>"]),
        ("paragraph", "<p>（一）加强监测</p>"),
        ("table", "", ["断面", "指标 / pH", "指标 / 氨氮（10⁻³）"], [["江桥", "7.20", "12"]]),
    ],
    "libreoffice-writer": [
        ("heading", "松花江水质月报"),
        (
            "paragraph",
            "<p>六月，每立方米空气中约有10<sup>3</sup>个颗粒，CO<sub>2</sub>浓度稳定，"
            f"详见{REPORT}<sup>1</sup>。</p>",
        ),
        WATERS,
        ("list", True, ["<p>采样</p><ul><li>a. 现场测定</li></ul>", "<p>复核</p>"]),
        TABLE,
        (
            "paragraph",
            "<p>This is a longer English paragraph that goes on and on so that the filter has to "
            "wrap the source somewhere, which it does after about eighty characters of text.</p>",
        ),
        (
            "paragraph",
            "<p>本月对松花江流域二十个国家地表水考核断面开展了水质监测，监测结果表明总体水质为轻度"
            "污染，主要污染指标为化学需氧量、高锰酸盐指数和总磷，与上月相比水质无明显变化，与去年"
            "同期相比水质有所好转。</p>",
        ),
        ("paragraph", "<p>1 初步数据。</p>"),
    ],
    "libreoffice-calc": [("table", "表1 水质", ["合并表头", "合并表头", "数值, 103"], TABLE[3])],
    "excel": [
        (
            "table",
            "表1 国控断面水质",
            ["断面", "指标 / pH", "指标 / 氨氮", "数量，10³个"],
            [["江桥", "7.2", "0.50", "12"], ["江桥", "8.1", "未检出", "301"]],
        )
    ],
    "google-docs": [
        ("heading", "Water quality"),
        (
            "paragraph",
            "<p>About 10<sup>3</sup> particles, <b>stable</b>, see "
            '<a href="https://example.org/">the report</a>.</p>',
        ),
        (
            "list",
            False,
            ["<p>Drinking water</p><ul><li>Surface water</li></ul>", "<p>Irrigation</p>"],
        ),
        ("table", "", ["Site", "pH"], [["Jiangqiao", "7.2"]]),
    ],
    "web": [
        ("heading", "发布会"),
        ("paragraph", "<p>第一段，水质<b>良好</b>。</p>"),
        ("paragraph", "<p>第二段，CO<sub>2</sub>下降。</p>"),
        ("paragraph", "<p>第三段。</p>"),
        (
            "list",
            True,
            [
                "<p>采样</p><ul><li>a. 现场</li><li>b. 实验室</li></ul>",
                "<p>复核</p><ul><li>甲<ul><li>乙</li></ul></li></ul>",
            ],
        ),
        ("paragraph", "<p>3. 公布</p>"),
        ("paragraph", '<p>见附件、<a href="mailto:press@example.org">信箱</a>、网页。作废</p>'),
        ("table", "", ["城市", "天数 （天）"], [["北京", "224"]]),
        ("paragraph", "<p>排版用表格</p>"),
        ("table", "", ["甲", "乙"], [["1", "2"]]),
    ],
}

LOST = {
    "word": {
        *(Loss.PICTURES, Loss.FOOTNOTES, Loss.COMMENTS, Loss.EMPHASIS, Loss.MERGED_CELLS),
    },
    "word-online": set(),
    "wps": {Loss.MERGED_CELLS},
    "libreoffice-writer": {Loss.FOOTNOTES, Loss.MERGED_CELLS},
    "libreoffice-calc": {Loss.MERGED_CELLS, Loss.RAISED_IN_CALC},
    "excel": {Loss.MERGED_CELLS},
    "google-docs": set(),
    "web": {Loss.PICTURES, Loss.OBJECTS, Loss.LINKS, Loss.STRUCK, Loss.PLAIN_LINKS},
}


def clipboard(program: str) -> str:
    return (CLIPBOARDS / f"{program}.html").read_text()


def in_short(block: dict) -> tuple:
    """A block without its ids."""
    kind, value = block["type"], block["value"]
    if kind == "list":
        return kind, value["numbered"], [item["value"] for item in value["items"]]
    if kind == "table":
        headings = [column["heading"] for column in value["columns"]]
        return kind, value["caption"], headings, [row["values"] for row in value["rows"]]
    return kind, value


def pasted(html: str, kinds: tuple[str, ...] = BODY) -> list[tuple]:
    return [in_short(block) for block in blocks_from_parts(read_html(html), kinds)]


def losses_of(copied: Copied) -> set[Loss]:
    return {loss for loss, count in copied.losses.items() if count}


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_copies_becomes_blocks(program):
    assert pasted(clipboard(program)) == PROGRAMS[program]


@pytest.mark.parametrize("program", LOST)
def test_what_is_lost_of_it_is_said(program):
    copied = read_html(clipboard(program))
    blocks_from_parts(copied, BODY)
    assert losses_of(copied) == LOST[program]
    assert len(list(messages(copied.losses))) == len(LOST[program])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", ["<p>a</p>", "<p>b</p>"]),
        ("<div>a</div><p>&nbsp;</p><p> <br></p><div>b</div>", ["<p>a</p>", "<p>b</p>"]),
        ("a<br>b", ["<p>a<br/>b</p>"]),
        ("a<br><br>b<br>　　c", ["<p>a</p>", "<p>b</p>", "<p>c</p>"]),
        ("<p>生态\n环境</p>", ["<p>生态环境</p>"]),
        ("<p>two\nwords</p>", ["<p>two words</p>"]),
        ("<p>10&nbsp;км</p>", ["<p>10\xa0км</p>"]),
        ("<pre>a\nb</pre>", ["<p>a<br/>b</p>"]),
        ("<p>5 &lt; 6 &amp; 7</p>", ["<p>5 &lt; 6 &amp; 7</p>"]),
        ("<b>x<sup>2</sup></b>y", ["<p><b>x<sup>2</sup></b>y</p>"]),
        ("<a href='http://a.b/?q=\"'>x</a>", ['<p><a href="http://a.b/?q=&quot;">x</a></p>']),
        ("<a href='java\tscript:alert(1)'>x</a>", ["<p>x</p>"]),
        ("<a href='tel:12369'>x</a>", ['<p><a href="tel:12369">x</a></p>']),
        ("<style>.r{vertical-align:super}</style>m<i class=r>3</i>", ["<p>m<sup>3</sup></p>"]),
        ("<p>kept<del>deleted</del></p>", ["<p>kept</p>"]),
        ("<p>a<span style='mso-hide:all'>b</span></p>", ["<p>a</p>"]),
        ("<ol start=2><li>x</li><li>y</li></ol>", ["<p>2. x</p>", "<p>3. y</p>"]),
        ("<ol type=A><li>x</li></ol>", ["<p>A. x</p>"]),
        ("<ol type=i><li>x</li><li>y</li></ol>", ["<p>i. x</p>", "<p>ii. y</p>"]),
        (
            "<ol style='list-style-type:cjk-ideographic' start=12><li>x</li></ol>",
            ["<p>十二、x</p>"],
        ),
    ],
)
def test_running_text_keeps_its_paragraphs_and_nothing_else(html, expected):
    assert [value for kind, value in pasted(html)] == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul>stray<li>a</li></ul>", ["<p>stray</p>", "<p>a</p>"]),
        (
            "<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>",
            ["<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul>"],
        ),
        (
            "<ul><li>a</li><ol><li>b</li><li>c</li></ol></ul>",
            ["<p>a</p><ol><li>b</li><li>c</li></ol>"],
        ),
        ("<ul><li><p>a</p><p>b</p></li></ul>", ["<p>a</p><p>b</p>"]),
        ("<ul><li></li><li>a</li></ul>", ["<p>a</p>"]),
    ],
)
def test_lists_keep_their_nesting(html, expected):
    assert pasted(html) == [("list", False, expected)]


@pytest.mark.parametrize(
    ("rows", "headings", "body"),
    [
        ("<td>a<td>b<tr><td>1<td>2", ["a", "b"], [["1", "2"]]),
        ("<td rowspan=0>a<td>b<tr><td>c", ["a", "b"], [["a", "c"]]),
        ("<td>a<td>b<tr><td colspan=2>all<tr><td>1<td>2", ["a", "b"], [["all", None], ["1", "2"]]),
        ("<td>a<td>b", ["", ""], [["a", "b"]]),
        ("<td>a<td>b<tr><td>c", ["a", "b"], [["c", ""]]),
        ("<td>a<td><td>b<tr><td>1<td><td>2", ["a", "b"], [["1", "2"]]),
        ("<td>a<td>b<tr><td><p>x<p>y<td>001", ["a", "b"], [["x y", "001"]]),
    ],
)
def test_no_cell_of_a_table_is_glued_to_another(rows, headings, body):
    # The browser closes what the page leaves open before it is sent.
    closed = rows.replace("<tr>", "</td></tr><tr>").replace("<td", "</td><td")
    assert pasted(f"<table><tr>{closed}</td></tr></table>") == [("table", "", headings, body)]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (["7.2", "", "8"], "number"),
        (["302", "224"], "number"),
        (["2018", "2019"], "text"),
        (["007"], "text"),
        (["7.20"], "text"),
        (["<0.5", "1"], "text"),
        (["1,234"], "text"),
    ],
)
def test_numbers_are_facts_where_the_site_writes_them_as_they_were(column, kind):
    rows = "".join(f"<tr><td>x</td><td>{cell.replace('<', '&lt;')}</td></tr>" for cell in column)
    html = f"<table><tr><td>a</td><td>b</td></tr>{rows}</table>"
    (table,) = blocks_from_parts(read_html(html), BODY)
    assert [each["type"] for each in table["value"]["columns"]] == ["text", kind]


def test_a_table_that_nobody_could_read_is_left_out_and_that_is_said():
    spans = f"rowspan={MOST_CELLS} colspan={MOST_CELLS}"
    copied = read_html(f"<table><tr><td {spans}>a</td><td>b</td></tr></table>")
    wide = read_html("<table><tr>" + "<td>a</td>" * (MOST_CELLS + 1) + "</tr></table>")
    assert blocks_from_parts(copied, BODY) == blocks_from_parts(wide, BODY) == []
    assert losses_of(copied) == losses_of(wide) == {Loss.LARGE_TABLES}


def test_a_body_without_headings_and_tables_gets_them_as_text():
    html = "<h2>标题</h2><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
    copied = read_html(html)
    assert [in_short(block) for block in blocks_from_parts(copied, ("paragraph", "list"))] == [
        ("paragraph", "<p><b>标题</b></p>"),
        ("paragraph", "<p>a | b</p>"),
        ("paragraph", "<p>1 | 2</p>"),
    ]
    assert losses_of(copied) == {Loss.HEADINGS, Loss.TABLES}


def test_items_of_a_list_take_paragraphs_and_items():
    copied = read_html("<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul>")
    assert items_of(copied) == ["<p>a</p>", "<p>b</p><ul><li>c</li></ul>"]


def test_one_text_holds_several_paragraphs_and_says_so():
    copied = read_html("<p>a</p><ol><li>b</li></ol>")
    assert text_for(copied, has_lists=False) == "<p>a</p><p>1. b</p>"
    assert losses_of(copied) == {Loss.LISTS, Loss.PARAGRAPHS}
    assert text_for(read_html("<p>a</p><ol><li>b</li></ol>"), has_lists=True) == (
        "<p>a</p><ol><li>b</li></ol>"
    )
    nested = read_html("<ul><li>a<ul><li>b</li></ul></li></ul>")
    assert text_for(nested, has_lists=False) == "<p>• a</p><p>– b</p>"
    assert not losses_of(read_html("<p>a</p>"))


def test_a_field_without_formats_gets_the_characters():
    assert line_for(read_html("<p>10<sup>3</sup> t CO<sub>2</sub></p><p>b</p>")) == "10³ t CO₂\nb"


def test_plain_text_becomes_a_paragraph_for_each_line():
    copied = read_text("第一段\r\n\r\n　　第二段\n")
    values = [block["value"] for block in blocks_from_parts(copied, BODY)]
    assert values == ["<p>第一段</p>", "<p>第二段</p>"]


def test_what_was_copied_in_the_editor_keeps_its_links_to_pages():
    state = {
        "blocks": [
            {"key": "a", "type": "unstyled", "text": "一", "depth": 0, "inlineStyleRanges": [],
             "entityRanges": [{"offset": 0, "length": 1, "key": 0}]},
            {"key": "b", "type": "unstyled", "text": "二", "depth": 0, "inlineStyleRanges": [],
             "entityRanges": []},
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": 3}}},
    }  # fmt: skip
    held = json.dumps(state).replace('"', "&quot;")
    assert pasted(f'<div data-draftjs-conductor-fragment="{held}">x</div>') == [
        ("paragraph", '<p><a linktype="page" id="3">一</a></p>'),
        ("paragraph", "<p>二</p>"),
    ]
    assert pasted('<p data-draftjs-conductor-fragment="{">x</p>') == [("paragraph", "<p>x</p>")]


PIECES = [
    *("<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td rowspan=2>", "</table>"),
    *("<td colspan=3>", "<b>", "</b>", "<a href='#_ftn1'>", "<h2>", "<![if !supportLists]>"),
    *("<!--", "-->", "<p style='mso-list:l0 level2'>", "<br>", "<sup>3</sup>", "<img>", "<o:p>"),
    *("字", " ", "&nbsp;"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_there_is_no_html_that_cannot_be_pasted(pieces):
    html = "".join(pieces)
    for make in (
        lambda c: blocks_from_parts(c, BODY),
        items_of,
        lambda c: text_for(c, True),
        line_for,
    ):
        make(read_html(html))


def test_deep_nesting_is_read():
    assert pasted("<div>" * 3000 + "x") == [("paragraph", "<p>x</p>")]
    assert pasted("<ul><li>" * 500 + "x")


# The view


def ask(client: Client, into: str = "body", html: str = "<p>a</p>", text: str = "", **more):
    data = {"into": into, "html": html, "text": text, "kinds": BODY, **more}
    return client.post(reverse("paste"), json.dumps(data), content_type="application/json")


@pytest.mark.parametrize("who", ["editor", "publisher", "english_translator", "admin"])
def test_whoever_may_write_may_paste(request, who):
    assert ask(request.getfixturevalue(who)).json()["blocks"]


def test_strangers_may_not(visitor, editor):
    assert ask(visitor).status_code in {302, 403}
    assert editor.get(reverse("paste")).status_code == 405


def test_blocks_come_as_the_form_takes_them(editor):
    answer = ask(editor, html=clipboard("word")).json()
    assert [block["type"] for block in answer["blocks"]] == [kind for kind, *_ in PROGRAMS["word"]]
    state = json.loads(answer["blocks"][2]["value"])
    assert "SUPERSCRIPT" in json.dumps(state)
    assert len({block["id"] for block in answer["blocks"]}) == len(answer["blocks"])
    assert len(answer["notes"]) == 1 + len(LOST["word"])


def test_text_is_taken_where_the_html_holds_nothing(editor):
    answer = ask(editor, html="<meta charset=utf-8>", text="a\nb").json()
    assert len(answer["blocks"]) == 2


@pytest.mark.parametrize("into", ["list", "text", "line"])
def test_every_place_gets_an_answer(editor, into):
    assert ask(editor, into).status_code == 200


@pytest.mark.parametrize("sent", ["", "[]", "{}", '{"into": "x", "html": "", "text": ""}', "{"])
def test_what_the_script_does_not_send_is_refused(editor, sent):
    answer = editor.post(reverse("paste"), sent, content_type="application/json")
    assert answer.status_code == 400


def test_too_much_is_refused_with_a_word(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = ask(editor, html="x" * 1001)
    assert answer.status_code == 413
    assert answer.json()["notes"]


def test_links_to_this_site_become_links_to_its_pages(editor, some):
    article = some(NewsArticle)
    address = f"http://testserver{article.get_url()}"
    links = {
        address: f'linktype="page" id="{article.pk}"',
        f"{address}?with=en": "href",
        "http://testserver/zh-hans/nowhere/": "href",
        "https://example.org/zh-hans/": "href",
    }
    for link, expected in links.items():
        (block,) = ask(editor, html=f'<a href="{link}">x</a>').json()["blocks"]
        entity = json.loads(block["value"])["entityMap"]["0"]["data"]
        assert ("id" in entity) == expected.startswith("linktype"), link
