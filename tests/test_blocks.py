"""Every block tells editors what it is for, shows them an example, and renders."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text.converters.html_to_contentstate import HtmlToContentStateHandler
from wagtail.blocks import Block

from mep_site.core.blocks import AchievementsBlock, BodyBlock
from mep_site.core.blocks.text import ParagraphBlock
from mep_site.core.models import BasePage
from mep_site.translations.languages import authoritative
from news.models import NewsArticle

from .test_public_pages import address, read

BLOCKS = [*BodyBlock().child_blocks.values(), *AchievementsBlock().child_blocks.values()]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_a_block_has_a_description_and_a_preview(block: Block, editor):
    assert block.get_description()
    assert shown_in_preview(editor, block)


def shown_in_preview(editor: Client, block: Block) -> str:
    """The words of the example that editors see of a block."""
    assert block.is_previewable
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    return (
        BeautifulSoup(response.content, "html.parser").select_one("main, body").get_text(strip=True)
    )


FORGED = {
    "blocks": [
        {
            "key": "a",
            "type": kind,
            "text": "<script>alert(1)</script> a link",
            "depth": 0,
            "inlineStyleRanges": [{"offset": 0, "length": 5, "style": '" onclick="alert(1)'}],
            "entityRanges": [{"offset": 26, "length": 6, "key": key}],
        }
        for kind in ("unstyled", "code-block", "atomic")
        for key in range(4)
    ],
    "entityMap": {
        "0": {"type": "LINK", "data": {"url": "javascript:alert(1)"}},
        "1": {"type": "LINK", "data": {"url": 'https://a.example/" onclick="alert(1)'}},
        "2": {"type": "EMBED", "data": {"url": "https://elsewhere.example/"}},
        "3": {"type": "LINK", "data": {"url": "data:text/html,x", "onclick": "alert(1)"}},
    },
}


@pytest.mark.asvs("1.3.1")
def test_what_a_forged_form_sends_as_formatted_text_holds_nothing_that_runs():
    widget = ParagraphBlock().field.widget
    stored = BeautifulSoup(
        widget.value_from_datadict({"p": json.dumps(FORGED)}, {}, "p"), "html.parser"
    )
    assert {tag.name for tag in stored()} <= {"p", "a", "b", "i", "sub", "sup"}
    assert {name for tag in stored() for name in tag.attrs} <= {"href", "data-block-key"}
    assert {a.get("href", "").partition(":")[0] for a in stored("a")} <= {"", "https"}
    assert "<script>alert(1)</script>" in stored.get_text()


def test_links_to_what_is_not_public_stay_plain_words(visitor, some):
    article = some(NewsArticle)
    target = BasePage.objects.get(slug="working-materials")
    article.body_en = [
        {"type": "paragraph", "value": f'<p><a linktype="page" id="{target.pk}">words</a></p>'},
        {"type": "related_pages", "value": {"heading": "See", "pages": [target.pk]}},
    ]
    article.save()
    html = read(visitor, article, "en").select_one("main")
    assert "words" in html.get_text()
    assert not [a for a in html.select("a[href]") if "working-materials" in a["href"]]


def test_a_translation_without_chinese_says_that_there_is_none(visitor, some):
    article = some(NewsArticle)
    article.unpublish(languages=[authoritative()])
    notice = read(visitor, article, "en").select_one(".precedence-notice")
    assert "no Chinese text" in notice.get_text()
    assert not notice.select("a[hreflang='zh-Hans']")
    assert visitor.get(address(article, "zh-hans")).status_code == 200


def test_a_text_is_read_whole_while_another_thread_reads_one(monkeypatch):
    widget = ParagraphBlock().field.widget
    handle_data, others = HtmlToContentStateHandler.handle_data, iter(["<p>other</p>"])

    def interrupted(handler: HtmlToContentStateHandler, text: str) -> None:
        for other in others:
            assert texts(widget.format_value(other)) == ["other"]
        handle_data(handler, text)

    def texts(state: str) -> list[str]:
        return [block["text"] for block in json.loads(state)["blocks"]]

    monkeypatch.setattr(HtmlToContentStateHandler, "handle_data", interrupted)
    assert texts(widget.format_value("<p>one</p><p>two</p>")) == ["one", "two"]
