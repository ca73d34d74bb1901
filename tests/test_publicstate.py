"""The version of what is public: what raises it, what does not, and who notices when."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from mep_site.core.models import BasePage
from mep_site.countries.models import Country
from mep_site.home.models import HomePage
from mep_site.publicstate import triggers, version
from mep_site.publicstate.version import by_version, current

pytestmark = pytest.mark.every_database


def test_every_table_that_is_not_private_is_watched(db) -> None:
    assert triggers.missing_triggers() == []
    tables = set(triggers.stored_triggers().values())
    assert {"core_basepage", "news_newsarticle", "siteconfig_footerlink"} <= tables
    assert not {"wagtailcore_revision", "django_session", "publicstate_publicchange"} & tables


def test_an_update_of_many_rows_raises_the_version(home: HomePage) -> None:
    before = current()
    BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
    assert current() != before


def test_rows_that_come_and_go_raise_the_version(db) -> None:
    versions = {current()}
    country = Country.objects.create(iso_code="XX", sort_order=1)
    versions.add(current())
    country.delete()
    assert len(versions | {current()}) == 3


@pytest.mark.parametrize(
    "change", [{"draft_title": "a draft"}, {"slug": F("slug")}, {"has_unpublished_changes": True}]
)
def test_what_no_visitor_sees_leaves_the_version(home: HomePage, change: dict) -> None:
    before = current()
    BasePage.objects.filter(pk=home.pk).update(**change)
    User.objects.update(first_name="Wen")
    assert current() == before


def test_what_is_rolled_back_leaves_no_trace(home: HomePage) -> None:
    before = current()
    with transaction.atomic():
        BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
        within = current()
        transaction.set_rollback(True)
    assert within != before == current()


def test_what_is_remembered_is_made_once_for_each_version(home: HomePage) -> None:
    made = []

    @by_version()
    def slug(page: int) -> str:
        made.append(page)
        return BasePage.objects.get(pk=page).slug

    first = slug(home.pk), slug(home.pk)
    BasePage.objects.filter(pk=home.pk).update(slug="elsewhere")
    assert (*first, slug(home.pk)) == (home.slug, home.slug, "elsewhere")
    assert len(made) == 2


def test_the_version_is_read_again_when_it_is_old(
    db, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(version, "MAX_AGE", 60)
    version.expire()
    with django_assert_num_queries(1):
        current()
        current()
    monkeypatch.setattr(version, "MAX_AGE", 0)
    with django_assert_num_queries(1):
        current()


def test_the_day_is_part_of_the_version(db, monkeypatch: pytest.MonkeyPatch) -> None:
    before = current()
    version.expire()
    monkeypatch.setattr(version.timezone, "localdate", lambda: "tomorrow")
    assert current() != before
