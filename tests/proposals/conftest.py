"""An article with an untranslated summary, and a site that may ask the engine that imitates one."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from mep_site.proposals.models import MachineSettings

from ..translations.conftest import english, page, publishing_translators, russian  # noqa: F401
from ..translations.steps import CHINESE, save


@pytest.fixture
def article(page):  # noqa: F811
    """The article of three paragraphs; its Chinese has a summary that is not translated."""
    words = "第十四次会议在北京举行，三国部长出席会议。"
    save(page, CHINESE, kind="editorial", summary_zh_hans=words).publish()
    return page


@pytest.fixture
def switched_on(db):
    """The imitation is asked, and published texts may be sent to it."""
    site = Site.objects.get(is_default_site=True)
    switches = MachineSettings.for_site(site)
    switches.engine, switches.sends_published = "fake", True
    switches.save()
    return switches


def ask(client, page, unit, code="en"):  # noqa: F811
    """Ask for a proposal as the form does."""
    url = reverse("proposals:ask", args=[page.pk])
    return client.post(url, {"language": code, "unit": unit})


def proposed(client, page, unit, code="en"):  # noqa: F811
    """Ask for a proposal; the text of it."""
    response = ask(client, page, unit, code)
    assert response.status_code == 200
    proposal = response.context["answer"].proposal
    assert proposal, response.context["answer"].reason
    return proposal.text


def answer_for(unit):
    """The box of the form by which somebody answers for a machine's text."""
    from mep_site.translations.admin.forms.unit_rows import field_name

    return field_name("answer", unit)
