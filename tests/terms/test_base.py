"""The terms in force: of the base, of the site's records, on the day, and always new."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from departments.models import Leader
from mep_site.countries.models import Country
from mep_site.publicstate import version
from mep_site.terms.base import term_index
from mep_site.terms.files.comparing import plan_import
from mep_site.terms.files.taking_over import take_over
from mep_site.terms.matching import TermVerdict, judge_terms
from mep_site.terms.models import ApprovedTerm, TermRendering
from mep_site.terms.standard import standard_index, standard_list
from mep_site.translations.languages import authoritative, get_language

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")

pytestmark = pytest.mark.django_db


def entry(chinese: str, language=ENGLISH):
    return term_index(language).by_chinese.get(chinese)


def add(chinese: str, *texts: str, status: str = "approved", **validity) -> ApprovedTerm:
    term = ApprovedTerm.objects.create(chinese=chinese)
    for text in texts:
        TermRendering.objects.create(term=term, language="en", text=text, status=status, **validity)
    return term


def test_the_demo_has_the_standard_terms_in_its_base():
    assert ApprovedTerm.objects.count() == len(standard_list())
    assert plan_import(standard_list()).changes == ()


def test_states_persons_and_bodies_of_the_records_are_terms():
    assert entry("哈萨克斯坦").approved[:2] == ("Kazakhstan", "the Republic of Kazakhstan")
    assert entry("黄润秋", RUSSIAN).approved == ("Хуан Жуньцю",)
    assert entry("水生态环境司").approved
    assert "SCO" in entry("上合组织").approved


def test_a_name_is_a_term_only_where_the_public_can_read_it():
    leader = Leader.objects.get(title_zh_hans="黄润秋")
    leader.editions.filter(language="ru").update(state="withdrawn")
    version.expire()
    assert entry("黄润秋")
    assert entry("黄润秋", RUSSIAN) is None


def test_a_name_that_is_changed_in_its_record_is_changed_in_the_terms():
    assert entry("韩国").approved[0] == "South Korea"
    Country.objects.filter(pk="KR").update(short_name_en="Republic of Korea")
    assert entry("韩国").approved[0] == "Republic of Korea"


def test_what_the_base_forbids_no_record_approves():
    add("韩国", "South Korea", status="forbidden")
    joined = entry("韩国")
    assert "South Korea" not in joined.approved
    assert joined.forbidden == ("South Korea",)


@pytest.mark.parametrize(
    ("first", "last", "is_in_force"), [(0, 0, True), (None, -1, False), (1, None, False)]
)
def test_a_rendering_counts_on_the_days_of_its_validity(first, last, is_in_force):
    today = timezone.localdate()
    days = {
        name: None if days is None else today + timedelta(days)
        for name, days in (("valid_from", first), ("valid_until", last))
    }
    add("某词", "some word", **days)
    assert bool(entry("某词")) == is_in_force


def test_a_change_counts_at_once_and_one_that_is_rolled_back_never():
    term = add("某词", "some word")
    with transaction.atomic():
        TermRendering.objects.create(term=term, language="en", text="a word")
        assert entry("某词").approved == ("some word", "a word")
        transaction.set_rollback(True)
    assert entry("某词").approved == ("some word",)
    term.delete()
    assert entry("某词") is None


def test_the_index_costs_one_query_while_nothing_changes(
    django_assert_num_queries, version_is_kept
):
    first = term_index(ENGLISH)
    with django_assert_num_queries(1):
        assert term_index(ENGLISH) is first


def test_a_change_of_terms_is_no_change_of_what_is_public():
    before = version.current()
    add("某词", "some word")
    version.expire()
    assert version.current() == before


def test_in_chinese_there_are_no_terms():
    assert len(standard_index(authoritative())) == 0


@pytest.mark.every_database
def test_what_is_taken_over_is_there_in_its_order_and_a_second_time_changes_nothing():
    new = [replace(term, chinese=f"{term.chinese}甲") for term in standard_list()]
    assert len(take_over(new).added) == len(new)
    assert take_over(new).changes == ()
    for language in (ENGLISH, RUSSIAN):
        standard = standard_index(language).by_chinese["国家元首"]
        assert entry("国家元首甲", language).approved == standard.approved


def test_heads_of_state_are_no_heads_of_government():
    (finding,) = judge_terms(term_index(ENGLISH), "国家元首会晤", "the heads of government met")
    assert (finding.verdict, finding.found) == (TermVerdict.FORBIDDEN, "heads of government")
