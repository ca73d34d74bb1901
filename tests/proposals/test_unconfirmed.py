"""No sequence of requests makes a machine's text public for which nobody answers."""

import pytest

from mep_site.translations.content.content import Content

from ..admin_forms import done, edit_url, send, unit
from ..translations.steps import ENGLISH, PUBLISH, live, newest_draft
from .conftest import answer_for, proposed

pytestmark = pytest.mark.slow


def origin(page, name="summary"):
    return Content.of(newest_draft(page)).origins(ENGLISH).get(name)


def test_a_proposal_is_a_machines_until_somebody_answers_for_it(english, article, switched_on):
    text = proposed(english, article, "summary")
    typed = {unit("summary"): text, done("summary"): "on"}
    send(english, edit_url(article, "en"), **typed, **PUBLISH)
    assert live(article).summary_en in {None, ""}
    assert origin(article).is_unconfirmed
    send(english, edit_url(article, "en"), **{answer_for("summary"): "on"}, **PUBLISH)
    assert live(article).summary_en == text
    assert origin(article).is_confirmed
