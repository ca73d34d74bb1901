"""An article full of codes, in three languages, whose translations translate it."""

import pytest

from news.models import NewsArticle, NewsIndex

from ..translations.steps import IDS, pinned_page

LINK = '<a href="https://www.unep.org/">{}</a>'
PAGE_LINK = '<a id="3" linktype="page">{}</a>'
WORDS = {
    "zh_hans": (
        f"<p>保护<b>大气</b>和{LINK.format('水')}，CO<sub>2</sub></p>",
        f"<p>第一<b>段</b></p><p>第二{PAGE_LINK.format('段')}</p>",
        "<p>要点</p><ul><li>一 &amp; 二</li><li>三<b>四</b></li></ul>",
    ),
    "en": (
        f"<p>Protect <b>air</b> and {LINK.format('water')}, CO<sub>2</sub></p>",
        f"<p>First <b>part</b></p><p>Second {PAGE_LINK.format('part')}</p>",
        "<p>Points</p><ul><li>one &amp; two</li><li>three <b>four</b></li></ul>",
    ),
    "ru": (
        f"<p>Охрана <b>воздуха</b> и {LINK.format('воды')}, CO<sub>2</sub></p>",
        f"<p>Первая <b>часть</b></p><p>Вторая {PAGE_LINK.format('часть')}</p>",
        "<p>Пункты</p><ul><li>один &amp; два</li><li>три <b>четыре</b></li></ul>",
    ),
}


def body(code):
    """Two paragraphs, and a list with one item that has items below it."""
    first, second, item = WORDS[code]
    items = [{"type": "item", "value": item, "id": IDS[2].replace("0003", "0004")}]
    return [
        {"type": "paragraph", "value": first, "id": IDS[0]},
        {"type": "paragraph", "value": second, "id": IDS[1]},
        {"type": "list", "value": {"numbered": False, "items": items}, "id": IDS[2]},
    ]


@pytest.fixture
def article(db):
    page = NewsArticle(title_zh_hans="标题", title_en="Title", title_ru="Заголовок", slug="codes")
    for code in WORDS:
        setattr(page, f"body_{code}", body(code))
    NewsIndex.objects.first().add_child(instance=page)
    return NewsArticle.objects.get(pk=pinned_page(page).pk)
