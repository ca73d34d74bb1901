"""News of the ministry’s own work."""

from news.models import NewsArticle

from ...bodies import (
    bullets,
    contact,
    download,
    heading,
    paragraph,
    picture,
    related,
    table,
)
from ...library import image
from ...outline import outline
from ...words import Words
from ..offices import FECO_ADDRESS, FECO_NAME, FECO_TELEPHONE
from ..topics import by_departments, topics
from .editors import EDITORS

WIND_POWER = outline(
    NewsArticle,
    "birds-and-wind-turbines",
    Words("风电场如何避让候鸟迁徙通道", "How wind farms avoid bird migration routes"),
    Words(
        "选址评价应当考虑候鸟迁徙通道。",
        "The choice of site has to take migration routes into account.",
    ),
    date="2018-10",
    image=image("wind"),
    byline=Words("网站编辑部", "Site editors"),
    topics=topics("nature"),
    departments=by_departments("nature"),
    body=[
        paragraph(
            "环境影响评价要求在选址阶段调查鸟类活动情况，必要时调整机位，或者在迁徙高峰期停机。",
            "Environmental impact assessment requires a survey of birds when a site is being "
            "chosen. Where necessary, turbines are moved, or stopped at the height of migration.",
        ),
    ],
)

WETLANDS = outline(
    NewsArticle,
    "spring-survey-of-wetlands",
    Words(
        "湿地春季调查开始",
        "Spring survey of wetlands begins",
        "Началось весеннее обследование водно-болотных угодий",
    ),
    Words(
        "调查人员记录水位、植被和迁徙的鸟类。",
        "Surveyors record water levels, plants and migrating birds.",
        "Специалисты отмечают уровень воды, растительность и перелётных птиц.",
    ),
    date="2019-03-18",
    image=image("wetland"),
    byline=EDITORS,
    topics=topics("nature", "monitoring"),
    departments=by_departments("nature"),
    body=[
        paragraph(
            "每年春季，调查人员沿固定路线记录湿地的水位、植被和鸟类，逐年对比变化。",
            "Each spring surveyors walk the same routes and record water levels, plants and "
            "birds, so that one year can be compared with another.",
            "Каждую весну специалисты проходят одни и те же маршруты и отмечают уровень воды, "
            "растительность и птиц, чтобы сравнивать данные разных лет.",
        ),
        picture(
            "wetland",
            Words(
                "日出前后是观察鸟类的最佳时间（示意画）",
                "Birds are best seen around sunrise (drawing)",
                "Птиц лучше всего наблюдать на рассвете (рисунок)",
            ),
            Words(
                "芦苇和水面上方的飞鸟",
                "Birds above reeds and water",
                "Птицы над тростником и водой",
            ),
        ),
        related("services/visiting-wetlands"),
    ],
)

WATER_DATA = outline(
    NewsArticle,
    "how-to-read-hourly-water-data",
    Words("怎样看懂水质小时数据", "How to read hourly water quality data"),
    Words(
        "以一组示例数据说明各项指标的含义。",
        "What each indicator means, explained with example data.",
    ),
    date="2019-04-22",
    image=image("laboratory"),
    byline=Words("网站编辑部", "Site editors"),
    topics=topics("water", "monitoring"),
    departments=by_departments("water", "monitoring"),
    body=[
        paragraph(
            "自动监测站每小时上传一次读数。读数未经最终审核，可能因仪器校准或设备故障而变动。",
            "Automatic stations send readings every hour. These are provisional and may change "
            "because of calibration or a fault.",
        ),
        table(
            Words("指标与含义（示例数据）", "Indicators and their meaning (example data)"),
            [
                ("text", Words("指标", "Indicator")),
                ("number", Words("示例值", "Example value")),
                ("text", Words("含义", "Meaning")),
            ],
            [Words("酸碱度", "pH"), 7, Words("中性", "neutral")],
            [Words("溶解氧", "Dissolved oxygen"), 8, Words("氧气充足", "plenty of oxygen")],
            [Words("浊度", "Turbidity"), 12, Words("较清澈", "fairly clear")],
        ),
        download("water-glossary.csv"),
        download(
            "sampling-sheet-en.pdf",
            Words("采样记录表（英文）", "Sampling field sheet (in English)"),
        ),
    ],
)

OPEN_DAYS = outline(
    NewsArticle,
    "open-days-on-world-environment-day",
    Words(
        "六五环境日：走进监测站和实验室",
        "World Environment Day: visit a station or a laboratory",
        "Всемирный день окружающей среды: приглашаем на станцию и в лабораторию",
    ),
    Words(
        "环境日前后，部分监测站和实验室向公众开放。",
        "Around 5 June, some stations and laboratories open their doors to the public.",
        "В начале июня некоторые станции и лаборатории открывают двери для посетителей.",
    ),
    date="2019-06-05",
    image=image("station"),
    byline=EDITORS,
    topics=topics("monitoring", "participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "参观者可以看到一瓶水样怎样变成一组数据，也可以向技术人员提问。",
            "Visitors can see how a bottle of water turns into a line of data, and put questions "
            "to the staff.",
            "Посетители увидят, как проба воды превращается в строку данных, и смогут задать "
            "вопросы специалистам.",
        ),
        paragraph(
            "开放单位和开放时间由各地公布，参观免费。",
            "Local authorities announce which stations are open and when. Visits are free of "
            "charge.",
            "Где и когда проходят дни открытых дверей, сообщают местные власти. Посещение "
            "бесплатное.",
        ),
        paragraph(
            "参观须提前三个工作日预约，每批不超过二十人，十二岁以下儿童须由成人陪同。",
            "Visits must be booked three working days ahead. Groups are limited to twenty people; "
            "children under twelve must be accompanied by an adult.",
            "Записаться нужно не позднее чем за три рабочих дня; в группе — не более двадцати "
            "человек. Детей до двенадцати лет должны сопровождать взрослые.",
        ),
        bullets(
            Words(
                "学校和社区可以预约集体参观；",
                "schools and neighbourhoods can arrange group visits;",
                "школы и жители микрорайонов могут записаться на групповое посещение;",
            ),
            Words(
                "请遵守现场安全提示。",
                "please follow the safety instructions on site.",
                "просим соблюдать правила безопасности на месте.",
            ),
        ),
        related("services/education/schools", "services/education/volunteers"),
    ],
)

CONSULTATION = outline(
    NewsArticle,
    "consultation-on-sampling-guide",
    Words("关于公开征求《地表水采样技术指南》意见的通知（示例）"),
    Words("欢迎各单位和个人提出意见。"),
    date="2019-11-04",
    source=Words("生态环境监测司"),
    topics=topics("water", "participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "为规范地表水采样工作，现就《地表水采样技术指南（征求意见稿）》公开征求意见。"
            "本通知为演示示例。"
        ),
        heading("反馈方式"),
        bullets(
            Words("来信请寄对外合作与交流中心转交；"),
            Words("请注明“采样指南意见”字样。"),
            numbered=True,
        ),
        download("sampling-sheet-zh.pdf"),
        contact(Words(FECO_NAME.zh), Words(FECO_ADDRESS.zh), FECO_TELEPHONE),
    ],
)

ANNUAL_REVIEW = outline(
    NewsArticle,
    "annual-review-of-the-network",
    Words("监测网络年度回顾（草稿）", "Annual review of the monitoring network (draft)"),
    Words("尚在编写，未发布。", "Being written; not published."),
    is_draft=True,
    body=[
        paragraph(
            "本文正在编写，数据核实后发布。",
            "This text is being written and will be published once its data have been checked.",
        ),
    ],
)
