"""The five real documents, against what was counted in them by hand."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from mep_site.legacy.documents import BrochureDocument, BulletList, Document, Heading, MemberStatus
from mep_site.legacy.layout import analyse
from mep_site.legacy.parsing import parse
from mep_site.legacy.reading import read_capture
from mep_site.legacy.recognition import Kind

from .seeds import needs_seeds, seed

pytestmark = needs_seeds

DEPARTMENT, POLICY, ACTIVITY, BROCHURE, INSTITUTION = range(5)


def document(number: int) -> Document:
    """The document in this capture."""
    return parse(seed(number).read_bytes()).document


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (DEPARTMENT, Kind.DEPARTMENT),
        (POLICY, Kind.POLICY),
        (ACTIVITY, Kind.ACTIVITY),
        (BROCHURE, Kind.BROCHURE),
        (INSTITUTION, Kind.INSTITUTION),
    ],
)
def test_the_kind_is_recognised(number: int, kind: Kind) -> None:
    assert parse(seed(number).read_bytes()).kind is kind


def test_the_department() -> None:
    department = document(DEPARTMENT)
    assert department.title.en == "Department of International Cooperation"
    assert len(department.functions) == 1
    assert [division.name.en.split()[-1] for division in department.divisions] == [
        *("Affairs", "Conventions", "Affairs", "Affairs", "Affairs", "Safety"),
    ]
    assert [bool(division.alternative_name.en) for division in department.divisions] == [
        *(False, False, False, False, True, False),
    ]


def test_the_policy_article() -> None:
    body = document(POLICY).body
    headings = [block.texts.en.split()[0] for block in body if isinstance(block, Heading)]
    assert headings == ["I.", "II.", "III."]
    (numbered,) = [block for block in body if isinstance(block, BulletList)]
    assert numbered.numbered
    assert len(numbered.items) == 8
    assert len(body) == 3 + 10 + 1


def test_the_activity() -> None:
    activity = document(ACTIVITY)
    assert activity.leader.en == "Huang Runqiu"
    assert activity.place.en == "Beijing"
    assert len(activity.body) == 7


def test_the_institution() -> None:
    institution = document(INSTITUTION)
    assert institution.supervisor.en == "Beijing Municipal Environmental Protection Bureau"
    assert len(institution.tasks) == 3
    assert [unit.name.en.split()[0] for unit in institution.units] == [
        *("Administration", "Social", "Information", "Films", "Security", "Guarantee"),
    ]
    assert all(unit.duties.en for unit in institution.units)
    (contact,) = institution.contacts
    assert contact.telephone == contact.fax == "82636213"
    assert contact.address.en == "NO. 67 Suzhou Street, Haidian District, Beijing"
    assert (contact.postcode, contact.email) == ("100089", "webmaster@bjee.org.cn")


# The brochure


@pytest.fixture
def brochure() -> BrochureDocument:
    return document(BROCHURE)


def test_it_gives_five_programmes_in_two_languages(brochure: BrochureDocument) -> None:
    assert [programme.title.languages for programme in brochure.programmes] == [
        ["zh_hans", "en"]
    ] * 5
    assert [programme.title.zh_hans[:2] for programme in brochure.programmes] == [
        *("上海", "中俄", "中哈", "亚洲", "欧亚"),
    ]


def test_it_quotes_six_times(brochure: BrochureDocument) -> None:
    quotations = [
        quotation for programme in brochure.programmes for quotation in programme.quotations
    ]
    assert [quotation.date for quotation in quotations] == [
        *("2014-09-13", "2018-06-10", "2013-11-29", "2019-06-14", "2019-06", "2019-09"),
    ]
    assert [quotation.speaker.en for quotation in quotations] == [
        *("President Xi Jinping", "", "Prime Minister Li Keqiang", "", "", ""),
    ]
    assert [quotation.speaker.zh_hans for quotation in quotations] == [
        *("习近平主席", "", "李克强总理", "", "", ""),
    ]
    assert [quotation.place.en.split(",")[0] for quotation in quotations] == [
        *("Dushanbe", "Qingdao", "Tashkent", "Bishkek", "", ""),
    ]
    assert [quotation.place.zh_hans[-2:] for quotation in quotations] == [
        *("尚别", "青岛", "什干", "凯克", "", ""),
    ]
    for quotation in quotations:
        assert quotation.text.languages == quotation.occasion.languages == ["zh_hans", "en"]
        assert not re.match('[“"]', quotation.text.zh_hans + quotation.text.en)


def test_it_states_ten_counts_of_sessions(brochure: BrochureDocument) -> None:
    assert [
        [(group.launched, group.sessions_held) for group in programme.working_groups]
        for programme in brochure.programmes
    ] == [
        [("2005", 11)],
        [("2006", 14), ("2007", 13), ("2007", 13), ("2007", 13), ("2017", 2)],
        [("2011", 7), ("2012", 8), ("2012", 8)],
        [],
        [("2005", 8)],
    ]
    for programme in brochure.programmes:
        assert all(g.name.languages == ["zh_hans", "en"] for g in programme.working_groups)


def test_it_lists_members_in_their_order(brochure: BrochureDocument) -> None:
    sco, _, _, cica, _ = brochure.programmes
    assert Counter(member.status for member in sco.members) == {
        MemberStatus.MEMBER: 8,
        MemberStatus.OBSERVER: 4,
        MemberStatus.DIALOGUE_PARTNER: 6,
    }
    assert [member.name.languages for member in sco.members] == [["zh_hans", "en", "ru"]] * 18
    assert Counter(member.status for member in cica.members) == {
        MemberStatus.MEMBER: 27,
        MemberStatus.OBSERVER: 13,
    }
    assert [member.name.languages for member in cica.members] == [["zh_hans", "en"]] * 40


def test_its_sections_have_as_many_passages_as_the_text(brochure: BrochureDocument) -> None:
    counts = [
        (
            sum(len(block.items) for block in programme.responsibilities),
            len(programme.achievements),
            len(programme.next_steps),
            len(programme.milestones),
        )
        for programme in brochure.programmes
    ]
    assert counts == [(3, 5, 5, 1), (3, 6, 8, 0), (3, 5, 10, 0), (0, 0, 0, 0), (0, 0, 0, 0)]
    assert brochure.programmes[0].milestones[0].date == "2014-06"


def test_a_paragraph_that_became_two_in_english_is_one_passage(brochure: BrochureDocument) -> None:
    (background,) = brochure.programmes[0].background
    assert "\n" not in background.texts.zh_hans
    assert background.texts.en.count("\n") == 1


def test_it_says_whom_to_reach(brochure: BrochureDocument) -> None:
    shared, platform = brochure.contacts
    assert shared.office.languages == platform.office.languages == ["zh_hans", "en", "ru"]
    assert shared.telephone == "+86-10-82268232/8259"
    assert shared.fax == "+86-10-82200577"
    assert shared.postcode == "100035"
    assert shared.address.languages == ["en", "ru"]
    assert platform.website == "http://www.scoei.org.cn"


# Nothing is lost

MARKUP = re.compile(r"[\s■▶►*“”\"()（）/,，:：。.·—–-]")
# The table of contents, the headings of sections that have a field of their own, the verbs of
# saying, the labels of contacts, and the title over the last two mechanisms.
WITHOUT_FIELD = re.compile(
    r"目录|CONTENTS|^- \d\d \||基本情况|工作职责|发展历程|合作成果|合作展望"
    r"|^(成员国|观察员国|对话伙伴)$|^(Государства-|Партнёры)"
    r"|^(Background|Our Responsibility|Next Step|Member States|Observer States|Dialogue Partners)$"
    r"|(Main functions|Internal structure|Organizational Structure|Contact Information):"
    r"|^■ 其他|^Other Important|提出|pointed out|\((SCO|ШОС)\) \((SCO|ШОС)\)$"
    r"|^(Tel|Address|Адрес|E-mail)|www\.scoei"
    # Sources of quotations end in their date.
    r"|\d{4}年\d+月(\d+日)?$|\d\w\w, \d{4}$|June, 2019$|^September, 2019$"
)


def strings(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from strings(getattr(value, part.name))


@pytest.mark.parametrize("number", range(5))
def test_every_line_of_the_text_has_come_over(number: int) -> None:
    found = MARKUP.sub("", "".join(strings(document(number))))
    lines = analyse(read_capture(seed(number).read_bytes())).paragraphs
    missing = [
        line
        for line in lines
        if not WITHOUT_FIELD.search(line)
        and MARKUP.sub("", re.sub(r"^\d[.)]", "", line)) not in found
    ]
    assert missing == []
