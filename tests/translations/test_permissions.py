"""Permissions per language, for people who have every permission in the tree."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import GroupPagePermission

from mep_site.core.models import BasePage
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition
from mep_site.translations.permissions import PermissionType, codename
from mep_site.translations.publishing.publish import PublishEditionAction
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, send, unit
from ..test_editing import add_url
from .steps import CHINESE, ENGLISH, PUBLISH, edition, live, newest_draft

pytestmark = pytest.mark.slow

CODES = [language.code for language in languages()]

IN_THE_TREE = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
# What Wagtail's rules allow in the tree, and each language by itself.
IN_A_LANGUAGE = ("can_publish", "can_unpublish", "can_unschedule")
SUBMIT = "can_submit_for_moderation"
OF_THE_PAGE = (
    "can_delete",
    "can_copy",
    "can_reorder_children",
    "can_lock",
    "can_unlock",
    "can_set_view_restrictions",
)


def person(**permissions):
    """Somebody with every permission in the tree, and in languages these: codes by type."""
    user = User.objects.create_user("colleague")
    group = Group.objects.create(name="Colleagues")
    names = [
        codename(PermissionType(each), language)
        for each, codes in permissions.items()
        for language in languages()
        if language.code in codes
    ]
    group.permissions.set(Permission.objects.filter(codename__in=[*names, "access_admin"]))
    for permission in IN_THE_TREE:
        GroupPagePermission.objects.create(
            group=group, page=BasePage.get_first_root_node(), permission_type=permission
        )
    user.groups.add(group)
    return user


def allowed(user, page, names, language=None):
    """Which of these a user may do with a page, in the scope of a language or of none."""
    scoped = live(page)
    scoped.edition_language = language
    tester = scoped.permissions_for_user(user)
    return [name for name in names if getattr(tester, name)()]


@pytest.mark.parametrize("name", IN_A_LANGUAGE)
def test_whoever_publishes_one_language_publishes_no_other_that_they_edit(name, page):
    user = person(edit=["zh-hans", "en"], publish=["en"])
    assert allowed(user, page, [name], ENGLISH) == [name]
    assert allowed(user, page, [name], CHINESE) == []


@pytest.mark.parametrize(("codes", "answer"), [(["en"], []), (["zh-hans"], [SUBMIT])])
def test_whoever_edits_the_chinese_submits_it_with_that_permission_only(codes, answer, page):
    user = person(edit=["zh-hans", "en"], submit=codes)
    assert allowed(user, page, [SUBMIT], CHINESE) == answer


def test_all_languages_at_once_are_published_with_the_permission_for_each_only(page):
    user = person(edit=CODES, publish=["en"])
    draft = newest_draft(page)
    draft.title_en = "Unapproved"
    revision = draft.save_revision()
    with pytest.raises(PublishPagePermissionError):
        PublishEditionAction(revision, user=user).execute()
    assert live(page).title_en == page.title_en


def test_what_belongs_to_the_whole_page_takes_the_permission_to_edit_the_chinese(page):
    assert allowed(person(edit=["en"], publish=["en"]), page, OF_THE_PAGE) == []


def test_whoever_edits_the_chinese_decides_about_the_whole_page(page):
    user = person(edit=["zh-hans"], publish=["zh-hans"])
    assert allowed(user, page, OF_THE_PAGE) == list(OF_THE_PAGE)


def test_a_translation_is_submitted_with_the_permission_to_submit_only(client, page):
    client.force_login(person(edit=["en"], publish=["ru"]))
    send(client, edit_url(page), **{unit("title"): "Unasked", "action-submit-translation": "1"})
    assert edition(page, ENGLISH).step == Edition.Step.DRAFTING
    assert newest_draft(page).title_en == page.title_en


def test_a_page_is_started_and_published_with_the_permissions_for_its_language(db, client):
    client.force_login(person(edit=["en"], publish=["en"]))
    url = f"{add_url(NewsArticle, NewsIndex.objects.first())}?language=en"
    send(client, url, title_en="Started here", slug="started-here", **PUBLISH)
    assert NewsArticle.objects.get(slug="started-here").live


def test_the_chinese_is_made_the_source_with_the_permission_to_edit_it_only(db, client):
    article = NewsArticle(title_en="Old page", slug="old-page")
    NewsIndex.objects.first().add_child(instance=article)
    client.force_login(person(edit=["en"], publish=["zh-hans"]))
    client.post(reverse("editions:make_source", args=[article.pk]))
    assert live(article).source_language == "en"
