"""What editors do before they publish leaves the version of what is public."""

import pytest

from mep_site.publicstate.version import current
from news.models import NewsArticle

from .admin_forms import answer, edit_url, offered, unit

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]

AUTOSAVE = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def article(some):
    return some(NewsArticle)


def saved_by_itself(client, page, code, **typed):
    """Two saves of one open form, as the browser makes them; what the second one answers."""
    url = edit_url(page, code)
    form = offered(client, url)
    first = client.post(url, form | typed, **AUTOSAVE).json()
    again = {"overwrite_revision_id": str(first["revision_id"])}
    return client.post(url, form | typed | again, **AUTOSAVE).json()


def test_what_an_editor_types_leaves_the_version(editor, article):
    before = current()
    assert saved_by_itself(editor, article, "zh-hans", title_zh_hans="未发布")["success"]
    assert current() == before


def test_what_a_translator_types_leaves_the_version(english_translator, article):
    before = current()
    typed = {unit("title"): "Not published"}
    assert saved_by_itself(english_translator, article, "en", **typed)["success"]
    assert current() == before


def test_who_opens_lists_and_forms_leaves_the_version(publisher, article):
    publisher.get("/admin/")
    before = current()
    publisher.get("/admin/pages/")
    publisher.get(edit_url(article, "ru"))
    assert current() == before


def test_publishing_one_language_raises_the_version(publisher, article):
    before = current()
    form = offered(publisher, edit_url(article, "en"))
    typed = {unit("title"): "Published", "action-publish": "1"}
    asked = publisher.post(edit_url(article, "en"), form | typed)
    assert answer(publisher, asked, "as-they-are").status_code == 302
    assert current() != before
