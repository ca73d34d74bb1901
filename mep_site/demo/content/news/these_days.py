"""News of the days before the demo is loaded, all of it invented."""

from news.models import NewsArticle

from ...bodies import paragraph, related
from ...library import days_ago, image
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics
from .editors import EDITORS

STATIONS = outline(
    NewsArticle,
    "three-stations-send-data-again",
    Words(
        "三个水质自动监测站恢复数据传输（示例）",
        "Three water monitoring stations are sending data again (example)",
        "Три станции контроля качества воды снова передают данные (образец)",
    ),
    Words(
        "设备检修完成，读数与实验室结果一致。",
        "The instruments have been overhauled, and their readings agree with laboratory results.",
        "Приборы прошли ремонт, показания совпадают с лабораторными.",
    ),
    date=days_ago(9),
    image=image("station"),
    byline=EDITORS,
    topics=topics("water", "monitoring"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "检修期间，技术人员每天人工采样一次，数据未中断。",
            "During the overhaul, staff took samples by hand once a day, so there is no gap in "
            "the data.",
            "Во время ремонта пробы раз в день отбирали вручную, поэтому ряд данных не прервался.",
        ),
        related("services/air-quality-index"),
    ],
)

LABORATORY = outline(
    NewsArticle,
    "schools-can-visit-laboratories",
    Words(
        "“走进实验室”活动开始接受学校报名（示例）",
        "Schools can sign up to visit a laboratory (example)",
        "Школы могут записаться на экскурсию в лабораторию (образец)",
    ),
    Words(
        "学生可以亲手测定一瓶水样。",
        "Pupils can test a water sample themselves.",
        "Школьники сами исследуют пробу воды.",
    ),
    date=days_ago(5),
    image=image("laboratory"),
    byline=EDITORS,
    topics=topics("participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "每批不超过二十人，参观约一个半小时。",
            "Groups are limited to twenty; a visit takes about an hour and a half.",
            "В группе — не более двадцати человек, экскурсия длится около полутора часов.",
        ),
        related("services/education/schools"),
    ],
)

SAMPLING = outline(
    NewsArticle,
    "joint-sampling-on-the-amur",
    Words(
        "中俄完成黑龙江联合采样（示例）",
        "China and Russia complete joint sampling on the Amur (example)",
        "Китай и Россия завершили совместный отбор проб на Амуре (образец)",
    ),
    Words(
        "两国实验室将分别分析同一批水样，再比对结果。",
        "Laboratories in both countries will analyse the same samples and compare the results.",
        "Лаборатории двух стран исследуют одни и те же пробы и сравнят результаты.",
    ),
    date=days_ago(2),
    image=image("river"),
    byline=EDITORS,
    topics=topics("water", "cooperation"),
    departments=by_departments("water", "international-cooperation"),
    body=[
        paragraph(
            "采样在约定断面同时进行，双方现场交换平行样。",
            "Samples were taken at the agreed monitoring sections at the same time, and "
            "duplicates were exchanged on the spot.",
            "Пробы отбирали одновременно в согласованных створах и на месте обменялись "
            "дубликатами.",
        ),
        paragraph(
            "结果在专家会议上讨论后公布。",
            "The results will be published once experts have discussed them.",
            "Результаты опубликуют после обсуждения на совещании экспертов.",
        ),
        related("events/experts-on-transboundary-waters"),
    ],
)
