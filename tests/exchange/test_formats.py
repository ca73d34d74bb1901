"""What is particular to a format: states, words with signs, what reviewers do in Word."""

from io import BytesIO

import docx
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from mep_site.exchange.formats.xliff20 import as_token, from_token
from mep_site.exchange.texts.codes import canonical, coded, html_of_codes
from mep_site.translations.content.pins import fingerprint

from ..translations.steps import ENGLISH, save
from .steps import FIRST, ITEM, SECOND, edited, exported, outcomes, planned, take, texts

HTML = [
    "<p>a</p>",
    "<p>a <b>b</b> &amp; &lt;c&gt;</p>",
    '<p>a</p><ul><li>b</li><li><a href="x?a=1&amp;b=2">c</a></li></ul>',
    "<p>a<br/>b</p>",
    "<h2>a</h2><p>b</p><hr/><p></p>",
    "<p><b><sup>a</sup></b></p>",
]


@pytest.mark.parametrize("html", HTML)
def test_a_rich_text_is_the_same_after_it_was_taken_apart(html):
    assert html_of_codes(coded(html)) == canonical(html)
    assert fingerprint(canonical(html)) == fingerprint(html)


def test_the_tag_of_a_sole_paragraph_is_no_code():
    assert coded('<p data-block-key="x1">a</p>') == ("a",)


def test_a_link_that_leads_elsewhere_in_the_translation_is_the_same_code():
    source = coded('<p><b>a</b><a href="/zh-hans/">b</a></p>')
    target = coded('<p><a href="/en/">b</a><b>a</b></p>', source)
    assert [(code.number, code.tag) for code in target if code not in {"a", "b"}] == [
        ("2", "a"),
        ("2", "a"),
        ("1", "b"),
        ("1", "b"),
    ]


@given(st.text())
def test_any_id_of_a_unit_can_stand_in_xliff(unit):
    token = as_token(unit)
    assert from_token(token) == unit
    assert all(each.isascii() and (each.isalnum() or each in "._-:") for each in token)


def word(content):
    return docx.Document(BytesIO(content))


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def row_of(document, words):
    """The cells of the row whose translation has these words."""
    for row in document.tables[0].rows:
        if words in row.cells[2].text:
            return row.cells
    raise AssertionError(words)


@pytest.mark.django_db
class TestWord:
    def test_a_reviewer_writes_between_the_codes(self, article):
        document = word(exported(article, chosen="docx"))
        run = row_of(document, "Protect")[2].paragraphs[0].runs[0]
        run.text = "Keep "
        take(saved(document))
        assert "Keep <b>air</b>" in texts(article)[FIRST]
        assert '<a href="https://www.unep.org/">water</a>' in texts(article)[FIRST]

    def test_a_list_stays_a_list(self, article):
        document = word(exported(article, chosen="docx"))
        cell = row_of(document, "Points")[2]
        assert [each.text for each in cell.paragraphs] == ["Points", "one & two", "three four"]
        cell.paragraphs[1].runs[0].text = "1 & 2"
        take(saved(document))
        assert "<ul><li" in texts(article)[ITEM]
        assert "1 &amp; 2</li>" in texts(article)[ITEM]

    def test_a_text_of_a_reviewer_is_in_work(self, article):
        document = word(exported(article, chosen="docx"))
        row_of(document, "Title")[2].paragraphs[0].runs[0].text = "Headline"
        take(saved(document))
        (unit,) = planned(exported(article, chosen="docx")).units[:1]
        assert unit.row.state == "in-work"

    def test_a_paragraph_too_many_is_refused(self, article):
        document = word(exported(article, chosen="docx"))
        row_of(document, "First")[2].add_paragraph("Third")
        assert outcomes(saved(document)) == {SECOND: "refused"}

    def test_what_was_struck_out_is_gone_and_what_was_put_in_is_there(self, article):
        from docx.oxml import OxmlElement

        document = word(exported(article, chosen="docx"))
        paragraph = row_of(document, "Title")[2].paragraphs[0]
        removed = OxmlElement("w:del")
        run = paragraph.runs[0]._r
        run.addprevious(removed)
        removed.append(run)
        added = OxmlElement("w:ins")
        removed.addnext(added)
        added.append(paragraph.add_run("Headline")._r)
        take(saved(document))
        assert texts(article)["title"] == "Headline"

    def test_a_comment_is_shown(self, article):
        document = word(exported(article, chosen="docx"))
        row_of(document, "Title")[4].add_paragraph("Is this a title?")
        (unit,) = planned(saved(document)).told
        assert unit.returned.comment == "Is this a title?"


@pytest.mark.django_db
class TestPo:
    def test_it_is_read_by_gettext_tools(self, article):
        catalog = read_po(BytesIO(exported(article, chosen="po")))
        message = catalog.get("标题", context=f"{article.pk}/title")
        assert message.string == "Title"

    def test_what_changed_is_taken_with_its_codes(self, article):
        file = edited(exported(article, chosen="po"), "Protect <b-1>", "Keep <b-1>")
        take(file)
        assert "Keep <b>air</b>" in texts(article)[FIRST]

    def test_a_code_that_lacks_its_end_is_refused(self, article):
        file = edited(exported(article, chosen="po"), "air</b-1>", "air")
        assert outcomes(file) == {FIRST: "refused"}

    def test_signs_that_mean_something_to_a_format_come_back(self, article):
        strange = 'A "B" \\ 100 % %s <b-1> & </x>\ttab'
        save(article, ENGLISH, title_en=strange)
        for name in ("po", "xliff12", "xliff20", "docx"):
            (unit, *_others) = planned(exported(article, chosen=name)).units
            assert unit.returned.text == strange, name
