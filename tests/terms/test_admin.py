"""The base of terms in the admin: who may do what, and files in and out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from mep_site.terms.models import ApprovedTerm, TermRendering

READING = ("index", "inspect", "export")
WRITING = ("add", "edit", "delete", "history", "import")
TABLE = "chinese,kind,approved_en,forbidden_en\n某部,body,MEE,MEP\n新词,name,New word,\n"


@pytest.fixture
def term(db) -> ApprovedTerm:
    term = ApprovedTerm.objects.create(chinese="某部", kind="body")
    TermRendering.objects.create(term=term, language="en", text="MEE")
    TermRendering.objects.create(term=term, language="ru", text="МЭОСС")
    return term


def address(name: str, term: ApprovedTerm) -> str:
    arguments = {"index": [], "add": [], "import": [], "export": ["tbx"]}.get(name, [term.pk])
    return reverse(f"terms:{name}", args=arguments)


@pytest.mark.parametrize("name", [*READING, *WRITING])
def test_a_stranger_sees_nothing(name, term, visitor):
    response = visitor.get(address(name, term))
    assert response.status_code == 302
    assert "/login/" in response.url


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("who", ["editor", "english_translator", "russian_translator"])
def test_whoever_writes_texts_may_read_terms(name, who, term, request):
    client = request.getfixturevalue(who)
    assert client.get(address(name, term)).status_code == 200


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_translator_may_not_change_terms(name, method, term, english_translator):
    response = getattr(english_translator, method)(address(name, term))
    assert response.status_code == 302
    assert response.url == "/admin/"
    assert ApprovedTerm.objects.filter(pk=term.pk).exists()


def test_a_translator_is_not_shown_what_leads_to_changes(term, english_translator, publisher):
    url = reverse("terms:import")
    assert url not in english_translator.get(reverse("terms:index")).content.decode()
    assert url in publisher.get(reverse("terms:index")).content.decode()


def form_data(*rows: dict[str, str]) -> dict[str, str]:
    defaults = {"source": "", "valid_from": "", "valid_until": ""}
    return nested_form_data(
        {
            "chinese": "某院",
            "kind": "body",
            **defaults,
            "note": "",
            "definition": "",
            "renderings": inline_formset([{**defaults, **row} for row in rows]),
        }
    )


def test_a_publisher_adds_a_term_and_the_log_has_it(term, publisher):
    data = form_data(
        {"language": "en", "text": "State Council", "status": "approved"},
        {"language": "en", "text": "Council of State", "status": "forbidden"},
    )
    response = publisher.post(reverse("terms:add"), data)
    assert response.status_code == 302
    added = ApprovedTerm.objects.get(chinese="某院")
    assert [each.text for each in added.renderings.all()] == ["State Council", "Council of State"]
    assert ModelLogEntry.objects.for_instance(added).filter(action="wagtail.create").exists()


def test_a_rendering_that_is_given_twice_is_refused_with_a_sentence(term, publisher):
    row = {"language": "en", "text": "State Council", "status": "approved"}
    response = publisher.post(reverse("terms:add"), form_data(row, {**row, "status": "forbidden"}))
    assert response.status_code == 200
    assert "State Council" in str(response.context_data["form"].non_field_errors())


def upload(client, data: bytes | str = TABLE):
    content = data.encode() if isinstance(data, str) else data
    return client.post(reverse("terms:import"), {"file": SimpleUploadedFile("terms.csv", content)})


def test_an_import_shows_what_it_changes_before_it_changes_anything(term, publisher):
    response = upload(publisher)
    plan = response.context_data["plan"]
    assert [change.term.chinese for change in plan.added] == ["新词"]
    assert [each.after for change in plan.changed for each in change.differences] == ["MEP"]
    assert not ApprovedTerm.objects.filter(chinese="新词").exists()
    confirmed = publisher.post(reverse("terms:import"), response.context_data["confirmation"].data)
    assert confirmed.url == reverse("terms:index")
    assert {each.text for each in term.renderings.all()} == {"MEE", "MEP", "МЭОСС"}
    assert ApprovedTerm.objects.get(chinese="新词").renderings.get().text == "New word"
    assert ModelLogEntry.objects.for_instance(term).filter(action="wagtail.edit").exists()


def test_nothing_is_done_when_the_base_was_changed_since_it_was_shown(term, publisher):
    shown = upload(publisher).context_data["confirmation"].data
    TermRendering.objects.create(term=term, language="en", text="Ministry", status="forbidden")
    again = publisher.post(reverse("terms:import"), shown)
    assert again.status_code == 200
    assert not ApprovedTerm.objects.filter(chinese="新词").exists()
    publisher.post(reverse("terms:import"), again.context_data["confirmation"].data)
    assert ApprovedTerm.objects.filter(chinese="新词").exists()


@pytest.mark.parametrize("packed", ["", "x", "{}" * 50, "c$@tG"])
def test_what_was_not_shown_is_not_taken_over(packed, term, publisher):
    response = publisher.post(reverse("terms:import"), {"packed": packed, "expected": "-"})
    assert response.url == reverse("terms:import")


def test_a_file_that_is_refused_is_answered_with_a_sentence(term, publisher):
    response = upload(publisher, b"PK\x03\x04")
    assert response.status_code == 200
    assert response.context_data["form"].errors["file"]


def test_the_list_is_searched_by_renderings_and_filtered_by_what_lacks(term, publisher):
    other = ApprovedTerm.objects.create(chinese="某院")
    url = reverse("terms:index")
    found = publisher.get(url, {"q": "МЭОСС"}).context_data["object_list"]
    assert list(found) == [term]
    lacking = publisher.get(url, {"lacking": "ru", "q": "某"}).context_data["object_list"]
    assert list(lacking) == [other]


def test_the_list_takes_as_many_queries_for_any_number_of_terms(
    term, publisher, django_assert_max_num_queries
):
    for number in range(40):
        other = ApprovedTerm.objects.create(chinese=f"词{number}")
        TermRendering.objects.create(term=other, language="en", text="word")
    publisher.get(reverse("terms:index"))
    with django_assert_max_num_queries(16):
        publisher.get(reverse("terms:index"))
