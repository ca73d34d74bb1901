"""What Wagtail's security advisories since 2023 were about, as far as the site has the part.

Each class has a test here, or stands in the sweep over every address (``test_every_address``):
previews (CVE-2026-25517), workflow, unpublishing, deleting, users and groups. Formulas in exported
tables are a matter of ``tests/test_exports.py``. The site has no forms of Wagtail's, no page tree
per language and no ``TableBlock`` of Wagtail's.
"""

import hashlib
import time

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.search.utils import parse_query_string

from mep_site.core.models import BasePage
from mep_site.search.models import Term
from mep_site.siteconfig.models import UrgentNotice
from mep_site.translations.admin.actions.api import EditionsAPIViewSet

from ..admin_forms import offered
from .belongings import Belongings, all_belongings
from .cast import ADMINISTRATOR, AT_HOME, ELSEWHERE, GUEST, all_roles

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def cast() -> dict[str, tuple[Client, Belongings]]:
    """By the name of the role: a browser, and what is asked for."""
    roles = all_roles()
    return {role.name: (role.client(), own) for role, own in all_belongings(roles).items()}


def keeps_out(client: Client, url: str, **data: object) -> bool:
    """Whether somebody is sent away, whether they ask or send something."""
    answers = (client.get(url, data), client.post(url, data))
    home = reverse("wagtailadmin_home")
    return all(
        each.status_code in {403, 404, 405} or each.headers.get("Location") == home
        for each in answers
    )


def test_a_page_of_another_section_is_not_copied_into_ones_own(cast):
    """CVE-2026-44200: only the destination was asked about."""
    client, other = cast[ELSEWHERE]
    _, own = cast[AT_HOME]
    url = reverse("wagtailadmin_pages:copy", args=[other.of_place.draft.pk])
    into = {"new_title": "A", "new_slug": "a-copy", "new_parent_page": own.of_place.parent.pk}
    assert keeps_out(client, url, **into)
    assert not BasePage.objects.filter(slug="a-copy").exists()


def test_two_revisions_of_a_page_of_another_section_are_not_compared(cast):
    """CVE-2026-44197; and its history is not shown: CVE-2026-44198."""
    client, other = cast[ELSEWHERE]
    page, (first, second) = other.of_place.page, other.revisions
    for name, args in (
        ("revisions_compare", [page.pk, first.pk, second.pk]),
        ("revisions_view", [page.pk, first.pk]),
        ("history", [page.pk]),
        ("workflow_history", [page.pk]),
    ):
        assert keeps_out(client, reverse(f"wagtailadmin_pages:{name}", args=args)), name


def test_the_api_shows_no_page_and_no_file_of_others(cast):
    """GHSA-3vrh-m9w7-v94f, CVE-2026-44201."""
    client, other = cast[ELSEWHERE]
    place = other.of_place
    for kind, key in {
        "pages": place.draft.pk,
        "images": place.image.pk,
        "documents": place.document.pk,
    }.items():
        detail = client.get(reverse(f"wagtailadmin_api:{kind}:detail", args=[key]), {"fields": "*"})
        listing = client.get(reverse(f"wagtailadmin_api:{kind}:listing"), {"limit": 20})
        assert detail.status_code == 404, kind
        assert listing.status_code == 200, kind
        assert key not in [each["id"] for each in listing.json()["items"]], kind


def test_a_collection_below_a_private_one_is_private_in_the_api(cast):
    """GHSA-c2xx-cjmh-9q8f: only the private collection itself was left out."""
    client, own = cast[AT_HOME]
    CollectionViewRestriction.objects.create(
        collection=own.of_place.collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    below = Collection.objects.get(pk=own.of_place.collection.pk).add_child(name="below")
    files = {"images": own.of_place.image, "documents": own.of_place.document}
    for kind, each in files.items():
        url = reverse(f"wagtailadmin_api:{kind}:detail", args=[each.pk])
        type(each).objects.filter(pk=each.pk).update(collection=below)
        assert client.get(url).status_code == 404


@pytest.mark.parametrize("kind", ["document", "image"])
def test_what_was_chosen_is_not_told_of_what_may_not_be_chosen(kind, cast):
    """CVE-2026-54259."""
    client, other = cast[ELSEWHERE]
    key = getattr(other.of_place, kind).pk
    chooser = {"document": "wagtaildocs_chooser", "image": "wagtailimages_chooser"}[kind]
    one = client.get(reverse(f"{chooser}:chosen", args=[key]))
    several = client.get(reverse(f"{chooser}:chosen_multiple"), {"id": key})
    assert other.of_place.word not in one.content.decode()
    assert other.of_place.word not in several.content.decode()


def test_pictures_are_made_in_no_other_sizes_than_the_site_asks_for(cast):
    """CVE-2026-54260, CVE-2026-54261, CVE-2026-54263: to try out addresses that there are not.

    It was possible for pictures of others, with any number of steps, and wrote the address down.
    """
    client, own = cast[ADMINISTRATOR]
    key = own.of_place.image.pk
    assert keeps_out(client, reverse("wagtailimages:preview", args=[key, "width-20"]))
    assert keeps_out(client, reverse("wagtailimages:url_generator", args=[key]))


@pytest.mark.parametrize("header", ["If-None-Match", "If-Match"])
def test_a_private_document_is_not_known_by_its_digest(header, cast, visitor):
    """GHSA-92hv-j533-69wc: the condition was answered before the question of rights."""
    _, own = cast[ADMINISTRATOR]
    document = own.of_place.document
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    digests = [document.file_hash or document.get_file_hash(), hashlib.sha1(b"other").hexdigest()]
    answers = [visitor.get(document.url, headers={header: f'"{each}"'}) for each in digests]
    assert [each.status_code for each in answers] == [302, 302]


def test_whoever_may_only_add_a_row_copies_none(cast):
    """GHSA-x5cx-w6p2-mxf2: the copy showed what was in it."""
    client, _ = cast[GUEST]
    guest = User.objects.get(username="guest")
    guest.user_permissions.add(Permission.objects.get(codename="add_term"))
    url = reverse("wagtailsnippets_search_term:copy", args=[Term.objects.first().pk])
    assert keeps_out(client, url)


def test_the_api_makes_no_page_out_of_a_translation():
    """CVE-2026-54262, GHSA-jm5p-837g-rv8g: a page holds its translations."""
    assert "copy_for_translation" not in EditionsAPIViewSet.actions


def test_a_translator_changes_nothing_of_a_notice_but_the_own_words(english_translator):
    """CVE-2024-32882: what a form did not show was taken from whoever sent it."""
    notice = UrgentNotice.objects.first()
    before = (notice.label_zh_hans, notice.url, notice.until)
    url = reverse("wagtailsnippets_siteconfig_urgentnotice:edit", args=[notice.pk])
    forged = {"label_zh_hans": "伪造", "url": "https://example.org/", "until": "2099-01-01"}
    sent = offered(english_translator, url) | {"label_en": "Roads are closed", **forged}
    assert english_translator.post(url, sent).status_code == 302
    notice.refresh_from_db()
    assert (notice.label_zh_hans, notice.url, notice.until) == before


def test_a_setting_is_the_administrators(cast):
    """CVE-2024-35228."""
    for name in (GUEST, AT_HOME):
        client, _ = cast[name]
        for setting in ("siteconfig.siteconfiguration", "proposals.machinesettings"):
            assert keeps_out(client, reverse("wagtailsettings:edit", args=setting.split(".")))


def test_an_action_on_several_users_does_not_name_them(cast):
    """CVE-2023-45809."""
    client, _ = cast[GUEST]
    user = User.objects.get(username="russian")
    url = reverse("wagtail_bulk_action", args=["auth", "user", "delete"])
    answer = client.get(f"{url}?id={user.pk}", follow=True)
    assert user.last_name not in answer.content.decode()


def test_nor_does_one_on_several_pages_name_those_of_others(cast):
    """The same class, for pages: their titles stood in the reason why nothing is done."""
    client, other = cast[ELSEWHERE]
    for action in ("delete", "move", "publish", "unpublish"):
        url = reverse("wagtail_bulk_action", args=["core", "basepage", action])
        answer = client.get(f"{url}?id={other.of_place.draft.pk}")
        assert other.of_place.word not in answer.content.decode(), action


def test_whoever_changes_users_makes_nobody_an_administrator(cast):
    client, _ = cast[GUEST]
    guest = User.objects.get(username="guest")
    guest.user_permissions.add(Permission.objects.get(codename="change_user"))
    url = reverse("wagtailusers_users:edit", args=[User.objects.get(username="local").pk])
    sent = {"username": "local", "first_name": "A", "last_name": "B", "email": "a@example.org"}
    sent = offered(client, url) | sent | {"is_active": "on", "is_superuser": "on"}
    client.post(url, sent)
    assert not User.objects.get(username="local").is_superuser


def test_a_long_query_takes_no_longer_than_it_is_long():
    """CVE-2024-39317: a query without a space took the square of its length."""

    def seconds(length: int) -> float:
        began = time.perf_counter()
        parse_query_string("a" * length)
        return time.perf_counter() - began

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 1e-5)


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.asvs("1.2.1")
def test_a_title_is_text_wherever_the_admin_says_it(cast):
    """CVE-2026-28223, and all that was of its kind: messages, confirmations, choosers, lists."""
    client, own = cast[ADMINISTRATOR]
    page = own.of_place.draft
    for column in ("title_zh_hans", "title_en", "draft_title"):
        setattr(page, column, SCRIPT)
    page.save_revision()
    page.save()
    urls = [
        reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        for name in ("edit", "delete", "copy", "move", "history", "usage")
    ]
    urls.append(reverse("wagtailadmin_explore", args=[own.of_place.parent.pk]))
    urls.append(reverse("wagtailadmin_choose_page_child", args=[own.of_place.parent.pk]))
    for url in urls:
        answer = client.get(url, follow=True)
        assert answer.status_code == 200, url
        assert SCRIPT not in answer.content.decode(), url
    after = client.post(urls[1], follow=True).content.decode()
    assert "alert(1)" in after
    assert SCRIPT not in after


@pytest.mark.asvs("1.2.2")
@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_something_is_not_kept(link, admin):
    """CVE-2021-29434 and its kind, older than that, where editors give addresses."""
    answer = admin.post(
        reverse("wagtailadmin_choose_page_external_link"),
        {"external-link-chooser-url": link, "external-link-chooser-link_text": "x"},
    ).json()
    assert answer["step"] == "external_link"
