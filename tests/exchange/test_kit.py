"""The offline kit: all that a translator needs, and the same file for the same texts."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from wagtail.models import Comment

from mep_site.exchange.formats.intake import read_file
from news.models import NewsArticle

from .steps import exported, outcomes

pytestmark = pytest.mark.django_db


def page_with_a_term():
    """A page whose title names a country, which is a term by itself."""
    page = NewsArticle.objects.live().first()
    draft = page.get_latest_revision_as_object()
    draft.title_zh_hans = "俄罗斯代表团来访"
    draft.save_revision().publish()
    return page


def names_and_files(content):
    archive = ZipFile(BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


def test_a_kit_holds_texts_instructions_and_the_page_to_read(article):
    files = names_and_files(exported(article, chosen="kit"))
    assert {"texts.xlf", "README.zh-Hans.txt", "README.en.txt", "README.ru.txt"} <= files.keys()
    (page,) = (file for name, file in files.items() if name.startswith("pages/"))
    html = page.decode()
    assert "标题" in html
    assert "<style>" in html
    assert 'src="/' not in html


def test_a_kit_holds_the_terms_of_its_texts():
    files = names_and_files(exported(page_with_a_term(), chosen="kit"))
    assert "俄罗斯" in files["terms.tbx"].decode()


def test_a_kit_holds_what_was_translated_before(article):
    memory = names_and_files(exported(article, chosen="kit"))["memory.tmx"].decode()
    assert "标题" in memory
    assert "Title" in memory


def test_the_kit_of_the_same_texts_is_the_same_file(article):
    assert exported(article, chosen="kit") == exported(article, chosen="kit")


def test_a_kit_comes_back_as_it_is(article):
    kit = exported(article, chosen="kit")
    assert outcomes(kit) == {}
    (document,) = read_file(kit)
    assert document.format == "xliff12"


def test_open_comments_go_out_with_the_text_that_they_are_about(article):
    user = User.objects.get(username="publisher")
    for path, words in {"title_en": "Too short?", "title_ru": "Коротко?"}.items():
        Comment.objects.create(page=article, user=user, contentpath=path, text=words)
    file = exported(article).decode()
    assert "Too short?" in file
    assert "Коротко?" not in file


@pytest.mark.parametrize("name", ["xliff12", "xliff20", "po", "docx"])
def test_a_file_of_the_same_texts_is_the_same_file(article, name):
    assert exported(article, chosen=name) == exported(article, chosen=name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("xliff20", "<gls:translation>Russia</gls:translation>"),
        ("xliff12", "俄罗斯 = Russia"),
        ("po", "俄罗斯 = Russia"),
    ],
)
def test_terms_go_out_with_the_texts_in_which_they_stand(name, hint):
    assert hint in exported(page_with_a_term(), chosen=name).decode()
