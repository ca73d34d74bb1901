"""The formats of citation, each by the example of one text."""

from dataclasses import replace
from datetime import date

import pytest

from mep_site.citation.cited import Cited
from mep_site.citation.formats import FORMATS, bibtex, gbt_7714, gost_7_0_100, iso_690, ris
from mep_site.translations.languages import get_language
from mep_site.translations.languages.dates import PartialDate

TEXT = Cited(
    key="open-days-7-en",
    title="Open days at monitoring stations",
    responsible="Ministry of Ecology",
    publisher="Ministry of Ecology",
    language=get_language("en"),
    address="https://www.example.org/en/news/open-days/",
    accessed=date(2026, 11, 28),
    published=PartialDate(2019, 5, 12),
    updated=PartialDate(2020, 6, 3),
)
UNCHANGED = replace(TEXT, updated=None)
BY_SOMEBODY = replace(UNCHANGED, responsible="Anna Reed")
UNDATED = replace(UNCHANGED, published=None)


def dated(*parts: int) -> Cited:
    return replace(UNCHANGED, published=PartialDate(*parts))


def test_gbt_7714_gives_the_date_of_the_last_change_and_that_of_access():
    """As in B.10 of the standard: who, what [EB/OL], (when) [seen], where."""
    address = "https://www.example.org/en/news/open-days/."
    beginning = "Ministry of Ecology. Open days at monitoring stations[EB/OL]. "
    assert gbt_7714(TEXT) == f"{beginning}（2020-06-03）[2026-11-28]. {address}"
    assert gbt_7714(dated(2019, 5)) == f"{beginning}（2019-05）[2026-11-28]. {address}"
    assert gbt_7714(UNDATED) == f"{beginning}[2026-11-28]. {address}"


def test_iso_690_gives_both_dates_and_names_a_body_once():
    beginning, end = (
        "Open days at monitoring stations. Online. ",
        "Available from: https://www.example.org/en/news/open-days/. [viewed 2026-11-28].",
    )
    ministry, dates = "Ministry of Ecology. ", "12 May 2019, updated 3 June 2020. "
    assert iso_690(TEXT) == f"{ministry}{beginning}{dates}{end}"
    assert iso_690(BY_SOMEBODY) == f"Anna Reed. {beginning}Ministry of Ecology, 12 May 2019. {end}"
    assert iso_690(dated(2019, 5)) == f"{ministry}{beginning}May 2019. {end}"
    assert iso_690(dated(2019)) == f"{ministry}{beginning}2019. {end}"
    assert iso_690(UNDATED) == f"{ministry}{beginning}{end}"
    assert "Open? Online." in iso_690(replace(TEXT, title="Open?"))


def test_gost_describes_a_part_of_a_site():
    """As the standard describes a page of a ministry."""
    beginning = "Open days at monitoring stations / Ministry of Ecology. – Текст : электронный // "
    site = "Ministry of Ecology : официальный сайт"
    end = "URL: https://www.example.org/en/news/open-days/ (дата обращения: 28.11.2026)."
    updated = "Дата обновления: 03.06.2020"
    assert gost_7_0_100(TEXT) == f"{beginning}{site}. – 2019. – 12 мая. – {updated}. – {end}"
    assert gost_7_0_100(dated(2019, 2, 1)) == f"{beginning}{site}. – 2019. – 1 февр. – {end}"
    assert gost_7_0_100(dated(2019, 9)) == f"{beginning}{site}. – 2019. – Сентябрь. – {end}"
    assert gost_7_0_100(dated(2019)) == f"{beginning}{site}. – 2019. – {end}"
    assert gost_7_0_100(UNDATED) == f"{beginning}{site}. – {end}"


def test_bibtex_keeps_capitals_and_what_means_something_to_tex():
    assert bibtex(TEXT) == (
        "@online{open-days-7-en,\n"
        "  author = {{Ministry of Ecology}},\n"
        "  title = {{Open days at monitoring stations}},\n"
        "  organization = {{Ministry of Ecology}},\n"
        "  date = {2020-06-03},\n"
        "  year = {2020},\n"
        "  url = {https://www.example.org/en/news/open-days/},\n"
        "  urldate = {2026-11-28},\n"
        "  language = {en},\n"
        "}\n"
    )
    odd = bibtex(replace(UNDATED, title="50 % & {#1} \\ a_b^2 ~$\n水"))
    title = r"50 \% \& \{\#1\} \textbackslash{} a\_b\textasciicircum{}2 \textasciitilde{}\$ 水"
    assert f"title = {{{{{title}}}}}" in odd
    assert "date = {2" not in odd.replace("urldate", "")


def test_ris_has_a_line_for_each_tag():
    assert ris(TEXT).split("\r\n") == [
        "TY  - ELEC",
        "AU  - Ministry of Ecology",
        "TI  - Open days at monitoring stations",
        "PB  - Ministry of Ecology",
        "PY  - 2020",
        "DA  - 2020/06/03/",
        "Y2  - 2026/11/28/",
        "LA  - en",
        "UR  - https://www.example.org/en/news/open-days/",
        "ID  - open-days-7-en",
        "ER  - ",
        "",
    ]
    assert "TI  - A ER - B\r\n" in ris(replace(TEXT, title="A\r\nER  - B"))
    assert "DA  - 2019/05//\r\n" in ris(dated(2019, 5))
    assert "DA  - 2019///\r\n" in ris(dated(2019))
    assert "DA" not in ris(UNDATED)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.key)
def test_every_format_names_its_standard_and_says_what_a_quotation_needs(kind):
    said = kind.write(TEXT)
    assert kind.source
    assert TEXT.title in said
    assert TEXT.responsible in said
    assert TEXT.address in said
    assert any(day in said for day in ("2026-11-28", "28.11.2026", "2026/11/28"))
