"""What engines are sent, what they may answer, and what is said when they do not."""

import json
import logging
from io import BytesIO
from types import SimpleNamespace

import pytest
import requests

from mep_site.proposals.engines import calling
from mep_site.proposals.engines.deepl import DeepLEngine
from mep_site.proposals.engines.engine import EngineError, TranslationRequest
from mep_site.proposals.engines.local import LocalEngine
from mep_site.proposals.engines.markup import MarkedText, MarksLostError
from mep_site.proposals.engines.openai_compatible import OpenAICompatibleEngine
from mep_site.proposals.recognising import likeness
from mep_site.terms.matching import TermEntry, TermKind

from ..translations.steps import CHINESE, ENGLISH, RUSSIAN

TERM = TermEntry("生态环境部", TermKind.BODY, ("Ministry of Ecology and Environment", "MEE"))
REQUEST = TranslationRequest(["<p>生态环境部</p>", "题"], CHINESE, ENGLISH, (TERM,))
KEY = "sk-very-secret"


class Endpoint:
    """Takes the place of the network: answers what it is told, and keeps what it was sent."""

    def __init__(self, *answers):
        self.answers, self.calls = list(answers), []

    def post(self, url, **options):
        self.calls.append(SimpleNamespace(url=url, **options))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        response = requests.Response()
        response.status_code = answer if isinstance(answer, int) else 200
        body = b"" if isinstance(answer, int) else json.dumps(answer).encode()
        response.raw = BytesIO(body)
        return response


@pytest.fixture
def network(monkeypatch, settings):
    """A function that says what the network answers; with keys in the environment."""
    settings.MACHINE_OPENAI_URL = "https://model.example/v1/"
    settings.MACHINE_OPENAI_MODEL = "model-7"
    settings.MACHINE_OPENAI_KEY = settings.MACHINE_DEEPL_KEY = KEY
    monkeypatch.setattr(calling, "PAUSE", 0)

    def answers(*those):
        endpoint = Endpoint(*those)
        monkeypatch.setattr(requests, "post", endpoint.post)
        return endpoint

    return answers


def said(*texts):
    """What a language model answers."""
    content = f"```json\n{json.dumps({'translations': texts})}\n```"
    return {"choices": [{"message": {"content": content}}]}


def test_a_language_model_is_told_the_terms_and_asked_to_keep_the_tags(network):
    endpoint = network(said("<p>MEE</p>", "Title"))
    assert OpenAICompatibleEngine().translate(REQUEST) == ["<p>MEE</p>", "Title"]
    call = endpoint.calls[0]
    assert call.url == "https://model.example/v1/chat/completions"
    assert call.headers == {"Authorization": f"Bearer {KEY}"}
    assert call.allow_redirects is False
    system, user = call.json["messages"]
    assert "生态环境部: Ministry of Ecology and Environment / MEE" in system["content"]
    assert "Keep every tag" in system["content"]
    assert json.loads(user["content"]) == {"texts": REQUEST.texts}


def test_deepl_is_sent_html_with_the_terms_as_context(network):
    endpoint = network({"translations": [{"text": "<p>MEE</p>"}, {"text": "Title"}]})
    assert DeepLEngine().translate(REQUEST) == ["<p>MEE</p>", "Title"]
    sent = endpoint.calls[0].json
    assert (sent["source_lang"], sent["target_lang"]) == ("ZH", "EN-GB")
    assert sent["tag_handling"] == "html"
    assert "生态环境部 = Ministry" in sent["context"]


@pytest.mark.asvs("15.3.2")
@pytest.mark.parametrize("engine", [OpenAICompatibleEngine(), DeepLEngine()])
@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ([requests.Timeout("secret"), requests.ConnectionError(KEY)], "can’t be reached"),
        ([503, 429], "can’t be reached"),
        ([401], "refuses the key"),
        ([302], "status 302"),
        ([{"strange": 1}], "something else"),
    ],
)
def test_what_fails_is_a_sentence_without_the_key(network, caplog, engine, answers, sentence):
    caplog.set_level(logging.DEBUG)
    endpoint = network(*answers)
    with pytest.raises(EngineError, match=sentence) as error:
        engine.translate(REQUEST)
    assert len(endpoint.calls) == len(answers)
    assert {call.allow_redirects for call in endpoint.calls} == {False}
    assert KEY not in str(error.value) + caplog.text


def test_what_fails_once_is_tried_again(network):
    network(503, said("<p>MEE</p>", "Title"))
    assert OpenAICompatibleEngine().translate(REQUEST)[1] == "Title"


def test_too_few_answers_are_none(network):
    network(said("one"))
    with pytest.raises(EngineError):
        OpenAICompatibleEngine().translate(REQUEST)


def test_many_texts_are_asked_in_portions(network):
    endpoint = network(said(*"a" * 20), said(*"b" * 5))
    texts = [f"第{number}段" for number in range(25)]
    answers = OpenAICompatibleEngine().translate(TranslationRequest(texts, CHINESE, RUSSIAN))
    assert answers == ["a"] * 20 + ["b"] * 5
    assert len(endpoint.calls) == 2


def test_an_engine_that_is_not_set_up_says_what_is_missing():
    assert "MACHINE_OPENAI_URL" in OpenAICompatibleEngine().refusal(CHINESE, ENGLISH)
    assert "MACHINE_DEEPL_KEY" in DeepLEngine().refusal(CHINESE, ENGLISH)
    assert "argostranslate is not installed" in LocalEngine().refusal(CHINESE, ENGLISH)


@pytest.fixture
def argos(monkeypatch):
    """A package in the place of Argos Translate, which writes in capitals."""
    model = SimpleNamespace(translate=str.upper)
    package = SimpleNamespace(get_translation_from_codes=lambda source, target: model)
    monkeypatch.setattr("mep_site.proposals.engines.local._is_installed", lambda: True)
    monkeypatch.setattr("mep_site.proposals.engines.local.import_module", lambda name: package)


def test_a_local_model_never_sees_marks(argos):
    request = TranslationRequest(['<p>a &amp; b<a id="1">c</a></p>'], CHINESE, ENGLISH)
    assert LocalEngine().refusal(CHINESE, ENGLISH) == ""
    assert LocalEngine().translate(request) == ['<p>A &amp; B<a id="1">C</a></p>']


# Marks

LINKED = '<p data-block-key="ab1">见<a linktype="page" id="3">页</a>与<b>文</b></p>'


def test_marks_come_back_in_full_in_another_order():
    text = MarkedText.of(LINKED, is_rich=True)
    assert text.sent == '<p>见<a id="1">页</a>与<b>文</b></p>'
    assert text.restored('<p><b>Text</b> and <a id="1">page</a></p>') == (
        '<p><b>Text</b> and <a linktype="page" id="3">page</a></p>'
    )


@pytest.mark.parametrize(
    "answer",
    [
        "<p>page and <b>text</b></p>",
        '<p><a id="1">page</a> <a id="1">page</a> <b>text</b></p>',
        '<p><a id="2">page</a> <b>text</b></p>',
        '<p><a href="https://elsewhere.example">page</a> <b>text</b></p>',
        '<p><a id="1">page</a> <b>text</b></p><script>x</script>',
        '<p><a id="1" onclick="x">page</a> <b>text</b></p>',
        '<p><a id="1"></a><b> </b></p>',
    ],
)
def test_a_machine_can_neither_lose_a_mark_nor_bring_one_in(answer):
    with pytest.raises(MarksLostError):
        MarkedText.of(LINKED, is_rich=True).restored(answer)


def test_a_plain_text_stays_plain():
    text = MarkedText.of("PM<b>与 R&D", is_rich=False)
    assert text.sent == "PM&lt;b&gt;与 R&amp;D"
    assert text.restored("PM&lt;b&gt; and R&amp;D") == "PM<b> and R&D"
    with pytest.raises(MarksLostError):
        text.restored("PM<b> and R&D</b>")


def test_what_reads_the_same_is_the_same():
    texts = ["<p>A b</p>", '<p data-block-key="x"><b>A</b>\u00a0b</p>', " A  b\u200b "]
    assert len({likeness(text) for text in texts}) == 1
    assert likeness("A b.") != likeness("A b")
