"""Readers and machines are told of texts that a machine has proposed, where the site wants that."""

import json

import pytest
from bs4 import BeautifulSoup

from ..admin_forms import unit
from ..translations.steps import ENGLISH, live, newest_draft, save
from .conftest import answer_for, press, proposed, switch

pytestmark = pytest.mark.slow

SENTENCE = "Artificial intelligence generated 1 text of this translation"


@pytest.fixture
def labelled(english, article, switched_on):
    """The article, whose English summary is a machine's and was confirmed as it stands."""
    words = proposed(english, article, "summary")
    save(article, ENGLISH, summary_en=words)
    draft = {answer_for("summary"): "on", unit("title"): "Another title"}
    press(english, article, **draft)
    newest_draft(article).save_revision().publish()
    return live(article)


def shown(visitor, page, code="en"):
    response = visitor.get(f"/{code}{page.url.removeprefix('/zh-hans')}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_nothing_is_said_by_default(visitor, labelled):
    html = shown(visitor, labelled)
    assert "intelligence" not in html.get_text()
    assert not html.select("meta[name=AIGC]")


def test_a_page_says_at_its_end_and_in_its_metadata_what_a_machine_proposed(visitor, labelled):
    switch(labels_texts=True)
    html = shown(visitor, labelled)
    assert SENTENCE in html.select_one(".page-end").get_text()
    values = json.loads(html.select_one("meta[name=AIGC]")["content"])
    assert values["Label"] == "1"
    assert values["ContentProducer"] == "fake 1"
    graph = json.loads(html.select_one("script[type='application/ld+json']").string)["@graph"]
    assert graph[0]["digitalSourceType"].endswith(
        "CompositeWithTrainedAlgorithmicMediaDigitalSource"
    )


@pytest.mark.parametrize("code", ["zh-hans", "ru"])
def test_other_languages_of_the_page_say_nothing(visitor, labelled, code):
    switch(labels_texts=True)
    assert not shown(visitor, labelled, code).select("meta[name=AIGC]")


def test_nothing_is_said_when_a_person_has_changed_the_text(english, visitor, labelled):
    switch(labels_texts=True)
    save(labelled, ENGLISH, summary_en="A person's summary").publish()
    assert not shown(visitor, live(labelled)).select("meta[name=AIGC]")
