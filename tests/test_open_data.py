"""Open data: the facts of the site as tables and linked data, and the catalogue of them."""

import csv
import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyld import jsonld
from wagtail.models import PageViewRestriction

from cooperation.models import Programme
from departments.models import Department, Institution, Leader, LeaderPost
from mep_site.core.admin.spreadsheets import BEGIN_A_FORMULA
from mep_site.core.models import BasePage
from mep_site.opendata.datasets import DATA_SETS
from mep_site.opendata.writing import BETWEEN, as_object
from mep_site.search.models import Term
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition
from news.models import PolicyArticle, PolicyIndex

from .test_public_pages import CODES, address

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

HOST = "http://testserver"
CATALOGUE = "/data/catalogue.jsonld"
DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
FILES = [(name, ending) for name in DATA_SETS for ending in ("csv", "jsonld")]


def fetched(client, url):
    response = client.get(url)
    assert response.status_code == 200
    content = response.streaming_content if response.streaming else [response.content]
    return b"".join(content).decode()


def rows(client, name):
    text = fetched(client, f"/data/{name}.csv")
    assert text.count("\n") == text.count("\r\n")
    header, *lines = csv.reader(StringIO(text, newline=""), strict=True)
    assert header == [column.name for column in DATA_SETS[name].columns]
    assert all(len(line) == len(header) for line in lines)
    return [dict(zip(header, line, strict=True)) for line in lines]


def objects(client, name):
    return json.loads(fetched(client, f"/data/{name}.jsonld"))["@graph"]


def one(found, **facts):
    (row,) = (row for row in found if facts.items() <= row.items())
    return row


def withdraw(page, code):
    Edition.objects.filter(page=page, language=code).update(state=Edition.State.WITHDRAWN)


# The facts of each


def test_a_department_is_followed_by_its_divisions(visitor, some):
    department = some(Department)
    division = department.divisions.first()
    found = rows(visitor, "bodies")
    above = one(found, name_en=department.title_en)
    assert (above["kind"], above["parent"]) == ("department", f"{HOST}/zh-hans/#ministry")
    assert above["url_ru"] == f"{HOST}{address(department, 'ru')}"
    below = one(found, name_ru=division.name_ru, parent=above["id"])
    assert (below["kind"], below["name_zh_hans"]) == ("division", division.name_zh_hans)
    assert below["id"] == division.key.urn


def test_an_institution_names_the_authority_above_it(visitor, some):
    institution = some(Institution)
    Institution.objects.filter(pk=institution.pk).update(supervisor_en="Bureau of Rivers")
    row = one(rows(visitor, "bodies"), name_en=institution.title_en)
    assert (row["kind"], row["supervisor_en"]) == ("institution", "Bureau of Rivers")
    node = one(objects(visitor, "bodies"), id=row["id"])
    assert node["supervising"]["supervisor_en"] == "Bureau of Rivers"


def test_a_leader_has_a_row_for_each_post(visitor, some):
    leader = some(Leader)
    LeaderPost.objects.filter(leader=leader).delete()
    assert one(rows(visitor, "leaders"), name_en=leader.title_en)["post_en"] == ""
    former = {"name_en": "Director", "since": "2012", "until": "2018-02"}
    LeaderPost.objects.create(leader=leader, sort_order=1, **former)
    LeaderPost.objects.create(leader=leader, sort_order=0, name_en="Vice Minister", since="2018-03")
    own = [row for row in rows(visitor, "leaders") if row["name_en"] == leader.title_en]
    posts = [(row["post_en"], row["since"], row["until"]) for row in own]
    assert posts == [("Vice Minister", "2018-03", ""), ("Director", "2012", "2018-02")]


def test_a_programme_has_a_row_for_each_member_in_protocol_order(visitor, some):
    programme = some(Programme)
    own = [row for row in rows(visitor, "programmes") if row["name_en"] == programme.title_en]
    members = programme.members.select_related("country")
    assert [(row["member_code"], row["member_status"], row["member_ru"]) for row in own] == [
        (
            each.country_id or "",
            each.status,
            each.country.short_name_ru if each.country else each.organisation_ru,
        )
        for each in members
    ]


def test_a_term_has_its_names_and_synonyms_in_every_language(visitor):
    Term.objects.create(name_zh_hans="水獭", name_en="otter", synonyms_en="river otter\nlutra")
    row = one(rows(visitor, "terms"), name_zh_hans="水獭")
    assert (row["name_en"], row["synonyms_en"]) == ("otter", f"river otter{BETWEEN}lutra")
    assert one(objects(visitor, "terms"), id=row["id"])["synonyms_en"] == ["river otter", "lutra"]


def test_a_policy_has_number_date_issuing_body_topics_and_addresses(visitor, some):
    policy = some(PolicyArticle)
    PolicyArticle.objects.filter(pk=policy.pk).update(
        document_number="环办〔2019〕1号", date="2019-05", issuing_body_ru="Бюро рек"
    )
    row = one(rows(visitor, "policies"), title_en=policy.title_en)
    assert row["document_number"] == "环办〔2019〕1号"
    assert (row["date"], row["issuing_body_ru"]) == ("2019-05", "Бюро рек")
    topics = [each.topic.slug for each in policy.topics.select_related("topic")]
    assert row["topics"] == BETWEEN.join(topics)
    assert [row[each.column("url")] for each in languages()] == [
        f"{HOST}{address(policy, code)}" for code in CODES
    ]


# Only what is public


def test_what_is_withdrawn_in_a_language_is_not_told_in_it(visitor, some):
    department = some(Department)
    withdraw(department, "en")
    found = rows(visitor, "bodies")
    row = one(found, name_ru=department.title_ru)
    assert (row["name_en"], row["url_en"]) == ("", "")
    below = [each for each in found if each["parent"] == row["id"]]
    assert below
    assert not any(each["name_en"] for each in below)


@pytest.mark.parametrize("name", [name for name in DATA_SETS if DATA_SETS[name].models])
def test_what_is_withdrawn_in_every_language_or_private_is_not_told_at_all(name, visitor):
    before = {row["id"] for row in rows(visitor, name)}
    pages = [model.objects.published().first() for model in DATA_SETS[name].models]
    private, *others = pages
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in others:
        for code in CODES:
            withdraw(page, code)
    gone = {page.translation_key.urn for page in pages}
    assert gone <= before
    assert not gone & {row["id"] for row in rows(visitor, name)}


# Both formats


@pytest.mark.parametrize("name", DATA_SETS)
def test_both_formats_tell_the_same_facts(name, visitor):
    """A row of the table is an object of the linked data, with what it is connected with."""
    told = objects(visitor, name)
    found = rows(visitor, name)
    assert len(told) == len(found) > 0
    lists = {"topics", *(each.column("synonyms") for each in languages())}
    for row, node in zip(found, told, strict=True):
        values = {key: text.removeprefix("'") for key, text in row.items()}
        split = {key: values[key].split(BETWEEN) for key in lists & values.keys() if values[key]}
        assert as_object(DATA_SETS[name], values | split) == node


@pytest.mark.parametrize("name", DATA_SETS)
def test_linked_data_is_expanded_without_loss(name, visitor):
    document = json.loads(fetched(visitor, f"/data/{name}.jsonld"))
    expanded = jsonld.expand(document)
    assert len(expanded) == len(document["@graph"])
    assert leaves(expanded) == leaves(document["@graph"])
    assert all("://" in term or term[0] == "@" for term in terms(expanded))
    assert jsonld.to_rdf(document)["@default"]


def leaves(value):
    """How many values there are, whatever they are the values of."""
    if isinstance(value, list):
        return sum(map(leaves, value))
    if not isinstance(value, dict):
        return 1
    return sum(leaves(each) for key, each in value.items() if key not in {"@language"})


def terms(value):
    if isinstance(value, list):
        return {term for each in value for term in terms(each)}
    if not isinstance(value, dict):
        return set()
    return {*value, *(term for each in value.values() for term in terms(each))}


def test_no_cell_begins_a_formula(visitor, some):
    policy = some(PolicyArticle)
    PolicyArticle.objects.filter(pk=policy.pk).update(document_number='=HYPERLINK("x"), "y"')
    found = rows(visitor, "policies")
    assert one(found, title_en=policy.title_en)["document_number"] == '\'=HYPERLINK("x"), "y"'
    cells = [cell for name in DATA_SETS for row in rows(visitor, name) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(BEGIN_A_FORMULA)]


def test_many_policies_are_read_some_hundreds_at_a_time(visitor, monkeypatch):
    monkeypatch.setattr("mep_site.opendata.sources.public_pages.AT_ONCE", 2)
    monkeypatch.setattr("mep_site.opendata.writing.ROWS_PER_PIECE", 2)
    response = visitor.get("/data/policies.csv")
    pieces = [piece.decode() for piece in response.streaming_content]
    assert max(piece.count("\r\n") for piece in pieces) == 2
    assert len("".join(pieces).splitlines()) == 1 + len(rows(visitor, "policies"))


@pytest.mark.usefixtures("version_is_kept")
def test_a_file_takes_as_many_queries_whatever_is_in_it(visitor, some):
    index = some(PolicyIndex)
    before = queries_of_file(visitor)
    for number in range(5):
        index.add_child(instance=PolicyArticle(title_en=f"Rule {number}", slug=f"rule-{number}"))
    assert queries_of_file(visitor) == before


def queries_of_file(client):
    fetched(client, "/data/policies.csv")
    with CaptureQueriesContext(connection) as queries:
        fetched(client, "/data/policies.csv")
    return len(queries)


# The catalogue


def catalogue(client):
    (expanded,) = jsonld.expand(json.loads(fetched(client, CATALOGUE)))
    return expanded


def tags(texts):
    return {text["@language"] for text in texts}


def test_the_catalogue_has_what_dcat_makes_mandatory(visitor):
    """DCAT-AP 3.0: the mandatory properties of catalogue, data set and distribution."""
    found = catalogue(visitor)
    everywhere = {language.tag.lower() for language in languages()}
    assert found["@type"] == [f"{DCAT}Catalog"]
    (publisher,) = found[f"{DCT}publisher"]
    assert publisher["@id"] == f"{HOST}/zh-hans/#ministry"
    assert tags(publisher["http://xmlns.com/foaf/0.1/name"]) == everywhere
    data_sets = found[f"{DCAT}dataset"]
    assert len(data_sets) == len(DATA_SETS)
    for each in (found, *data_sets):
        assert tags(each[f"{DCT}title"]) == tags(each[f"{DCT}description"]) == everywhere
        assert len({title["@value"] for title in each[f"{DCT}title"]}) == len(everywhere)
    for each in data_sets:
        assert each["@type"] == [f"{DCAT}Dataset"]
        for file in each[f"{DCAT}distribution"]:
            assert file["@type"] == [f"{DCAT}Distribution"]
            assert file[f"{DCAT}accessURL"]


def test_the_catalogue_tells_the_true_address_type_and_size_of_each_file(visitor):
    files = [
        file
        for each in catalogue(visitor)[f"{DCAT}dataset"]
        for file in each[f"{DCAT}distribution"]
    ]
    assert len(files) == len(FILES)
    for file in files:
        (address_of_file,) = file[f"{DCAT}downloadURL"]
        response = visitor.get(address_of_file["@id"])
        media_type = file[f"{DCAT}mediaType"][0]["@id"].partition("media-types/")[2]
        assert response.headers["Content-Type"].split(";")[0] == media_type
        sizes = file.get(f"{DCAT}byteSize", [])
        assert [int(size["@value"]) for size in sizes] == (
            [] if response.streaming else [len(response.content)]
        )


def test_the_catalogue_tells_when_the_pages_of_a_data_set_were_published(visitor):
    leaders = one(catalogue(visitor)[f"{DCAT}dataset"], **{"@id": f"{HOST}{CATALOGUE}#leaders"})
    (issued,), (modified,) = leaders[f"{DCT}issued"], leaders[f"{DCT}modified"]
    assert issued["@value"] <= modified["@value"]
    assert issued["@value"].endswith("+08:00")
    assert issued["@type"] == "http://www.w3.org/2001/XMLSchema#dateTime"


def test_the_catalogue_tells_licence_and_rights_as_they_are_set(visitor):
    SiteConfiguration.objects.update(data_licence="https://licence.example/", rights_notice_ru="")
    found = catalogue(visitor)
    for each in (
        found,
        *found[f"{DCAT}dataset"],
        *found[f"{DCAT}dataset"][0][f"{DCAT}distribution"],
    ):
        assert each[f"{DCT}license"][0]["@id"] == "https://licence.example/"
        (rights,) = each[f"{DCT}rights"]
        assert tags(rights["http://www.w3.org/2000/01/rdf-schema#label"]) == {"zh-hans", "en"}
    assert visitor.get(CATALOGUE).headers["Link"] == '<https://licence.example/>; rel="license"'
    SiteConfiguration.objects.update(data_licence="")
    assert f"{DCT}license" not in catalogue(visitor)
    assert "Link" not in visitor.get(CATALOGUE).headers


# Addresses


@pytest.mark.parametrize("url", [CATALOGUE, *(f"/data/{name}.{ending}" for name, ending in FILES)])
def test_a_file_is_public_and_not_sent_twice(url, visitor):
    first = visitor.get(url)
    assert "public" in first.headers["Cache-Control"]
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    again = visitor.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_file_says_where_it_is_described(visitor):
    described = '</data/catalogue.jsonld>; rel="describedby"; type="application/ld+json"'
    assert described in visitor.get("/data/bodies.csv").headers["Link"]


@pytest.mark.parametrize("url", ["/data/nothing.csv", "/data/bodies.xml", "/data/catalogue.csv"])
def test_what_is_no_data_set_is_not_found(url, visitor):
    assert visitor.get(url).status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_the_page_for_readers_leads_to_every_file(code, visitor, home):
    page = BeautifulSoup(visitor.get(f"/{code}/data/").content, "html.parser")
    hrefs = {link["href"] for link in page.select("main a")}
    assert {CATALOGUE, *(f"/data/{name}.{ending}" for name, ending in FILES)} <= hrefs
    machines = page.select_one("link[rel=alternate][type='application/ld+json']")
    assert machines["href"] == CATALOGUE
    front = BeautifulSoup(visitor.get(address(home, code)).content, "html.parser")
    assert front.select_one(f"footer a[href='/{code}/data/']").get_text() == page.h1.get_text()


def test_the_page_shows_the_terms_of_use(visitor):
    page = BeautifulSoup(visitor.get("/en/data/").content, "html.parser")
    licence = SiteConfiguration.objects.get().data_licence
    assert page.select_one("main a[rel=license]")["href"] == licence
    assert page.select_one("head link[rel=license]")["href"] == licence


def test_every_column_says_what_it_holds():
    for data in DATA_SETS.values():
        assert all(str(column.says) for column in data.columns)
        assert data.models or data.name == "terms"
        assert all(issubclass(model, BasePage) for model in data.models)
