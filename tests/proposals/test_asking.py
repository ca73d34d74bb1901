"""Nothing is asked of a machine without a switch that names what may leave, and nothing twice."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from mep_site.memory.models import MemoryPair
from mep_site.proposals import asking
from mep_site.proposals.engines import registry
from mep_site.proposals.engines.engine import EngineError
from mep_site.proposals.engines.fake import FakeEngine
from mep_site.proposals.models import MachineSettings, Proposal, ServedProposal
from mep_site.terms.matching import TermEntry, TermIndex, TermKind
from news.models import NewsArticle

from ..admin_forms import edit_url, offered, unit
from ..translations.steps import CHINESE, ENGLISH, IDS, newest_draft, paragraphs, pinned_page, save
from .conftest import SUMMARY, answer_for, ask, origin, press, proposed, switch

pytestmark = pytest.mark.slow

NEW = "00000000-0000-4000-8000-000000000009"


class Listening(FakeEngine):
    """The imitation, which remembers what it was sent."""

    def __init__(self, version="1"):
        self.version, self.sent, self.told = version, [], []

    def translate(self, request):
        self.sent += request.texts
        self.told += request.terms
        return super().translate(request)


@pytest.fixture
def engine(monkeypatch):
    """What the imitation was sent."""
    listening = Listening()
    monkeypatch.setattr(registry, "ENGINES", (listening,))
    return listening


def reason(client, page, name="summary"):
    """Why there is no proposal."""
    answer = ask(client, page, name).context_data["answer"]
    assert answer.proposal is None
    return answer.reason


# What may leave


@pytest.mark.asvs("14.2.3")
def test_nothing_leaves_by_default(english, article, engine):
    assert MachineSettings().sends_published is MachineSettings().sends_drafts is False
    assert "switched off" in reason(english, article)
    switch(engine="fake")
    assert "Published Chinese texts may not" in reason(english, article)
    assert engine.sent == []


def test_a_draft_leaves_only_where_that_is_named(english, article, engine):
    new = {"type": "heading", "value": "未发布的标题", "id": NEW}
    save(article, CHINESE, body_zh_hans=[*paragraphs("第{}段"), new])
    switch(engine="fake", sends_published=True)
    assert "drafts may not" in reason(english, article, f"body.{NEW}")
    switch(sends_published=False, sends_drafts=True)
    assert proposed(english, article, f"body.{NEW}") == "[en] 未发布的标题"
    assert "Published Chinese texts may not" in reason(english, article)
    assert engine.sent == ["未发布的标题"]


def test_what_leaves_is_the_published_text_and_never_its_newer_draft(english, article, engine):
    switch(engine="fake", sends_published=True, sends_drafts=True)
    save(article, CHINESE, summary_zh_hans="保密的新摘要")
    proposed(english, article, "summary")
    assert engine.sent == [SUMMARY]


def test_a_page_that_not_everybody_may_read_leaves_only_where_that_is_named(
    english, article, engine
):
    switch(engine="fake", sends_published=True)
    PageViewRestriction.objects.create(page=article.get_parent(), restriction_type="login")
    assert "Not everybody may read" in reason(english, article)
    switch(sends_restricted=True)
    assert proposed(english, article, "summary")


def test_links_and_keys_of_the_editor_do_not_leave(english, article, engine):
    switch(engine="fake", sends_published=True)
    html = '<p data-block-key="abcde">见<a linktype="page" id="3">此页</a>。</p>'
    body = [{"type": "paragraph", "value": html, "id": IDS[0]}]
    save(article, CHINESE, kind="editorial", body_zh_hans=body).publish()
    text = proposed(english, article, f"body.{IDS[0]}")
    assert engine.sent == ['<p>见<a id="1">此页</a>。</p>']
    assert text == '<p>[en] 见<a linktype="page" id="3">此页</a>。</p>'


def test_what_left_is_logged_with_who_when_and_to_whom(english, article, engine):
    switch(engine="fake", sends_published=True)
    proposed(english, article, "summary")
    entry = PageLogEntry.objects.get(page=article.pk, action="proposals.sent")
    assert entry.user == User.objects.get(username="english")
    assert entry.data["engine"] == "fake"
    assert entry.data["languages"] == ["en"]
    assert entry.data["published"] == ["summary"]
    assert SUMMARY not in str(entry.data)


def test_a_failure_is_logged_too_and_said_in_a_sentence(english, article, engine, monkeypatch):
    def fail(request):
        raise EngineError("The machine can’t be reached.")

    monkeypatch.setattr(engine, "translate", fail)
    switch(engine="fake", sends_published=True)
    assert reason(english, article) == "The machine can’t be reached."
    assert PageLogEntry.objects.filter(page=article.pk, action="proposals.sent").count() == 1
    assert not ServedProposal.objects.exists()


# Nothing twice


@pytest.mark.every_database
def test_the_same_is_not_asked_twice_by_anybody(english, russian, article, engine):
    switch(engine="fake", sends_published=True)
    first = proposed(english, article, "summary")
    assert proposed(english, article, "summary") == first
    assert engine.sent == [SUMMARY]
    assert proposed(russian, article, "summary", "ru") != first
    engine.version = "2"
    proposed(english, article, "summary")
    assert engine.sent == [SUMMARY] * 3
    assert Proposal.objects.count() == 3


# Rights


@pytest.mark.parametrize("route", ["proposals:ask", "proposals:fill"])
def test_only_who_may_edit_the_page_in_the_language_may_ask(
    route, visitor, editor, russian_translator, article
):
    switch(engine="fake", sends_published=True)
    url = reverse(route, args=[article.pk])
    sent = {"language": "en", "unit": "summary"}
    response = visitor.post(url, sent)
    assert response.status_code == 302
    assert "/login/" in response.url
    for stranger in (editor, russian_translator):
        assert stranger.post(url, sent).status_code in {302, 403}
        assert stranger.get(f"{url}?language=en").status_code in {302, 403, 405}
    assert not ServedProposal.objects.exists()


def test_the_switches_are_an_administrators(admin, english, publisher, db):
    url = reverse("wagtailsettings:edit", args=["proposals", "machinesettings"])
    assert admin.get(url, follow=True).status_code == 200
    for person in (english, publisher):
        assert person.get(url).status_code == 302


# All that is empty


def test_all_that_is_empty_is_filled_and_each_text_is_marked(english, article, engine):
    switch(engine="fake", sends_published=True)
    save(article, CHINESE, kind="editorial", search_description_zh_hans="描述").publish()
    url = edit_url(article, "en")
    typed = {unit("title"): "Typed before", "action-fill-with-proposals": "1"}
    response = english.post(url, offered(english, url) | typed)
    assert response.status_code == 302
    page = english.get(response.url).content.decode()
    assert "2 texts are empty." in page
    assert "does not leave this server" in page
    english.post(response.url)
    draft = newest_draft(article)
    assert draft.title_en == "Typed before"
    assert draft.summary_en.startswith("[en] 第十四次会议在北京举行")
    assert origin(article).is_unconfirmed
    assert origin(article, "search_description").is_unconfirmed
    assert not origin(article, "title").is_machine
    form = english.get(url).content.decode()
    assert form.count("Proposed by a machine: fake 1") == 2


def test_what_somebody_types_while_the_machine_is_asked_stays(english, article, engine):
    switch(engine="fake", sends_published=True)
    translate = engine.translate

    def slowly(request):
        save(article, ENGLISH, summary_en="Typed meanwhile")
        return translate(request)

    engine.translate = slowly
    english.post(reverse("proposals:fill", args=[article.pk]), {"language": "en"})
    assert newest_draft(article).summary_en == "Typed meanwhile"


def test_the_button_is_there_only_where_something_may_be_sent(english, editor, article, engine):
    button = "action-fill-with-proposals"
    assert button not in english.get(edit_url(article, "en")).content.decode()
    switch(engine="fake", sends_published=True)
    assert button in english.get(edit_url(article, "en")).content.decode()
    assert button not in editor.get(edit_url(article, "zh-hans")).content.decode()


# The report


@pytest.mark.every_database
def test_the_report_shows_the_share_confirmed_unchanged(admin, english, article, switched_on):
    save(article, CHINESE, kind="editorial", seo_title_zh_hans="标题二").publish()
    typed = {unit(name): proposed(english, article, name) for name in ("summary", "seo_title")}
    press(english, article, **typed)
    typed = {answer_for("summary"): "on", unit("seo_title"): "Mine"}
    press(english, article, **typed)
    newest_draft(article).save_revision().publish()
    report = reverse("proposal_report")
    shown = admin.get(report)
    rows = shown.context_data["object_list"]
    assert "50 %" in shown.content.decode()
    assert [(row["language"], row["machine"], row["share"]) for row in rows] == [
        ("English", "fake 1", "50 %")
    ]
    assert rows[0]["name"]
    exported = admin.get(f"{report}?export=csv").getvalue().decode()
    assert "50 %" in exported
    assert admin.get(f"{report}?export=xlsx").status_code == 200
    assert not admin.get(f"{report}?language=ru").context_data["object_list"]
    assert english.get(report).status_code in {302, 403}


# Terms, checks, memory


def test_terms_are_passed_on_and_another_rendering_is_another_question(
    english, article, engine, monkeypatch
):
    switch(engine="fake", sends_published=True)
    term = TermEntry("部长", TermKind.TITLE, ("minister",))
    monkeypatch.setattr(asking, "term_index", lambda language: TermIndex(language, [term]))
    assert "minister" in proposed(english, article, "summary")
    assert engine.told == [term]
    term = TermEntry("部长", TermKind.TITLE, ("Minister",))
    assert "Minister" in proposed(english, article, "summary")
    assert engine.sent == [SUMMARY] * 2


def test_what_the_checks_find_in_a_proposal_is_shown_with_it(english, article, engine):
    switch(engine="fake", sends_published=True)
    response = ask(english, article, "summary")
    assert "Chinese words were left in the translation." in response.content.decode()


def test_a_text_of_the_memory_is_noted_as_such_and_goes_live(english, article, page_of_memory):
    press(english, article, **{unit("summary"): "The 14th meeting was held."})
    noted = origin(article)
    assert (noted.kind, noted.pair) == ("memory", str(page_of_memory.pk))
    newest_draft(article).save_revision().publish()
    press(english, article, **{unit("summary"): "The 14th meeting was held there."})
    assert origin(article).kind == "person"


@pytest.fixture
def page_of_memory(article):
    """A pair of the memory, of the Chinese of the summary, from another page."""
    other = NewsArticle(title_zh_hans="题", title_en="Other", slug="remembered")
    other.summary_zh_hans, other.summary_en = SUMMARY, "The 14th meeting was held."
    article.get_parent().add_child(instance=other)
    pinned_page(NewsArticle.objects.get(pk=other.pk))
    return MemoryPair.objects.get(target="The 14th meeting was held.")
