"""A picture with words in it: another one is shown in its place in another language."""

from pathlib import PurePath

import pytest
from django.urls import reverse

from mep_site.media.models import SiteImage
from news.models import NewsArticle
from tests.admin_forms import errors, offered
from tests.measuring.places import address
from tests.test_query_budget import queries_of

pytestmark = pytest.mark.slow


@pytest.fixture
def article(some) -> NewsArticle:
    return some(NewsArticle)


@pytest.fixture
def diagrams(article) -> list[SiteImage]:
    """A picture of the article, and one that stands for it in English."""
    chinese, english = SiteImage.objects.all()[:2]
    article.body_zh_hans = article.body_en = article.body_ru = [
        {"type": "picture", "value": {"image": chinese.pk, "alt_text": "…", "caption": ""}}
    ]
    article.image = chinese
    article.save_revision().publish()
    return [chinese, english]


def files(client, page, code: str) -> str:
    return client.get(address(page, code)).content.decode()


def name(image: SiteImage) -> str:
    """What the addresses of all its renditions have in common."""
    return f"/images/{PurePath(image.file.name).stem}."


def test_a_language_shows_its_own_version_and_the_others_the_picture(visitor, article, diagrams):
    chinese, english = diagrams
    chinese.version_en = english
    chinese.save()
    assert name(english) in files(visitor, article, "en")
    assert name(chinese) not in files(visitor, article, "en")
    for code in ("zh-hans", "ru"):
        assert name(chinese) in files(visitor, article, code)
        assert name(english) not in files(visitor, article, code)


def test_side_by_side_each_language_shows_its_own(visitor, article, diagrams):
    chinese, english = diagrams
    chinese.version_en = english
    chinese.save()
    html = visitor.get(address(article, "en"), {"with": "zh-hans"}).content.decode()
    assert name(english) in html
    assert name(chinese) in html


def test_versions_take_one_query(visitor, article, diagrams):
    chinese, english = diagrams
    url = address(article, "en")
    queries_of(visitor, url)
    before = queries_of(visitor, url)
    chinese.version_en = english
    chinese.save()
    queries_of(visitor, url)
    assert queries_of(visitor, url) <= before + 1


def test_when_the_version_is_deleted_the_picture_is_back(visitor, article, diagrams):
    chinese, english = diagrams
    chinese.version_en = english
    chinese.save()
    english.delete()
    assert name(chinese) in files(visitor, article, "en")


def test_an_editor_chooses_it_in_the_library(editor, diagrams):
    chinese, english = diagrams
    url = reverse("wagtailimages:edit", args=[chinese.pk])
    form = offered(editor, url, "form[enctype]")
    assert editor.post(url, form | {"version_en": str(english.pk)}).status_code == 302
    assert SiteImage.objects.get(pk=chinese.pk).version_en == english
    refused = editor.post(url, form | {"version_en": str(chinese.pk)})
    assert errors(refused)
