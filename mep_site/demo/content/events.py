"""Events, which lie around the day on which the demo is loaded."""

from datetime import time

from news.models import Event, EventIndex

from ..bodies import bullets, paragraph, related
from ..library import days_ago, in_days
from ..outline import outline
from ..words import Words
from .topics import topics

OPEN_DAY = outline(
    Event,
    "open-day-at-the-harbin-station",
    Words(
        "哈尔滨自动监测站公众开放日（示例）",
        "Open day at the Harbin monitoring station (example)",
        "День открытых дверей на станции мониторинга в Харбине (образец)",
    ),
    Words(
        "参观采样、分析和数据上传的全过程。",
        "See how a sample is taken, analysed and turned into data.",
        "Посетители увидят весь путь пробы: отбор, анализ, передачу данных.",
    ),
    starts_on=in_days(6),
    starts_at=time(9, 30),
    ends_at=time(11, 30),
    place=Words("哈尔滨", "Harbin", "Харбин"),
    topics=topics("monitoring", "participation"),
    body=[
        paragraph(
            "免费参观，每批不超过二十人，须提前三个工作日预约。",
            "Admission is free. Groups are limited to twenty people; please book three working "
            "days ahead.",
            "Вход свободный. В группе — не более двадцати человек; запись не позднее чем за три "
            "рабочих дня.",
        ),
        related("services/education/schools"),
    ],
)

EXPERTS = outline(
    Event,
    "experts-on-transboundary-waters",
    Words(
        "跨界水体监测专家会议（示例）",
        "Expert meeting on monitoring transboundary waters (example)",
        "Совещание экспертов по мониторингу трансграничных вод (образец)",
    ),
    Words(
        "中俄专家商定下一年度联合采样计划。",
        "Chinese and Russian experts agree on next year’s joint sampling.",
        "Эксперты Китая и России согласуют план совместного отбора проб на будущий год.",
    ),
    starts_on=in_days(12),
    ends_on=in_days(14),
    place=Words("哈巴罗夫斯克", "Khabarovsk", "Хабаровск"),
    topics=topics("water", "cooperation"),
    body=[
        paragraph(
            "会议讨论采样断面、分析方法比对和数据交换。",
            "On the agenda: monitoring sections, comparison of analytical methods and exchange of "
            "data.",
            "В повестке дня — створы, сопоставление методов анализа и обмен данными.",
        ),
    ],
)

LECTURE = outline(
    Event,
    "online-lecture-on-the-air-quality-index",
    Words(
        "线上讲座：空气质量指数怎么看（示例）",
        "Online lecture: how to read the air quality index (example)",
        "Онлайн-лекция: как понимать индекс качества воздуха (образец)",
    ),
    Words(
        "监测专家讲解并回答提问。",
        "An expert explains the index and takes questions.",
        "Специалист расскажет об индексе и ответит на вопросы.",
    ),
    starts_on=in_days(19),
    starts_at=time(19),
    ends_at=time(20, 15),
    place=Words("线上", "Online", "Онлайн"),
    topics=topics("air", "participation"),
    body=[
        paragraph(
            "讲座以中文进行，配有英文和俄文字幕。",
            "The lecture is in Chinese, with English and Russian subtitles.",
            "Лекция на китайском языке с английскими и русскими субтитрами.",
        ),
        related("services/air-quality-index"),
    ],
)

SEMINAR = outline(
    Event,
    "seminar-on-green-cities",
    Words(
        "绿色城市研讨会（示例）",
        "Seminar on green cities (example)",
        "Семинар по экологичным городам (образец)",
    ),
    Words(
        "各城市交流垃圾分类、绿地建设和低碳出行的做法。",
        "Cities share experience of sorting waste, creating green spaces and low-carbon travel.",
        "Города обменяются опытом: раздельный сбор отходов, парки, экологичный транспорт.",
    ),
    starts_on=in_days(33),
    ends_on=in_days(34),
    place=Words("西安", "Xi’an", "Сиань"),
    topics=topics("cities", "cooperation"),
    body=[
        bullets(
            Words(
                "第一天：报告和讨论；",
                "day 1: papers and discussion;",
                "первый день — доклады и обсуждение;",
            ),
            Words("第二天：现场考察。", "day 2: site visits.", "второй день — выезд на объекты."),
        ),
    ],
)

VOLUNTEERS = outline(
    Event,
    "training-for-volunteers",
    Words(
        "环保志愿者培训（示例）",
        "Training for volunteers (example)",
        "Обучение волонтёров (образец)",
    ),
    Words(
        "志愿者学习记录水位和鸟类。",
        "Volunteers learn to record water levels and birds.",
        "Волонтёры учатся отмечать уровень воды и птиц.",
    ),
    starts_on=days_ago(16),
    place=Words("哈尔滨", "Harbin", "Харбин"),
    topics=topics("participation", "nature"),
)

EVENTS = outline(
    EventIndex,
    "events",
    Words("活动预告", "Events", "Анонсы"),
    Words(
        "会议、讲座和公众开放日。",
        "Meetings, lectures and open days.",
        "Совещания, лекции и дни открытых дверей.",
    ),
    children=[VOLUNTEERS, OPEN_DAY, EXPERTS, LECTURE, SEMINAR],
)
