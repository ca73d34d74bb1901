"""Whose site this is: what stands in header, footer and title, as the settings have it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from mep_site.countries.models import Country
from mep_site.media.models import SiteImage
from mep_site.siteconfig.identity import security_register
from mep_site.siteconfig.models import SiteConfiguration
from news.models import NewsArticle

from .measuring.places import CODES
from .test_public_pages import read

STATES = {
    "zh-hans": "中华人民共和国",
    "en": "People’s Republic of China",
    "ru": "Китайская Народная Республика",
}
FULL_NAMES = {
    "zh-hans": "中华人民共和国生态环境部",
    "en": "Ministry of Ecology and Environment of the People’s Republic of China",
    "ru": "Министерство экологии и окружающей среды Китайской Народной Республики",
}
NUMBERS = {
    "京ICP备00000000号": "https://beian.miit.gov.cn/",
    "京公网安备00000000000000号": (
        "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000"
    ),
}
every_language = pytest.mark.parametrize("code", CODES)


@pytest.fixture
def article(some) -> NewsArticle:
    return some(NewsArticle)


def footer(html: BeautifulSoup) -> str:
    return html.select_one(".site-footer").get_text(" ", strip=True)


@every_language
def test_header_footer_and_title_name_the_state(code, visitor, article):
    html = read(visitor, article, code)
    assert STATES[code] in html.select_one(".brand").get_text()
    assert FULL_NAMES[code] in footer(html)
    assert html.title.get_text().endswith(f" – {FULL_NAMES[code]}")


def test_the_name_of_the_state_is_that_of_the_approved_table(visitor, article):
    read(visitor, article, "en")
    Country.objects.filter(pk="CN").update(official_name_en="the Republic of Otters")
    brand = read(visitor, article, "en").select_one(".brand")
    assert brand.small.get_text() == "The Republic of Otters"


@every_language
def test_the_footer_says_who_answers_for_the_site_and_how_they_are_reached(code, visitor, article):
    html = read(visitor, article, code)
    links = {a.get_text(): a["href"] for a in html.select(".site-footer dd a")}
    assert links == {
        "+86-10-00000000": "tel:+86-10-0000-0000",
        "site@ministry.example": "mailto:site@ministry.example",
        **NUMBERS,
    }
    assert "bm00000000" in footer(html)
    mark = html.select_one(".site-footer .organ-mark")
    assert mark["href"].startswith("https://bszs.conac.cn/")
    assert (mark.get_text(strip=True), mark["lang"]) == ("党政机关", "zh-Hans")


def test_the_mark_is_the_picture_that_was_assigned(visitor, article):
    picture = SiteImage.objects.first()
    SiteConfiguration.objects.update(organ_mark_picture=picture)
    shown = read(visitor, article, "en").select_one(".organ-mark img")
    assert shown["alt"] == "党政机关网站标识"
    assert int(shown["width"]) <= 160


def test_without_settings_nothing_of_it_is_shown(visitor, article):
    empty = {"state": None, "icp_number": "", "security_number": "", "site_id_code": ""}
    empty |= {"organ_mark_url": "", "contact_telephone": "", "contact_email": ""}
    for name in SiteConfiguration.identity_names:
        empty |= dict.fromkeys((f"{name}_zh_hans", f"{name}_en", f"{name}_ru"), "")
    SiteConfiguration.objects.update(**empty)
    html = read(visitor, article, "en")
    assert not html.select(".brand small, .full-name, .organ-mark, .site-footer dl")
    assert html.title.get_text().endswith(" – Ministry of Ecology and Environment")


def test_the_state_is_named_in_the_footer_where_the_body_has_no_full_name(visitor, article):
    SiteConfiguration.objects.update(full_name_en="")
    html = read(visitor, article, "en")
    assert html.select_one(".full-name").get_text() == "The People’s Republic of China"


def test_a_filing_number_is_looked_up_by_its_digits():
    assert security_register("京公网安备11010502000001号").endswith("?code=11010502000001")


@pytest.mark.parametrize("number", ["京公网安备1号", "110105020000011"])
def test_a_filing_number_with_another_count_of_digits_is_refused(number, home):
    configuration = SiteConfiguration.objects.get()
    configuration.security_number = number
    with pytest.raises(ValidationError) as refusal:
        configuration.full_clean()
    assert set(refusal.value.message_dict) == {"security_number"}


@every_language
def test_machines_are_told_the_full_name_on_the_home_page(code, visitor, home):
    html = read(visitor, home, code)
    data = html.select_one('script[type="application/ld+json"]').string
    assert f'"legalName":"{FULL_NAMES[code]}"' in data
    assert '"telephone":"+86-10-00000000"' in data


def test_an_administrator_sets_it_in_the_admin(admin, home):
    configuration = SiteConfiguration.objects.get()
    url = f"/admin/settings/siteconfig/siteconfiguration/{configuration.site_id}/"
    form = BeautifulSoup(admin.get(url).content, "html.parser")
    for name in ("state", "full_name_ru", "security_number", "organ_mark_url"):
        assert form.select_one(f'[name="{name}"]'), name
