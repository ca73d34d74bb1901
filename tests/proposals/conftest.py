"""An article with an untranslated summary, and a site that may ask the engine that imitates one."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import RichTextBlock
from wagtail.models import Site
from wagtail.test.utils.form_data import rich_text

from mep_site.proposals.engines import registry
from mep_site.proposals.engines.fake import FakeEngine
from mep_site.proposals.models import MachineSettings
from mep_site.translations.admin.editing.conflicts import mark_of
from mep_site.translations.admin.forms.sources import source_of
from mep_site.translations.admin.forms.unit_rows import field_name, name_of_words, unit_rows
from mep_site.translations.content.content import Content
from mep_site.translations.freshness.progress import UnitState

from ..admin_forms import edit_url
from ..translations.conftest import (  # noqa: F401 - fixtures
    clock,
    english,
    page,
    publishing_translators,
    russian,
)
from ..translations.steps import CHINESE, ENGLISH, edition, newest_draft, save

NO_COMMENTS = {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
SUMMARY = "第十四次会议在北京举行，三国部长出席会议并发表讲话，就生态环境合作交换了意见。"


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are read in English, whatever catalogue is installed."""
    with translation.override("en"):
        yield


@pytest.fixture
def article(page):  # noqa: F811
    """The article of three paragraphs; its Chinese has a summary that is not translated."""
    save(page, CHINESE, kind="editorial", summary_zh_hans=SUMMARY).publish()
    return page


RENDERINGS = {
    SUMMARY: (
        "The 14th meeting was held in Beijing; the ministers of the three countries attended, "
        "spoke and exchanged views on cooperation in ecology and environment."
    ),
    "另一份摘要。": "Another summary.",
    "标题二": "Title 2",
    "题": "Title",
    "<p>第1段</p>": "<p>The first paragraph, No. 1</p>",
}


class TranslatingEngine(FakeEngine):
    """The imitation, which knows a few sentences: in its own ones the checks find much."""

    def translate(self, request):
        return [RENDERINGS[text] for text in request.texts]


@pytest.fixture
def switched_on(db, monkeypatch):
    """A machine is asked, and published texts may be sent to it."""
    monkeypatch.setattr(registry, "ENGINES", (TranslatingEngine(),))
    return switch(engine="fake", sends_published=True)


def switch(**switches):
    """Set switches as an administrator does."""
    own = MachineSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in switches.items():
        setattr(own, name, value)
    own.save()
    return own


def ask(client, page, unit, code="en"):  # noqa: F811
    """Ask for a proposal as the form does."""
    url = reverse("proposals:ask", args=[page.pk])
    return client.post(url, {"language": code, "unit": unit})


def proposed(client, page, unit, code="en"):  # noqa: F811
    """Ask for a proposal; the text of it."""
    response = ask(client, page, unit, code)
    assert response.status_code == 200
    proposal = response.context_data["answer"].proposal
    assert proposal, response.context_data["answer"].reason
    return proposal.text


def answer_for(unit):
    """The box of the form by which somebody answers for a machine's text."""
    return field_name("answer", unit)


def origin(page, unit="summary"):  # noqa: F811
    """Whose words a text of the newest draft in English is."""
    return Content.of(newest_draft(page)).origins(ENGLISH).get(unit)


def press(client, page, /, **typed):  # noqa: F811
    """Press a button of the English form; what it offers is put together here, not asked for."""
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    rows = unit_rows(draft, source_of(draft))
    offered = {"language": "en", "form_base": mark_of(edition(page, ENGLISH)), **NO_COMMENTS}
    for row in rows:
        offered |= _offered(row)
    return client.post(edit_url(page, "en"), offered | typed)


def _offered(row):
    is_rich = isinstance(row.unit.definition, RichTextBlock)
    offered = {
        row.text_name: rich_text(row.unit.text) if is_rich else row.unit.text,
        row.source_name: row.source_fingerprint,
    }
    boxes = {
        row.done_name: row.state == UnitState.DONE,
        row.answer_name: row.is_confirmed,
    }
    ticked = {name for name, is_ticked in boxes.items() if is_ticked}
    return offered | {name: name_of_words(row.unit.text) for name in ticked}
