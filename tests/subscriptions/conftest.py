"""An article in three languages that can be followed."""

import pytest

from news.models import NewsArticle, NewsIndex

from ..translations.steps import paragraphs, pinned_page


@pytest.fixture
def news(db):
    """The list in which the article stands."""
    return NewsIndex.objects.first()


@pytest.fixture
def article(news):
    """An article whose translations translate it."""
    page = NewsArticle(title_zh_hans="标题", title_en="Title", title_ru="Заголовок", slug="three")
    for code, words in {"zh_hans": "第{}段", "en": "Paragraph {}", "ru": "Абзац {}"}.items():
        setattr(page, f"body_{code}", paragraphs(words))
    news.add_child(instance=page)
    return NewsArticle.objects.get(pk=pinned_page(page).pk)
