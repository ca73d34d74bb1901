"""The memory in the admin: who sees and does what."""

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mep_site.memory.models import MemoryImport, MemoryPair
from mep_site.memory.tmx.importing import keep_file

from ..translations.steps import RUSSIAN
from .test_tmx import tmx, unit

pytestmark = pytest.mark.usefixtures("version_is_kept")

LIST, EXPORT = reverse("memory:index"), reverse("memory:export")
IMPORTS, UPLOAD = reverse("memory_imports:index"), reverse("memory_imports:add")


def remove(pair):
    return reverse("memory:delete", args=[pair.pk])


def of_file(name, file):
    return reverse(f"memory_imports:{name}", args=[file.pk])


@pytest.fixture
def pairs(page):
    """The English and the Russian pair of a paragraph."""
    found = MemoryPair.objects.filter(sheet__edition__page=page.pk, chinese="第2段")
    return {pair.language: pair for pair in found}


@pytest.fixture
def file(db):
    """A Russian file that was not added yet."""
    data = tmx(unit(translation="Чужое предложение", target="ru"))
    return keep_file("from-elsewhere.tmx", data, RUSSIAN, None)


def test_a_translator_finds_the_pairs_of_their_language_only(pairs, russian_translator):
    html = russian_translator.get(LIST, {"q": "第2段"}).content.decode()
    assert "Абзац 2" in html
    assert "Paragraph 2" not in html
    assert "Paragraph 2" not in russian_translator.get(LIST, {"language": "en"}).content.decode()
    exported = b"".join(russian_translator.get(EXPORT, {"q": "第2段"}).streaming_content).decode()
    assert "Абзац 2" in exported
    assert "Paragraph 2" not in exported


def test_the_list_is_narrowed_by_origin_page_and_date(pairs, page, file, publisher):
    file.add()

    def found(**filters):
        response = publisher.get(LIST, filters)
        return {pair.target for pair in response.context_data["object_list"]}

    assert found(q="Paragraph", page=page.pk) == {f"Paragraph {number}" for number in (1, 2, 3)}
    assert found(origin="files") == {"Чужое предложение"}
    assert found(file=file.pk, language="ru") == {"Чужое предложение"}
    assert "Paragraph 2" not in found(q="Paragraph 2", published_at_to="2001-01-01")
    assert found(q="外来的", origin="pages") == set()


def test_the_list_costs_the_same_however_long_it_is(pairs, publisher):
    publisher.get(LIST)
    with CaptureQueriesContext(connection) as few:
        publisher.get(LIST, {"q": "第2段"})
    with CaptureQueriesContext(connection) as many:
        publisher.get(LIST)
    assert len(many) <= len(few) <= 25


def test_a_publisher_takes_a_wrong_pair_out(pairs, publisher):
    assert publisher.get(remove(pairs["en"])).status_code == 200
    assert publisher.post(remove(pairs["en"])).status_code == 302
    pairs["en"].refresh_from_db()
    assert pairs["en"].removed_by == User.objects.get(username="publisher")
    assert not MemoryPair.objects.offered().filter(pk=pairs["en"].pk).exists()


def test_a_file_is_looked_at_before_it_is_added(publisher):
    data = tmx(unit(), unit(source="zh-TW"))
    upload = SimpleUploadedFile("from-elsewhere.tmx", data)
    response = publisher.post(UPLOAD, {"file": upload, "language": "en"}, follow=True)
    file = MemoryImport.objects.get()
    assert response.redirect_chain == [(of_file("look", file), 302)]
    assert "A sentence from elsewhere" in response.content.decode()
    pair = MemoryPair.objects.get(sheet__batch=file)
    assert pair not in MemoryPair.objects.offered()
    publisher.post(of_file("add_pairs", file))
    assert pair in MemoryPair.objects.offered()
    publisher.post(of_file("delete", file))
    assert not MemoryPair.objects.filter(pk=pair.pk).exists()


def test_a_file_that_is_refused_says_why_and_leaves_nothing(publisher):
    upload = SimpleUploadedFile("a.tmx", b"<tmx>")
    response = publisher.post(UPLOAD, {"file": upload, "language": "en"})
    assert response.context_data["form"].errors["file"]
    assert not MemoryImport.objects.exists()


def are_kept(pairs, file):
    """Whether nobody has changed anything."""
    is_offered = MemoryPair.objects.offered().filter(pk__in=[each.pk for each in pairs.values()])
    files = list(MemoryImport.objects.values_list("pk", "is_added"))
    return is_offered.count() == len(pairs) and files == [(file.pk, False)]


def uploaded(client, language):
    upload = SimpleUploadedFile("a.tmx", tmx(unit(target=language)))
    return client.post(UPLOAD, {"file": upload, "language": language})


def test_strangers_and_chinese_editors_reach_nothing(pairs, file, editor):
    addresses = [LIST, EXPORT, IMPORTS, UPLOAD, remove(pairs["en"])]
    addresses += [of_file(name, file) for name in ("look", "add_pairs", "delete")]
    for client in (Client(), editor):
        for address in addresses:
            assert client.get(address).status_code in {302, 404, 405}, address
            assert client.post(address).status_code in {302, 404, 405}, address
        uploaded(client, "en")
    assert are_kept(pairs, file)


def test_translators_who_may_not_publish_change_nothing(pairs, file, russian_translator):
    assert russian_translator.get(of_file("look", file)).status_code == 200
    for address in (remove(pairs["ru"]), of_file("add_pairs", file), of_file("delete", file)):
        assert russian_translator.post(address).status_code in {302, 403, 404}, address
    uploaded(russian_translator, "ru")
    assert are_kept(pairs, file)


def test_publishers_of_another_language_change_nothing(
    pairs, file, publishing_translators, english_translator
):
    for address in (remove(pairs["ru"]), of_file("add_pairs", file), of_file("delete", file)):
        assert english_translator.post(address).status_code in {403, 404}, address
    assert english_translator.get(of_file("look", file)).status_code == 404
    assert uploaded(english_translator, "ru").context_data["form"].errors["language"]
    assert are_kept(pairs, file)
    assert english_translator.post(remove(pairs["en"])).status_code == 302
    assert not are_kept(pairs, file)


def test_the_menu_leads_there_for_those_who_have_a_memory(editor, english_translator):
    assert LIST not in editor.get(reverse("wagtailadmin_home")).content.decode()
    assert LIST in english_translator.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_says_where_a_pair_is_from(pairs, file, publisher, english_translator):
    file.add()
    html = publisher.get(LIST, {"q": "第2段"}).content.decode()
    assert html.count(">标题</a>") == 2
    assert html.count(remove(pairs["en"])) == 1
    assert "from-elsewhere.tmx" in publisher.get(LIST, {"q": "外来的"}).content.decode()
    assert remove(pairs["en"]) not in english_translator.get(LIST).content.decode()
