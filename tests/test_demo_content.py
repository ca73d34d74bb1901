"""The demo content: complete, correct in each language, and safe to load twice."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.models import CharField, Model, TextField
from django.utils import timezone
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.translator import translator
from wagtail.fields import StreamField
from wagtail.models import PageViewRestriction
from wagtail.users.models import UserProfile

from cooperation.models import Programme
from departments.models import Leader
from mep_site.core.blocks import AchievementsBlock, BodyBlock, TextBlock
from mep_site.core.loading.page_pictures import RENDITION_SPECS
from mep_site.core.models import BasePage, Row
from mep_site.demo.people import PEOPLE
from mep_site.home.models import HomePage
from mep_site.home.sections import SectionsBlock
from mep_site.media.models import SiteDocument, SiteImage
from mep_site.siteconfig.models import SiteConfiguration, UrgentNotice
from mep_site.translations.freshness.comparison import Freshness
from mep_site.translations.languages import Language, authoritative, languages
from mep_site.translations.languages.dates import PartialDate
from mep_site.translations.models import AuthoritativeChange, Edition
from news.models import Activity, Event, NewsArticle, PolicyArticle

from .prepared import DAY_OF_DEMO

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

LANGUAGES = languages()
TRANSLATIONS = LANGUAGES[1:]
HAN, CYRILLIC = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[А-Яа-яЁё]")

Json = Any


def concrete_subclasses(model: type[Model]) -> list[type[Model]]:
    below = [c for subclass in model.__subclasses__() for c in concrete_subclasses(subclass)]
    return below + [subclass for subclass in model.__subclasses__() if not subclass._meta.abstract]


def demo_pages() -> list[BasePage]:
    home = HomePage.objects.get()
    return [page.specific for page in BasePage.objects.descendant_of(home, inclusive=True)]


def stream_fields(page: BasePage) -> list[str]:
    """The bare names of the page's bodies."""
    return [
        name
        for name in get_translatable_fields_for_model(type(page)) or ()
        if isinstance(page._meta.get_field(name), StreamField)
    ]


def raw_body(page: BasePage, field: str, language: Language) -> list[Json]:
    return getattr(page, language.column(field)).get_prep_value()


def bodies(language: Language) -> Iterator[tuple[BasePage, str, list[Json]]]:
    for page in demo_pages():
        for field in stream_fields(page):
            yield page, field, raw_body(page, field, language)


def ids_in(value: Json) -> list[str]:
    """All block ids, from outside to inside, in reading order."""
    if isinstance(value, list):
        return [found for part in value for found in ids_in(part)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if {"id", "type", "value"} <= value.keys() else []
    return own + [found for part in value.values() for found in ids_in(part)]


def unpublished(language: Language) -> set[str]:
    pages = BasePage.objects.descendant_of(HomePage.objects.get()).not_in_language(language)
    return set(pages.values_list("slug", flat=True))


# Completeness


def test_there_are_at_least_45_pages() -> None:
    assert len(demo_pages()) >= 45


@pytest.mark.parametrize("model", concrete_subclasses(BasePage), ids=lambda model: model.__name__)
def test_every_page_type_occurs_published(model: type[BasePage]) -> None:
    assert model.objects.published().exists()


@pytest.mark.parametrize("model", concrete_subclasses(Row), ids=lambda model: model.__name__)
def test_every_kind_of_row_occurs(model: type[Row]) -> None:
    assert model.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_every_block_occurs_in_every_language(language: Language) -> None:
    families = (BodyBlock, TextBlock, AchievementsBlock, SectionsBlock)
    used: dict[type, set[str]] = {family: set() for family in families}
    for page, field, body in bodies(language):
        block = type(page._meta.get_field(field).stream_block)
        used[block] |= {part["type"] for part in body}
    assert used == {block: set(block().child_blocks) for block in used}


def test_every_status_of_membership_occurs() -> None:
    statuses = {member.status for page in Programme.objects.all() for member in page.members.all()}
    assert statuses == {"member", "observer", "dialogue_partner"}


def test_dates_of_every_precision_occur_and_articles_without_one() -> None:
    lengths = {
        len(str(article.date or ""))
        for model in (NewsArticle, Activity)
        for article in model.objects.all()
    }
    assert lengths == {0, 4, 7, 10}


def test_the_programmes_state_the_known_facts() -> None:
    sco = Programme.objects.get(slug="shanghai-cooperation-organisation")
    assert [len(group) for _, group in sco.members_by_status()] == [8, 4, 6]
    cica = Programme.objects.get(slug="cica")
    assert [len(group) for _, group in cica.members_by_status()] == [27, 13]
    russia = Programme.objects.get(slug="china-russia")
    held = [(str(g.launched), g.sessions_held) for g in russia.working_groups.all()]
    assert held == [("2006", 14), *[("2007", 13)] * 3, ("2017", 2)]
    kazakhstan = Programme.objects.get(slug="china-kazakhstan")
    held = [(str(g.launched), g.sessions_held) for g in kazakhstan.working_groups.all()]
    assert held == [("2011", 7), ("2012", 8), ("2012", 8)]


@pytest.mark.slow
def test_every_page_and_row_is_valid() -> None:
    for page in demo_pages():
        page.full_clean()
    for model in concrete_subclasses(Row):
        for row in model.objects.all():
            row.full_clean()


def test_the_menu_holds_the_main_sections() -> None:
    in_menu = BasePage.objects.child_of(HomePage.objects.get()).in_menu()
    assert list(in_menu.values_list("slug", flat=True)) == [
        *("about", "news", "policies", "cooperation", "services", "contact"),
    ]


# Languages


def test_some_pages_lack_a_translation_and_it_is_known_which() -> None:
    chinese, english, russian = LANGUAGES
    draft, only_in_chinese = "annual-review-of-the-network", "consultation-on-sampling-guide"
    assert unpublished(chinese) == {draft}
    assert unpublished(english) == {draft, only_in_chinese, "memorandum-signed-in-xian"}
    assert unpublished(russian) == {
        draft,
        only_in_chinese,
        "birds-and-wind-turbines",
        "energy-at-home",
        "euro-asia-economic-forum",
        "how-to-read-hourly-water-data",
        "law-and-standards",
        "meeting-with-volunteers",
        "reference-laboratory",
        "rules-on-open-monitoring-data",
        "visiting-wetlands",
    }


@pytest.mark.slow
@pytest.mark.parametrize("language", TRANSLATIONS, ids=str)
def test_a_page_without_a_title_has_no_text_at_all(language: Language) -> None:
    for page, _, body in bodies(language):
        assert bool(getattr(page, language.column("title"))) or body == []


@pytest.mark.parametrize("language", TRANSLATIONS, ids=str)
def test_the_blocks_of_a_translation_have_the_ids_of_the_chinese_blocks(
    language: Language,
) -> None:
    for page, field, body in bodies(language):
        ids = ids_in(body)
        chinese = ids_in(raw_body(page, field, authoritative()))
        assert len(set(ids)) == len(ids)
        assert ids == [block_id for block_id in chinese if block_id in ids]


def test_two_translations_are_partial_and_all_others_are_complete() -> None:
    partial = [
        (page.slug, field, language.code)
        for language in TRANSLATIONS
        for page, field, body in bodies(language)
        if body and ids_in(body) != ids_in(raw_body(page, field, authoritative()))
    ]
    assert partial == [("glossary", "body", "en"), ("china-russia", "next_steps", "ru")]


def test_ids_are_not_shared_between_pages() -> None:
    ids = [found for *_, body in bodies(authoritative()) for found in ids_in(body)]
    assert len(set(ids)) == len(ids)


def stored_texts(language: Language) -> Iterator[str]:
    """Every text of the demo in a language, blocks included."""
    for model in translator.get_registered_models(abstract=False):
        for instance in model._default_manager.all():
            for name in get_translatable_fields_for_model(model) or ():
                field = model._meta.get_field(language.column(name))
                value = getattr(instance, field.name)
                if isinstance(field, StreamField):
                    yield json.dumps(value.get_prep_value(), ensure_ascii=False)
                elif isinstance(field, CharField | TextField):
                    yield value or ""


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        (LANGUAGES[0], CYRILLIC),
        (LANGUAGES[1], re.compile(f"{HAN.pattern}|{CYRILLIC.pattern}")),
        (LANGUAGES[2], HAN),
    ],
    ids=str,
)
def test_every_text_is_written_in_the_script_of_its_language(
    language: Language, foreign: re.Pattern[str]
) -> None:
    texts = [text for text in stored_texts(language) if text]
    assert len(texts) > 500
    assert [text for text in texts if foreign.search(text)] == []


# Draft, private page


def test_a_draft_was_never_published() -> None:
    (draft,) = [page for page in demo_pages() if not page.live]
    assert draft.first_published_at is None
    assert draft.latest_revision is not None


def test_every_other_page_is_published_without_pending_changes() -> None:
    for page in demo_pages():
        is_withdrawn = page.slug == "visiting-wetlands"
        assert page.live != (page.has_unpublished_changes and not is_withdrawn)
        assert is_withdrawn or page.latest_revision == page.live_revision or not page.live


# Translations and the Chinese text


def test_it_shows_every_way_in_which_a_translation_stands_to_the_chinese() -> None:
    editions = Edition.objects.live().exclude(freshness=Freshness.CURRENT)
    assert sorted(editions.values_list("page__slug", "language", "freshness")) == [
        ("china-russia", "ru", Freshness.PARTIAL),
        ("glossary", "en", Freshness.PARTIAL),
        ("open-days-on-world-environment-day", "en", Freshness.BEHIND),
    ]
    (withdrawn,) = Edition.objects.filter(state=Edition.State.WITHDRAWN)
    assert (withdrawn.page.slug, withdrawn.language) == ("visiting-wetlands", "ru")


def test_editions_agree_with_the_pages() -> None:
    assert [page for page in demo_pages() if Edition.objects.refresh_from_page(page)] == []


def test_every_change_has_a_note_in_every_language() -> None:
    (change,) = AuthoritativeChange.objects.all()
    assert change.kind == AuthoritativeChange.Kind.MATERIAL
    assert all(getattr(change, language.column("note")) for language in LANGUAGES)


def test_a_page_for_those_who_are_logged_in_is_in_no_public_list() -> None:
    restriction = PageViewRestriction.objects.get()
    assert restriction.restriction_type == PageViewRestriction.LOGIN
    assert restriction.page.slug == "working-materials"
    assert not BasePage.objects.published().filter(pk=restriction.page_id).exists()


# Pictures, documents, settings


def test_every_picture_has_words_in_every_language() -> None:
    pictures = list(SiteImage.objects.all())
    assert len(pictures) >= 8
    for picture in pictures:
        for field in ("description", "caption", "credit"):
            assert all(getattr(picture, language.column(field)) for language in LANGUAGES)


def test_every_picture_stands_ready_in_every_size() -> None:
    for picture in SiteImage.objects.all():
        made = set(picture.renditions.values_list("filter_spec", flat=True))
        assert set(RENDITION_SPECS) <= made


def test_every_picture_is_used() -> None:
    assert not [picture for picture in SiteImage.objects.all() if not picture.get_usage()]


@pytest.mark.parametrize("name", ["sampling-sheet-en", "sampling-sheet-zh"])
def test_the_positions_in_a_pdf_file_are_right(name: str) -> None:
    document = SiteDocument.objects.get(file__contains=name)
    with document.file.open("rb") as file:
        content = file.read()
    assert content.startswith(b"%PDF-1.4")
    (start,) = re.findall(rb"startxref\n(\d+)\n", content)
    assert content[int(start) :].startswith(b"xref")
    for number, position in enumerate(re.findall(rb"(\d{10}) 00000 n", content), start=1):
        assert content[int(position) :].startswith(f"{number} 0 obj".encode())


def test_documents_say_which_language_they_are_in() -> None:
    assert set(SiteDocument.objects.values_list("content_language", flat=True)) == {
        *("zh-hans", "en", "mul"),
    }


def test_the_settings_are_filled_with_numbers_that_nobody_takes_for_real() -> None:
    configuration = SiteConfiguration.objects.get()
    texts = ("site_name", "copyright_line", "precedence_notice", "rights_notice")
    for field in (*texts, *SiteConfiguration.identity_names):
        assert all(getattr(configuration, language.column(field)) for language in LANGUAGES)
    for number in (configuration.icp_number, configuration.security_number):
        assert set(re.findall(r"\d", number)) == {"0"}
    assert [bool(keyword.page_id) for keyword in configuration.hot_keywords.all()] == [
        *(False, False, False, False, True),
    ]
    assert [link.page.slug for link in configuration.footer_links.all()] == [
        *("statement", "accessibility", "privacy", "site-map", "contact"),
    ]


def test_only_named_leaders_and_an_admitted_example_appear() -> None:
    leaders = Leader.objects.order_by("path").values_list("title_en", flat=True)
    assert list(leaders) == ["Huang Runqiu", "Zhao Yingmin", "Sample leader"]


# People


@pytest.mark.parametrize(
    ("username", "may_add", "may_edit", "may_publish", "codes"),
    [
        ("admin", True, True, True, {"zh-hans", "en", "ru"}),
        ("editor", True, True, False, {"zh-hans"}),
        ("english", False, True, False, {"en"}),
        ("russian", False, True, False, {"ru"}),
        ("publisher", True, True, True, {"zh-hans", "en", "ru"}),
    ],
)
def test_each_person_has_exactly_the_rights_of_the_role(
    username: str, may_add: bool, may_edit: bool, may_publish: bool, codes: set[str]
) -> None:
    user = User.objects.get(username=username)
    permissions = NewsArticle.objects.first().permissions_for_user(user)
    index_permissions = NewsArticle.objects.first().get_parent().permissions_for_user(user)
    assert user.has_perm("wagtailadmin.access_admin")
    assert index_permissions.can_add_subpage() == may_add
    assert (permissions.can_edit(), permissions.can_publish()) == (may_edit, may_publish)
    assert {
        language.code
        for language in LANGUAGES
        if user.has_perm(f"translations.edit_{language.suffix}")
    } == codes


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.username)
def test_each_person_can_log_in_and_sees_the_admin_in_the_right_language(person: Any) -> None:
    user = User.objects.get(username=person.username)
    assert user.check_password(person.password)
    assert UserProfile.get_for_user(user).preferred_language == person.admin_language


def test_everybody_adds_to_the_libraries_and_chooses_from_them() -> None:
    from wagtail.documents import get_permission_policy as documents
    from wagtail.images import get_permission_policy as images

    for policy in (images(), documents()):
        for action, expected in (
            ("add", {person.username for person in PEOPLE}),
            ("choose", {person.username for person in PEOPLE}),
        ):
            allowed = policy.users_with_permission(action)
            assert {user.username for user in allowed} == expected


# Loading


def everything() -> dict[str, list[dict[str, Any]]]:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed
    }


def test_a_second_run_changes_nothing_and_keeps_what_was_edited() -> None:
    BasePage.objects.filter(slug="statement").update(title_en="Edited")
    NewsArticle.objects.get(slug="birds-and-wind-turbines").delete()
    before = everything()
    call_command("load_demo", verbosity=0)
    assert everything() == before


def test_every_run_prints_the_logins(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo")
    output = capsys.readouterr()
    for person in PEOPLE:
        assert re.search(rf"^  {person.username} +{person.password} +", output.out, re.MULTILINE)
    assert output.err == ""


def test_a_user_who_was_removed_is_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    User.objects.filter(username="russian").delete()
    call_command("load_demo")
    assert "demo-russian" not in capsys.readouterr().out


@pytest.mark.asvs("6.3.2")
@pytest.mark.parametrize("module", ["mep_site.settings.production", "site_of_the_ministry", ""])
def test_it_refuses_settings_that_are_not_for_demonstration(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", module)
    with pytest.raises(CommandError, match="public passwords"):
        call_command("load_demo")
    assert capsys.readouterr().out == ""


def test_what_is_new_lies_around_the_day_on_which_the_demo_is_loaded() -> None:
    day = PartialDate.of_day(DAY_OF_DEMO)
    ahead = Event.objects.live().filter(starts_on__gt=DAY_OF_DEMO)
    assert ahead.count() > 2
    assert Event.objects.live().filter(starts_on__lt=DAY_OF_DEMO).exists()
    assert PolicyArticle.objects.live().filter(comments_until__gt=DAY_OF_DEMO).count() > 1
    assert UrgentNotice.objects.filter(until__gt=DAY_OF_DEMO).exists()
    newest = NewsArticle.objects.live().order_by("-date")[:3]
    for article in newest:
        assert (DAY_OF_DEMO - article.date.first_day()).days in range(1, 15)
        assert {timezone.localdate(e.first_published_at) for e in article.editions.live()} == {
            article.date.first_day()
        }
    assert not NewsArticle.objects.filter(date__gt=day).exists()
