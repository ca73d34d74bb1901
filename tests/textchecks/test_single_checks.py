"""Each check finds its fault, and nothing in a right pair."""

import pytest
from django.utils import translation

from mep_site.terms.standard import standard_index
from mep_site.textchecks.asking import check_pair, check_units
from mep_site.textchecks.findings import FindingSeverity, TextPair
from mep_site.textchecks.registry import BY_NAME, CHECKS
from mep_site.translations.languages import get_language

HOTLINE = "请拨打 010-65645678 联系办公室。"

# Check, language, Chinese, translation with the fault, and the place that is named.
FAULTS = [
    (
        "numbers",
        "en",
        "第十三次会议在北京举行",
        "The fourteenth meeting was held in Beijing",
        "十三",
    ),
    ("terms", "ru", "哈萨克斯坦代表团来访", "С визитом прибыла делегация Киргизии", "哈萨克斯坦"),
    ("terms", "en", "保护生物多样性", "Protecting plants and animals", "生物多样性"),
    (
        "forbidden",
        "en",
        "上海合作组织成员国元首理事会",
        "The Council of Heads of Government of the SCO",
        "Heads of Government",
    ),
    ("empty", "en", "大气环境司", "  ", "大气环境司"),
    ("empty", "ru", "<p>大气环境司</p>", "<p></p>", "大气环境司"),
    ("surplus", "en", "", "No. 5 Houyingfang Hutong", "No. 5 Houyingfang Hutong"),
    ("untranslated", "en", "大气环境司", "<p>大气环境司</p>", "大气环境司"),
    ("untranslated", "ru", "《2019年公报》", "2019年公报", "2019年公报"),
    (
        "language",
        "ru",
        "空气质量持续改善。",
        "Air quality keeps improving in the whole region.",
        "Air",
    ),
    ("language", "en", "空气质量持续改善。", "Качество воздуха продолжает улучшаться.", "Качество"),
    (
        "language",
        "en",
        "水质继续改善，监测站正常运行。",
        "Die Wasserqualität verbessert sich, und alle Stationen arbeiten.",
        "Die Wasser",
    ),
    (
        "language",
        "ru",
        "水质继续改善，监测站正常运行。",
        "Якість води продовжує поліпшуватися, усі станції працюють.",
        "Якість",
    ),
    (
        "length",
        "en",
        "会议讨论了今年的工作计划，并决定在十月举行下一次专家会议，邀请各国代表参加。",
        "The meeting was held.",
        "The meeting",
    ),
    (
        "length",
        "en",
        "会议开幕",
        "The meeting was opened by the minister, who then spoke at length "
        "about all that had been achieved since the last time, and what is still to be done.",
        "The",
    ),
    (
        "enumerations",
        "en",
        "参会国家5个：印度、蒙古、伊朗、尼泊尔和越南。",
        "5 countries took part: India, Mongolia, Iran and Nepal.",
        "5 countries took part",
    ),
    (
        "enumerations",
        "ru",
        "观察员4个：日本、老挝、联合国和国际移民组织。",
        "4 государства-наблюдателя: Япония, Лаос, ООН и Международная организация по миграции.",
        "4 государства-наблюдателя",
    ),
    (
        "lists",
        "en",
        "<ul><li>水</li><li>气</li><li>土</li></ul>",
        "<ul><li>water</li><li>air</li></ul>",
        "2",
    ),
    ("lists", "en", "1. 水质\n2. 空气\n3. 土壤", "1. Water\n2. Air", "2"),
    (
        "tables",
        "en",
        "<table><tr><td>水</td><td>好</td></tr><tr><td>气</td><td>好</td></tr></table>",
        "<table><tr><td>Water</td><td>good</td></tr></table>",
        "1 × 2",
    ),
    (
        "quotations",
        "en",
        "部长说：“良好的生态环境是最普惠的民生福祉，我们要共同保护。”",
        "The minister said that a good environment benefits everybody and must be protected.",
        "良好",
    ),
    (
        "links",
        "en",
        '<p>见<a href="https://example.org/a">网站</a>。</p>',
        "<p>See the website.</p>",
        "example.org/a",
    ),
    ("links", "ru", "网址：www.scoei.org.cn", "Сайт: www.scoie.org.cn", "scoei.org.cn"),
    (
        "links",
        "en",
        '<a linktype="page" id="7">报告</a>',
        '<a linktype="page" id="8">Report</a>',
        "page 8",
    ),
    (
        "emails",
        "en",
        "来信请寄 office@example.cn。",
        "Write to offic@example.cn.",
        "offic@example.cn",
    ),
    ("telephones", "en", HOTLINE, "Call the office at +86 10 6564 5687.", "+86 10 6564 5687"),
    ("telephones", "ru", HOTLINE, "Звоните в канцелярию.", "010-65645678"),
    (
        "addresses",
        "en",
        "中国北京市西城区后英房胡同5号，邮编100035。欢迎来访。",
        "You are welcome to visit us in Beijing, postal code 100035.",
        "市西城区后英房胡同5号",
    ),
    (
        "addresses",
        "en",
        "对外合作与交流中心",
        "Cooperation Center, Address: No.5 Houyingfang Hutong, Xicheng District, Beijing",
        "Address: No.5",
    ),
    (
        "addresses",
        "ru",
        "对外合作与交流中心",
        "Центр сотрудничества. Адрес: д. 5, переулок Хоуинфан",
        "Адрес: д. 5",
    ),
    ("chinese", "en", "生态环境部召开会议", "The 生态环境部 held a meeting", "生态环境部"),
    ("lookalikes", "ru", "会议在莫斯科举行", "Совещание прошло в Мocкве", "Мocкве"),
    ("lookalikes", "en", "会议在莫斯科举行", "The meeting was held in Mоscow", "Mоscow"),
    ("lookalikes", "ru", "与俄方合作", "Сотрудничество c российской стороной", "c"),
    ("lookalikes", "en", "2019年会议", "Meeting of 2O19", "2O19"),
    (
        "mixture",
        "en",
        "提高合作的水平 and 质量",
        "Raise the level and quality of cooperation",
        "and",
    ),
    (
        "endings",
        "en",
        "会议今天在北京举行。",
        "The meeting is held in Beijing today",
        "Beijing today",
    ),
    ("endings", "ru", "如何举报污染？", "Как сообщить о загрязнении.", "загрязнении"),
    ("punctuation", "en", "水、气、土", "Water,, air, soil", ",,"),
    ("punctuation", "ru", "会议结束。", "Совещание завершено..", ".."),
    ("punctuation", "en", "水、气", "Water , air", "Water ,"),
    ("brackets", "en", "会议（北京）结束", "The meeting (Beijing ended", "("),
    ("brackets", "ru", "《公报》发布", "Опубликован «Бюллетень", "«"),
    ("quotes", "ru", "“一带一路”倡议", 'Инициатива "Один пояс, один путь"', '"'),
    ("quotes", "ru", "“一带一路”倡议", "Инициатива “Один пояс, один путь”", "“ ”"),
    ("quotes", "en", "“一带一路”倡议", "The «Belt and Road» Initiative", "« »"),
    ("width", "en", "会议，今天", "The meeting， today", "，"),
    ("width", "ru", "（北京）", "（Пекин）", "（"),
]

# Language, Chinese, translation: nothing is wrong in them.
RIGHT = [
    ("en", "大气环境司", "Department of Atmospheric Environment"),
    ("en", HOTLINE, "Call the office at +86 10 6564 5678."),
    ("ru", "来信请寄 office@example.cn。", "Пишите по адресу office@example.cn."),
    (
        "en",
        '<a href="https://www.example.cn/zh-hans/a/">网</a>',
        '<a href="http://example.cn/en/a">Web</a>',
    ),
    (
        "en",
        '<a href="https://www.mee.gov.cn/x">网</a>',
        '<a href="https://english.mee.gov.cn/">Web</a>',
    ),
    ("en", "赵敏女士", "Ms Zhao Min (赵敏)"),
    ("ru", "PM2.5浓度下降", "Концентрация PM2.5 снизилась"),
    ("ru", "二氧化硫（SO2）", "Диоксид серы (SO2)"),
    ("ru", "信息技术公司", "IT-компания"),
    ("ru", "ISO 14001 标准", "Стандарт ISO 14001"),
    ("en", "距离 5 km 以内，pH 值为 7", "Within 5 km, the pH is 7"),
    ("en", "下载app后登录", "Log in after you have downloaded the app"),
    ("ru", "他说：“很好。”", "Он сказал: «Хорошо»."),
    ("ru", "“‘一带一路’倡议”", "«Инициатива „Один пояс, один путь“»"),
    ("en", "第一，水；第二，气。", "a) water; b) air."),
    ("en", "他问：为什么？", "He asked: why?"),
    ("en", "成员国3个：印度、蒙古和伊朗。", "There are 3 member states: India, Mongolia and Iran."),
    ("en", "会议通过了决定……", "The meeting adopted a decision…"),
    ("ru", "会议于2019年12月举行", "Совещание состоялось в декабре 2019 г."),
    ("en", "水 < 气 & 土", "Water < air & soil"),
    ("en", "<p>水 &amp; 气</p>", "<p>Water &amp; air</p>"),
    ("en", "2019", "2019"),
    ("ru", "%", "%"),
    ("en", "生态环境部于会后答复", "The ministry will answer after the meeting"),
    ("ru", "生态环境部公布结果", "Министерство публикует результаты"),
    ("en", "当地生态环境部门负责", "The local environmental authority is responsible"),
]


def found(language: str, chinese: str, text: str) -> list:
    """What is found in a pair; the messages are English."""
    with translation.override(None):
        return check_pair(
            TextPair(chinese, text, get_language(language), standard_index(get_language(language)))
        )


@pytest.mark.parametrize(("check", "language", "chinese", "text", "place"), FAULTS)
def test_a_fault_is_found_at_its_place(check, language, chinese, text, place):
    findings = [each for each in found(language, chinese, text) if each.check == check]
    places = " ".join(f"{each.source_text} {each.target_text}" for each in findings)
    assert place in places
    assert all(str(each.message).endswith((".", "?")) for each in findings)


@pytest.mark.parametrize(("language", "chinese", "text"), RIGHT)
def test_nothing_is_wrong_with_a_right_pair(language, chinese, text):
    assert found(language, chinese, text) == []


def test_every_check_has_a_fault_among_these_and_a_name_of_its_own():
    assert {fault[0] for fault in FAULTS} == BY_NAME.keys()
    assert len(BY_NAME) == len(CHECKS)


def test_a_check_can_be_off_or_more_severe():
    pair = TextPair("会议，今天", "The meeting， today", get_language("en"))
    assert check_pair(pair, {"width": None}) == []
    (finding,) = check_pair(pair, {"width": FindingSeverity.BLOCKING})
    assert finding.severity is FindingSeverity.BLOCKING


def test_the_texts_of_a_page_are_asked_unit_by_unit():
    chinese = {"title": "水质", "summary": "空气", "body.1": "土壤"}
    english = {"title": "Water quality", "summary": "空气", "note": "A note"}
    findings = check_units(chinese, english, get_language("en"))
    assert {unit: [each.check for each in some] for unit, some in findings.items()} == {
        "summary": ["untranslated"],
        "body.1": ["empty"],
        "note": ["surplus"],
    }
