"""News of international cooperation."""

from news.models import NewsArticle

from ...bodies import (
    bullets,
    contact,
    heading,
    paragraph,
    picture,
    quotation,
    related,
    table,
)
from ...library import image
from ...outline import outline
from ...words import Words
from ..offices import FECO_ADDRESS, FECO_NAME, FECO_TELEPHONE
from ..topics import about_countries, about_programmes, by_departments, topics
from .editors import EDITORS

CENTER_OPENS = outline(
    NewsArticle,
    "sco-cooperation-center-opens-in-beijing",
    Words(
        "中国—上合组织环境保护合作中心在京揭牌",
        "China Center for SCO Environmental Cooperation opens in Beijing",
        "В Пекине открыт центр природоохранного сотрудничества по линии ШОС",
    ),
    Words(
        "中心于2014年6月揭牌，同年启动信息共享平台建设。",
        "The centre opened in June 2014 and began work on an information platform the same year.",
        "Центр открыт в июне 2014 года; в том же году начата работа над информационной платформой.",
    ),
    date="2014-06",
    byline=EDITORS,
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("shanghai-cooperation-organisation"),
    body=[
        paragraph(
            "中心承担中方在上合组织内的环境合作事务，管理信息共享平台，并举办研讨和培训。",
            "The centre handles China’s environmental cooperation within the SCO, runs the "
            "information platform and organises seminars and training courses.",
            "Центр ведёт природоохранное сотрудничество китайской стороны в рамках ШОС, "
            "обеспечивает работу информационной платформы, проводит семинары и учебные курсы.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
    ],
)

ASTANA = outline(
    NewsArticle,
    "round-table-on-the-environment-of-astana",
    Words(
        "圆桌会讨论阿斯塔纳市环境改善战略",
        "Round table on a strategy for improving Astana’s environment",
        "Круглый стол по стратегии улучшения окружающей среды Астаны",
    ),
    Words(
        "中哈专家2018年就城市环境战略和行动计划交换意见。",
        "In 2018 experts from China and Kazakhstan discussed an environmental strategy and action "
        "plan for the city.",
        "В 2018 году эксперты Китая и Казахстана обсудили экологическую стратегию города и план "
        "действий.",
    ),
    date="2018",
    image=image("lake"),
    byline=EDITORS,
    topics=topics("cities", "cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("china-kazakhstan"),
    countries=about_countries("KZ"),
    body=[
        paragraph(
            "圆桌会围绕城市环境战略和行动计划的制定展开。同年，中方机构与哈方绿色技术中心"
            "签署合作备忘录。",
            "The round table dealt with drawing up an environmental strategy and action plan for "
            "the city. In the same year a Chinese centre signed a memorandum of cooperation with "
            "Kazakhstan’s International Center for Green Technologies.",
            "Участники обсудили подготовку экологической стратегии города и плана действий. В том "
            "же году китайский центр подписал меморандум о сотрудничестве с казахстанским "
            "Международным центром зелёных технологий.",
        ),
        related("cooperation/china-kazakhstan"),
    ],
)

SEMINARS = outline(
    NewsArticle,
    "fourteen-seminars-for-sco-states",
    Words(
        "六年举办十四次研讨培训，二百余名外方代表参加",
        "Fourteen seminars in six years for more than 200 participants",
        "Четырнадцать семинаров за шесть лет, более 200 участников",
    ),
    Words(
        "2014年至2019年的活动涵盖大气、水、固体废物和生态城市等主题。",
        "From 2014 to 2019 the subjects ranged from air and water to waste and green cities.",
        "В 2014–2019 годах обсуждались охрана воздуха и воды, обращение с отходами, экологичные "
        "города.",
    ),
    date="2019",
    image=image("skyline"),
    byline=EDITORS,
    topics=topics("air", "water", "waste", "cities", "cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes(
        "shanghai-cooperation-organisation", "cica", "euro-asia-economic-forum"
    ),
    body=[
        paragraph(
            "2014年以来，中方依托欧亚经济论坛和亚信会议等平台，为上合组织国家举办研讨和培训。",
            "Since 2014 the Chinese side has held seminars and training courses for SCO states, "
            "making use of platforms such as the Euro-Asia Economic Forum and CICA.",
            "С 2014 года китайская сторона проводит для стран ШОС семинары и учебные курсы, в том "
            "числе на площадках Евразийского экономического форума и СВМДА.",
        ),
        table(
            Words("活动主题", "Subjects", "Темы"),
            [
                ("text", Words("领域", "Field", "Область")),
                ("text", Words("内容", "Contents", "Содержание")),
            ],
            [
                Words("大气", "Air", "Воздух"),
                Words(
                    "污染防治措施",
                    "Pollution prevention and control",
                    "Меры по борьбе с загрязнением",
                ),
            ],
            [
                Words("水", "Water", "Вода"),
                Words("水环境保护", "Protection of the water environment", "Охрана водной среды"),
            ],
            [
                Words("固体废物", "Solid waste", "Твёрдые отходы"),
                Words("处理与利用", "Treatment and reuse", "Переработка и использование"),
            ],
            [
                Words("城市", "Cities", "Города"),
                Words("生态城市建设", "Building green cities", "Экологичные города"),
            ],
        ),
    ],
)

HARBIN_EXPO = outline(
    NewsArticle,
    "china-russia-expert-seminar-in-harbin",
    Words(
        "中俄专家在哈尔滨研讨环保合作",
        "Chinese and Russian experts meet in Harbin",
        "Китайские и российские эксперты встретились в Харбине",
    ),
    Words(
        "研讨会于2019年中俄环保博览会期间举行。",
        "Their seminar was part of the 2019 China–Russia Environmental Protection Expo.",
        "Семинар прошёл во время Китайско-Российской выставки по охране окружающей среды 2019 "
        "года.",
    ),
    date="2019",
    image=image("forest"),
    byline=EDITORS,
    topics=topics("nature", "water", "cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("china-russia"),
    countries=about_countries("RU"),
    body=[
        paragraph(
            "2019年，中俄生态理事会专家研讨会在哈尔滨举行，与中俄环保博览会同期举办。",
            "In 2019 the experts of the Ecological Council held their seminar in Harbin alongside "
            "the China–Russia Environmental Protection Expo.",
            "В 2019 году экспертный семинар Экологического совета прошёл в Харбине одновременно с "
            "Китайско-Российской выставкой по охране окружающей среды.",
        ),
        picture("forest"),
        paragraph(
            "与会专家围绕森林、边境自然保护区和跨界河流等议题进行研讨，希望更多企业参与合作。",
            "The experts discussed forests, protected areas near the border and transboundary "
            "rivers, and hoped that more businesses would take part.",
            "В центре внимания были леса, приграничные охраняемые территории и трансграничные "
            "реки; эксперты рассчитывают на более широкое участие предприятий.",
        ),
        related("cooperation/china-russia"),
    ],
)

XIAN_MEMORANDUM = outline(
    NewsArticle,
    "memorandum-signed-in-xian",
    Words(
        "中俄科研机构在西安签署合作文件",
        ru="В Сиане подписан меморандум о научном сотрудничестве",
    ),
    Words(
        "2019年，对外合作与交流中心同全俄生态科学研究院在西安达成合作协议。",
        ru="В 2019 году меморандум подписали Центр по международному природоохранному "
        "сотрудничеству и Всероссийский институт экологических наук.",
    ),
    date="2019",
    byline=Words("网站编辑部", ru="Редакция сайта"),
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("china-russia"),
    countries=about_countries("RU"),
    body=[
        paragraph(
            "双方将交换研究资料，互派专家，共同确定研究课题。",
            ru="Стороны намерены обмениваться научными материалами и специалистами и вместе "
            "выбирать темы исследований.",
        ),
        related("cooperation/china-russia"),
    ],
)

MINISTERS_MEET = outline(
    NewsArticle,
    "sco-environment-ministers-meet-in-moscow",
    Words(
        "上合组织成员国首次举行环境部长会议",
        "SCO environment ministers meet for the first time",
        "Состоялось первое совещание министров охраны окружающей среды государств — членов ШОС",
    ),
    Words(
        "会议2019年9月在莫斯科举行，部长会议机制由此建立。",
        "The meeting in Moscow in September 2019 was the start of regular ministerial meetings.",
        "Совещание в Москве в сентябре 2019 года положило начало регулярным встречам министров.",
    ),
    date="2019-09",
    image=image("meeting"),
    source=Words(
        "对外合作与交流中心",
        "Foreign Environmental Cooperation Center",
        "Центр по международному природоохранному сотрудничеству",
    ),
    byline=EDITORS,
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("shanghai-cooperation-organisation"),
    countries=about_countries("RU"),
    body=[
        paragraph(
            "上海合作组织成员国环境部长2019年9月在莫斯科举行首次会议。此前，"
            "各国环保部门专家自2005年起已召开十一次会议，为部长会议作了准备。",
            "The environment ministers of the Shanghai Cooperation Organization met for the first "
            "time in Moscow in September 2019. Experts from the environmental authorities had "
            "prepared the ground at eleven meetings since 2005.",
            "В сентябре 2019 года в Москве состоялось первое совещание министров охраны "
            "окружающей среды государств — членов ШОС. Его подготовили эксперты природоохранных "
            "ведомств, которые с 2005 года провели одиннадцать совещаний.",
        ),
        heading("合作文件", "Cooperation documents", "Документы"),
        bullets(
            Words(
                "环保合作构想（2018年6月）",
                "Concept of environmental cooperation (June 2018)",
                "Концепция сотрудничества в области охраны окружающей среды (июнь 2018 г.)",
            ),
            Words(
                "三年落实措施计划（2019年6月）",
                "Three-year plan of measures (June 2019)",
                "Трёхлетний план мероприятий по реализации концепции (июнь 2019 г.)",
            ),
        ),
        quotation(
            Words(
                "部长定方向，专家定办法，平台保落实。",
                "Ministers set the course, experts find the way, and the platform keeps us to it.",
                "Министры задают курс, эксперты находят путь, платформа помогает его пройти.",
            ),
            Words(
                "专家组组长",
                "Head of the expert group",
                "Руководитель группы экспертов",
            ),
        ),
        related(
            "cooperation/shanghai-cooperation-organisation",
            title=Words("相关栏目", "See also", "См. также"),
        ),
    ],
)
