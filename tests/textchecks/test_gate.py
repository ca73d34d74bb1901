"""A translation with a fault that keeps it from publication goes live on no path."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import PageLogEntry

from mep_site.textchecks.models import CheckDecision, FindingSetAside
from mep_site.textchecks.publishing import findings_url
from mep_site.translations.publishing.gates import RefusedAtGateError
from mep_site.translations.publishing.publish import PublishEditionAction

from ..admin_forms import answer, edit_url, offered, send, unit
from ..translations.steps import ENGLISH, PUBLISH, edition, in_hours, live, newest_draft, save

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# The Chinese title of the page is 标题.
FAULT = "标题"


def publish_by_form(client, page):
    """Save, press the button, and insist when asked."""
    asked = send(client, edit_url(page, "en"), **{unit("title"): FAULT, **PUBLISH})
    client.post(asked["Location"], {**_hidden(client, asked["Location"]), "answer": "as-they-are"})


def _hidden(client, url):
    form = BeautifulSoup(client.get(url).content, "html.parser").select_one(".open-units form")
    return {each["name"]: each["value"] for each in form.select("input[type=hidden]")}


def publish_in_bulk(client, page):
    save(page, ENGLISH, title_en=FAULT)
    address = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    said = client.post(
        f"{address}?next=/admin/pages/&id={page.pk}", {"languages": ["en"]}, follow=True
    )
    assert "go live" in _told(said) or "发布" in _told(said)


def _told(response):
    return BeautifulSoup(response.content, "html.parser").select_one(".messages").get_text(" ")


def publish_by_the_api(client, page):
    save(page, ENGLISH, title_en=FAULT)
    address = f"/admin/api/main/pages/{page.pk}/action/publish/"
    answered = client.post(address, json.dumps({"language": "en"}), content_type="application/json")
    assert answered.status_code >= 400


@pytest.mark.parametrize("publish", [publish_by_form, publish_in_bulk, publish_by_the_api])
def test_no_path_publishes_a_fault(publish, english, page):
    publish(english, page)
    assert live(page).title_en == "Title"
    assert newest_draft(page).title_en == FAULT


def test_a_fault_is_not_scheduled_and_no_schedule_carries_one_out(page, clock):
    revision = save(page, ENGLISH, title_en=FAULT, go_live_at=in_hours(1))
    user = User.objects.get(username="admin")
    with pytest.raises(RefusedAtGateError):
        PublishEditionAction(revision, user=user).execute()
    CheckDecision.objects.create(check_name="untranslated", effect="warning")
    PublishEditionAction(revision, user=user).execute()
    CheckDecision.objects.all().delete()
    clock.let_pass(hours=2)
    assert live(page).title_en == "Title"


def test_a_program_is_not_asked(page):
    save(page, ENGLISH, title_en=FAULT).publish()
    assert live(page).title_en == FAULT


def test_a_fault_that_is_public_does_not_keep_another_text_from_being_corrected(page):
    save(page, ENGLISH, title_en=FAULT).publish()
    revision = save(page, ENGLISH, summary_en="A summary")
    PublishEditionAction(revision, user=User.objects.get(username="admin")).execute()
    assert live(page).summary_en == "A summary"


def test_the_refusal_names_the_text_and_leads_to_the_finding(english, page):
    asked = send(english, edit_url(page, "en"), **{unit("title"): FAULT, **PUBLISH})
    html = english.get(asked["Location"]).content.decode()
    assert "#unit-title" in html
    assert findings_url(page.pk, ENGLISH) in html.replace("&amp;", "&")
    assert not BeautifulSoup(html, "html.parser").select("button[name=answer]")
    insisted = english.post(
        asked["Location"],
        {**_hidden(english, asked["Location"]), "answer": "as-they-are"},
        follow=True,
    )
    assert findings_url(page.pk, ENGLISH) in insisted.content.decode().replace("&amp;", "&")


def test_a_warning_is_shown_before_publication_and_keeps_nobody_from_it(english, page):
    typed = {unit("title"): "Title , with a space", **PUBLISH}
    asked = send(english, edit_url(page, "en"), **typed)
    assert "Title ," in english.get(asked["Location"]).content.decode()
    answer(english, asked, "as-they-are")
    assert live(page).title_en == "Title , with a space"
    # It is public now, and nobody is asked again.
    again = send(english, edit_url(page, "en"), **{unit("summary"): "", **PUBLISH})
    assert "/open/" not in again["Location"]


def test_a_translator_is_shown_findings_before_submitting_and_may_submit(english_translator, page):
    typed = {unit("title"): FAULT, "action-submit-translation": "1"}
    asked = send(english_translator, edit_url(page, "en"), **typed)
    assert "/open/submit/" in asked["Location"]
    answer(english_translator, asked, "as-they-are")
    assert edition(page, ENGLISH).step == "submitted"


def set_aside(client, page, **changed):
    """Press the button beside the first finding that is open, else beside the first."""
    url = findings_url(page.pk, ENGLISH)
    html = BeautifulSoup(client.get(url).content, "html.parser")
    own = ".checked-finding__form"
    is_open = f".checked-finding:not(.checked-finding--aside) {own}"
    form = html.select_one(is_open) or html.select_one(own)
    hidden = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    return client.post(url, {**hidden, "reason": "A name", **changed}, follow=True)


@pytest.mark.every_database
def test_who_may_publish_sets_a_fault_aside_and_it_is_back_when_a_text_changes(english, page):
    save(page, ENGLISH, title_en=FAULT)
    set_aside(english, page)
    reasons = FindingSetAside.objects.filter(page=page)
    assert {each.reason for each in reasons} == {"A name"}
    assert PageLogEntry.objects.filter(page=page, action="textchecks.set_aside").exists()
    PublishEditionAction(newest_draft(page).latest_revision, user=user("english")).execute()
    assert live(page).title_en == FAULT
    again = save(page, ENGLISH, title_en="旧标题")
    with pytest.raises(RefusedAtGateError):
        PublishEditionAction(again, user=user("english")).execute()


def user(name):
    return User.objects.get(username=name)


def test_a_finding_is_set_aside_with_a_reason_only_and_taken_up_again(english, page):
    save(page, ENGLISH, title_en="Title ，")
    set_aside(english, page, reason=" ")
    assert not FindingSetAside.objects.exists()
    set_aside(english, page)
    assert FindingSetAside.objects.count() == 1
    set_aside(english, page)
    assert not FindingSetAside.objects.exists()


def test_what_blocks_is_set_aside_by_publishers_only(english_translator, page):
    save(page, ENGLISH, title_en=FAULT)
    response = english_translator.get(findings_url(page.pk, ENGLISH))
    assert not BeautifulSoup(response.content, "html.parser").select(".checked-finding__form")
    from mep_site.textchecks.pages import findings_of_content
    from mep_site.translations.content.content import Content

    finding = findings_of_content(page.pk, Content.of(newest_draft(page)), ENGLISH).blocking[0]
    names = dict(zip(("unit", "check", "fingerprint"), finding.key, strict=True))
    answered = english_translator.post(findings_url(page.pk, ENGLISH), {**names, "reason": "Mine"})
    assert answered.status_code in {302, 403}
    assert not FindingSetAside.objects.exists()


@pytest.mark.parametrize("who", ["visitor", "russian_translator", "editor"])
def test_a_stranger_and_a_translator_of_another_language_see_and_set_aside_nothing(
    who, page, request
):
    client = request.getfixturevalue(who)
    save(page, ENGLISH, title_en="Title ，")
    url = findings_url(page.pk, ENGLISH)
    for response in (client.get(url), client.post(url, {"reason": "Mine"})):
        assert response.status_code in {302, 403}
        assert "Title ，" not in response.content.decode()
    assert not FindingSetAside.objects.exists()


@pytest.mark.parametrize("who", ["visitor", "english_translator", "publisher"])
def test_only_administrators_decide_what_follows_from_a_check(who, admin, request):
    client, url = request.getfixturevalue(who), reverse("textchecks:settings")
    for response in (client.get(url), client.post(url, {"width": "off"})):
        assert response.status_code in {302, 403}
        assert not CheckDecision.objects.exists()
    assert admin.get(url).status_code == 200
    form = "main form[method=post]"
    admin.post(url, offered(admin, url, form) | {"width": "blocking"})
    assert CheckDecision.objects.get().effect == "blocking"
    admin.post(url, offered(admin, url, form) | {"width": ""})
    assert not CheckDecision.objects.exists()


def test_the_chinese_text_is_not_checked(editor, page):
    url = findings_url(page.pk, ENGLISH).replace("=en", "=zh-hans")
    assert editor.get(url).status_code in {302, 403}


def test_after_saving_a_translator_is_told_of_findings(english_translator, page):
    typed = {unit("title"): "Title ，"}
    saved = send(english_translator, edit_url(page, "en"), **typed)
    told = _told(english_translator.get(saved["Location"]))
    assert "1" in told


def test_the_number_of_queries_does_not_depend_on_the_page(page, django_assert_max_num_queries):
    from mep_site.textchecks.pages import findings_of_texts

    chinese = {f"unit{number}": "会议，今天" for number in range(50)}
    english = dict.fromkeys(chinese, "The meeting， today")
    findings_of_texts(page.pk, ENGLISH, chinese, english)
    with django_assert_max_num_queries(4):
        assert len(findings_of_texts(page.pk, ENGLISH, chinese, english).open) == 50
