"""What the parsers find in text that was written for these tests."""

from pathlib import Path

import pytest

from mep_site.legacy.contacts import details_in, named_websites, parse_contact
from mep_site.legacy.dates import date_in, split_final_date
from mep_site.legacy.documents import (
    AnomalyCode,
    BrochureDocument,
    BulletList,
    Division,
    Document,
    Heading,
    Member,
    MemberStatus,
    Paragraph,
    ProgrammeDocument,
    Texts,
    WorkingGroup,
)
from mep_site.legacy.markers import Item, parse_item
from mep_site.legacy.parsers.department import division_names, parse_division
from mep_site.legacy.parsers.members import members_in, split_chinese_names, split_english_names
from mep_site.legacy.parsers.quotations import split_source, split_speech
from mep_site.legacy.parsers.sessions import number_of, working_group_in
from mep_site.legacy.parsers.units import Marker, Passage
from mep_site.legacy.parsing import parse
from mep_site.legacy.recognition import Kind, kind_by_breadcrumb
from mep_site.legacy.refusals import Reason, RefusedCaptureError

CAPTURES = Path(__file__).parent / "captures"


def document(kind: Kind) -> Document:
    """The document in the capture of this kind."""
    parsed = parse((CAPTURES / f"{kind}.txt").read_bytes())
    assert parsed.kind is kind
    return parsed.document


def en(text: str) -> Texts:
    """A text in English."""
    return Texts(en=text)


# Pieces of text


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1. Wells", Item("Wells", 1)),
        ("12)Wells", Item("Wells", 12)),
        ("(3) Wells", Item("Wells", 3)),
        ("b. Wells", Item("Wells", None)),
        ("（二）水井", Item("水井", None)),
        ("三、水井", Item("水井", None)),
        ("3.5 million drops", None),
        ("2014 was dry", None),
        ("I. Wells", None),
        ("a well", None),
    ],
)
def test_items_lose_their_marker_only(text: str, item: Item | None) -> None:
    assert parse_item(text) == item


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("新港，2011年5月3日", "2011-05-03"),
        ("揭牌(新港, 2013年7月)", "2013-07"),
        ("（新港，2019年）", "2019"),
        ("May 3rd, 2011", "2011-05-03"),
        ("opened on Sept. 13, 2014 in", "2014-09-13"),
        ("13 September 2014", "2014-09-13"),
        ("(June, 2018)", "2018-06"),
        ("3 мая 2011 г.", "2011-05-03"),
        ("в июне 2014 года", ""),
        ("июнь 2014 г.", "2014-06"),
        ("25 марта 2011 года", "2011-03-25"),
        ("on Wednesday", ""),
        ("On May 28, the group met.", ""),
        ("14 seminars during 2014 to 2019", ""),
    ],
)
def test_dates_are_read_as_far_as_they_are_stated(text: str, date: str) -> None:
    assert date_in(text) == date


def test_a_date_at_the_end_is_split_off() -> None:
    assert split_final_date("A Statement for an Era June, 2019") == (
        "A Statement for an Era",
        "2019-06",
    )
    assert split_final_date("The 2014年 plan") == ("The 2014年 plan", "")


@pytest.mark.parametrize(
    ("line", "details"),
    [
        ("Tel. 123, Fax. 124", {"telephone": "123", "fax": "124"}),
        ("Tel: +00-1-23/4 Fax: +00-1-25", {"telephone": "+00-1-23/4", "fax": "+00-1-25"}),
        ("Address: No. 3 Lane (Postal Code: 1000)", {"address": "No. 3 Lane", "postcode": "1000"}),
        ("E-mail: a@example.org", {"email": "a@example.org"}),
        ("地址：芦苇巷3号，邮编：100099", {"address": "芦苇巷3号", "postcode": "100099"}),
        ("Hotel: none", {}),
    ],
)
def test_contact_lines_are_taken_apart(line: str, details: dict[str, str]) -> None:
    assert details_in(line) == details


def test_an_address_belongs_to_its_language() -> None:
    contact = parse_contact(["Address: Reed Lane", "Адрес: Тростниковый пер."])
    assert contact.address == Texts(en="Reed Lane", ru="Тростниковый пер.")


def test_one_site_with_names_in_two_languages_is_one_contact() -> None:
    (site,) = named_websites(["平台: www.example.org", "Platform: www.example.org"])
    assert site.office == Texts(zh_hans="平台", en="Platform")
    assert site.website == "http://www.example.org"


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("Springs", Division(en("Springs"))),
        ("Springs (Office of Brooks)", Division(en("Springs"), en("Office of Brooks"))),
        ("Permits (BHP), Regional", Division(en("Permits (BHP), Regional"))),
        ("综合处(档案室)", Division(Texts("综合处"), Texts("档案室"))),
    ],
)
def test_a_second_name_in_brackets_is_split_off(text: str, division: Division) -> None:
    assert parse_division(text) == division


def test_chinese_divisions_in_one_sentence_are_split() -> None:
    assert division_names(["综合处、芦苇处"]) == ["综合处", "芦苇处"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("布鲁克部长提出，“水要清，草要绿。”", "布鲁克部长", "水要清，草要绿。"),
        ("布鲁克部长提出“水要清”。", "布鲁克部长", "水要清"),
        ("Minister Brook said that “Water.”", "Minister Brook", "Water."),
        ("“水要清。”", "", "水要清。"),
        ("Water must be clear.", "", "Water must be clear."),
        ("“Clear” and “green” are words.", "", "“Clear” and “green” are words."),
    ],
)
def test_only_quotation_marks_round_the_whole_are_stripped(
    text: str, speaker: str, words: str
) -> None:
    assert split_speech(text) == (speaker, words)


@pytest.mark.parametrize(
    ("lines", "whole", "source"),
    [
        (
            ["2nd Meeting", "New Harbour · May 3rd, 2011"],
            "2nd Meeting New Harbour · May 3rd, 2011",
            ("2nd Meeting", "New Harbour", "2011-05-03"),
        ),
        (["《宣言》，2012年6月"], "《宣言》，2012年6月", ("《宣言》", "", "2012-06")),
        (["Declaration", "June, 2012"], "Declaration June, 2012", ("Declaration", "", "2012-06")),
        (["Declaration"], "Declaration", ("Declaration", "", "")),
    ],
)
def test_sources_are_taken_apart(
    lines: list[str], whole: str, source: tuple[str, str, str]
) -> None:
    assert split_source(lines, whole) == source


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("11", 11), ("两", 2), ("八", 8), ("十", 10), ("十四", 14), ("二十", 20), ("三十二", 32)),
        *(("eight", 8), ("several", None)),
    ],
)
def test_numerals(word: str, number: int | None) -> None:
    assert number_of(word) == number


@pytest.mark.parametrize(
    ("texts", "group"),
    [
        (
            Texts(
                "芦苇会议于2009年启动，至今已召开十二次",
                "Reeds was launched in 2009 and has been held for 12 sessions so far.",
            ),
            WorkingGroup(Texts("芦苇会议", "Reeds"), "2009", 12),
        ),
        (
            Texts(en="Reeds launched in 2011, and has successfully held 7 meetings;"),
            WorkingGroup(en("Reeds"), "2011", 7),
        ),
        (
            Texts("它很大。论坛自2005年创办以来，已成功举办八届，很好。"),
            WorkingGroup(Texts("水井论坛", "Well Forum"), "2005", 8),
        ),
        (
            Texts(en="Since it was inaugurated in 2005, Forum has been held for eight times."),
            WorkingGroup(Texts("水井论坛", "Well Forum"), "2005", 8),
        ),
    ],
)
def test_bodies_that_meet_are_found_in_sentences(texts: Texts, group: WorkingGroup) -> None:
    found, anomalies = working_group_in(
        Passage(texts, Marker.NONE), Texts("水井论坛", "Well Forum")
    )
    assert found == (group,)
    assert anomalies == ()


def test_seminars_without_a_launch_are_no_body_that_meets() -> None:
    passage = Passage(en("Some 14 seminars were held during 2014 to 2019."), Marker.NONE)
    assert working_group_in(passage, Texts()) == ((), ())


def test_a_number_that_differs_between_languages_is_reported() -> None:
    texts = Texts(
        "芦苇会议于2009年启动，至今已召开十二次",
        "Reeds was launched in 2009 and has been held for 13 sessions.",
    )
    (group,), (anomaly,) = working_group_in(Passage(texts, Marker.NONE), Texts())
    assert group.sessions_held == 12
    assert anomaly.code is AnomalyCode.NUMBER_DIFFERS


def test_names_in_sentences_are_split() -> None:
    assert split_chinese_names("老挝、刚果共和国以及联合国和芦苇组织") == [
        "老挝",
        "刚果共和国",
        "联合国",
        "芦苇组织",
    ]
    assert split_english_names("Laos, League for Peace and Reeds, Iran and Iraq") == [
        "Laos",
        "League for Peace and Reeds",
        "Iran",
        "Iraq",
    ]


def test_a_member_count_that_does_not_match_its_list_is_reported() -> None:
    texts = Texts("成员国3个：中国、蒙古。", "There are 3 member states: China and Mongolia.")
    members, (anomaly,) = members_in(Passage(texts, Marker.NONE))
    assert members == (
        Member(Texts("中国", "China"), MemberStatus.MEMBER),
        Member(Texts("蒙古", "Mongolia"), MemberStatus.MEMBER),
    )
    assert anomaly.code is AnomalyCode.COUNT_DIFFERS


# Kinds


@pytest.mark.parametrize(
    ("breadcrumb", "kind"),
    [
        (("Home", "About", "Departments"), Kind.DEPARTMENT),
        (("home", "Subordinate Institutions"), Kind.INSTITUTION),
        (("Home", "Leaders", "Ada Brook", "Activities"), Kind.ACTIVITY),
        (("Home", "Policies"), Kind.POLICY),
        (("Home", "News"), None),
        ((), None),
    ],
)
def test_breadcrumbs_tell_the_kind(breadcrumb: tuple[str, ...], kind: Kind | None) -> None:
    assert kind_by_breadcrumb(breadcrumb) is kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A letter\n\nDear reader,", Reason.UNKNOWN_KIND),
        ("(一)主要职责\n种芦苇。\n(二)内设机构\n综合处、芦苇处", Reason.NO_TITLE),
        ("Home > About > Departments\n", Reason.NO_TITLE),
    ],
)
def test_it_refuses_what_it_does_not_understand(text: str, reason: Reason) -> None:
    with pytest.raises(RefusedCaptureError) as refusal:
        parse(text.encode())
    assert refusal.value.reason is reason


# Documents


def test_a_department() -> None:
    department = document(Kind.DEPARTMENT)
    assert department.title == en("Department of Wells")
    assert department.functions == (Paragraph(en("Keep the register of wells; answer letters.")),)
    assert department.divisions == (
        Division(en("Division of General Affairs")),
        Division(en("Division of Springs"), en("Office of Brooks")),
    )


def test_an_institution() -> None:
    institution = document(Kind.INSTITUTION)
    assert institution.abbreviation == en("VWS")
    assert institution.supervisor == en("Valley Records Bureau")
    assert [task.en for task in institution.tasks] == [
        "Counting 3.5 million drops a year;",
        "Painting the “pump house”.",
    ]
    assert [(unit.name.en, unit.duties.en) for unit in institution.units] == [
        ("Pump Office", "keeps the pumps; and the keys;"),
        ("Paint Office", "paints"),
    ]
    (contact,) = institution.contacts
    assert contact.address == en("NO. 3 Reed Lane")
    assert (contact.telephone, contact.fax) == ("5550123", "5550124")
    assert (contact.postcode, contact.email) == ("100099", "station@example.org")
    assert [anomaly.subject for anomaly in institution.anomalies] == ["1, 1"]


def test_an_activity() -> None:
    activity = document(Kind.ACTIVITY)
    assert activity.leader == en("Ada Brook")
    assert activity.byline == en("Chinese report by Fir Example, RIVNEWS")
    assert activity.place == en("New Harbour")
    assert activity.body[-1] == BulletList((en("dry boots;"), en("spare ropes.")), numbered=True)


def test_a_policy_keeps_numbers_that_a_list_would_change() -> None:
    policy = document(Kind.POLICY)
    assert [type(block) for block in policy.body] == [
        Paragraph,
        Heading,
        Paragraph,
        Heading,
        Paragraph,
        Paragraph,
    ]
    assert policy.body[3] == Heading(en("II. What to do"))
    assert policy.body[5] == Paragraph(en("3) Leave them alone."))


@pytest.fixture
def brochure() -> BrochureDocument:
    return document(Kind.BROCHURE)


@pytest.fixture
def programme(brochure: BrochureDocument) -> ProgrammeDocument:
    return brochure.programmes[0]


def test_a_brochure_gives_a_programme_for_each_mechanism(brochure: BrochureDocument) -> None:
    assert brochure.title == Texts("芦苇合作", "Reed Cooperation")
    assert [str(programme.title) for programme in brochure.programmes] == [
        "示例组织合作",
        "河流论坛",
        "水井论坛",
    ]
    assert [anomaly.subject for anomaly in brochure.anomalies] == ["其他机制"]


def test_quotations_are_paired(programme: ProgrammeDocument) -> None:
    speech, declaration = programme.quotations
    assert speech.speaker == Texts("布鲁克部长", "Minister Ada Brook")
    assert speech.text == Texts("芦苇要绿。", "Reeds must be green.")
    assert speech.place == Texts("示例国·新港", "New Harbour, Exampleland")
    assert speech.date == "2011-05-03"
    assert declaration.speaker == Texts()
    assert declaration.occasion == Texts("《泉水宣言》", "Declaration on Springs")
    assert (declaration.place, declaration.date) == (Texts(), "2012-06")


def test_a_paragraph_split_in_translation_is_one_passage(programme: ProgrammeDocument) -> None:
    assert programme.background == (
        Paragraph(
            Texts(
                "双方交换了数据。还参观了芦苇荡。",
                "Both sides exchanged data.\nThey also saw the reed beds.",
            )
        ),
    )


def test_sections_come_into_their_fields(programme: ProgrammeDocument) -> None:
    assert programme.responsibilities == (
        BulletList((Texts("种植芦苇；", "Plant reeds;"), Texts("保护水井。", "Protect wells."))),
    )
    (achievement,) = programme.achievements
    assert achievement.heading == Texts("建立会议机制", "Set up a mechanism.")
    assert [type(block) for block in achievement.text] == [BulletList, Paragraph]
    assert programme.next_steps == (Paragraph(Texts("种更多芦苇；", "Plant more reeds;")),)
    (milestone,) = programme.milestones
    assert milestone.date == "2013-07"
    assert programme.working_groups == (
        WorkingGroup(Texts("芦苇工作组会议", "Reed Working Group Meeting"), "2009", 12),
    )


def test_a_list_of_members_finds_its_programme(programme: ProgrammeDocument) -> None:
    assert programme.abbreviation == Texts(en="ERO", ru="ОПТ")
    assert programme.members == (
        Member(
            Texts("哈萨克斯坦共和国", "The Republic of Kazakhstan", "Республика Казахстан"),
            MemberStatus.MEMBER,
        ),
        Member(Texts("蒙古国", "Mongolia", "Монголия"), MemberStatus.OBSERVER),
    )


def test_bodies_at_one_address_are_one_contact(brochure: BrochureDocument) -> None:
    shared, platform = brochure.contacts
    assert shared.office == Texts("芦苇中心 / 水井中心", "Reed Centre / Wells Centre")
    assert shared.address == Texts(en="No.3 Reed Lane", ru="Тростниковый пер., д. 3")
    assert platform.office == Texts("芦苇平台", "Reed Platform")
