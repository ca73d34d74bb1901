"""Speeches of a leader who is an example."""

from news.models import Activity, ActivityKind

from ..bodies import bullets, heading, paragraph
from ..outline import outline
from ..words import Words
from .topics import about_programmes, by_departments, topics

OPENING_SPEECH = outline(
    Activity,
    "speech-on-open-data",
    Words(
        "在监测数据开放座谈会上的讲话（示例）",
        "Speech at a meeting on open monitoring data (example)",
        "Выступление на встрече об открытых данных мониторинга (образец)",
    ),
    Words(
        "示例讲话：数据公开的目的是让人看得懂、用得上。",
        "An example of a speech: data are published so that people can understand and use them.",
        "Образец выступления: данные публикуют, чтобы их понимали и ими пользовались.",
    ),
    kind=ActivityKind.SPEECH,
    date="2019-05-20",
    place=Words("北京", "Beijing", "Пекин"),
    topics=topics("monitoring", "participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "各位来宾：感谢大家在工作日的上午来到这里。今天只谈一个问题：监测数据公开以后，"
            "谁在看，看懂了没有。",
            "Dear guests, thank you for coming here on the morning of a working day. Today there "
            "is one question only: once our data are public, who reads them, and do they "
            "understand them?",
            "Уважаемые гости! Спасибо, что пришли утром рабочего дня. Сегодня у нас один вопрос: "
            "когда данные открыты, кто их читает и понимает ли он их?",
        ),
        heading("三点要求", "Three requests", "Три просьбы"),
        bullets(
            Words(
                "每个数字都要有单位、时间和地点；",
                "every figure needs a unit, a time and a place;",
                "у каждого числа должны быть единица, время и место;",
            ),
            Words(
                "改正错误时，要说明改了什么；",
                "when a mistake is mended, we say what was changed;",
                "исправляя ошибку, мы говорим, что изменено;",
            ),
            Words(
                "公众的提问，要在三个工作日内答复。",
                "questions are answered within three working days.",
                "на вопросы отвечаем за три рабочих дня.",
            ),
            numbered=True,
        ),
        paragraph(
            "数据不是写给机器看的，是写给住在河边的人看的。谢谢大家。",
            "Data are not written for machines. They are written for those who live by the river. "
            "Thank you.",
            "Данные пишут не для машин, а для тех, кто живёт у реки. Спасибо за внимание.",
        ),
    ],
)

RIVER_SPEECH = outline(
    Activity,
    "speech-on-rivers-that-cross-borders",
    Words(
        "在跨界河流研讨会上的致辞（示例）",
        "Address to a seminar on rivers that cross borders (example)",
        "Приветственное слово на семинаре о трансграничных реках (образец)",
    ),
    Words(
        "示例致辞：共用一条河，就要共用一套方法。",
        "An example of an address: who shares a river should share a method.",
        "Образец приветствия: у общей реки должны быть общие методы.",
    ),
    kind=ActivityKind.SPEECH,
    date="2018-09-12",
    place=Words("示例市", "Example City", "Город-образец"),
    topics=topics("water", "cooperation"),
    departments=by_departments("water", "international-cooperation"),
    programmes=about_programmes("china-kazakhstan", "china-russia"),
    body=[
        paragraph(
            "两岸的监测人员用同样的瓶子、在同样的时间取样，结果才能放在一张表里。"
            "希望研讨会把取样方法一条一条定下来。",
            "Only when both banks fill the same bottles at the same hour can the results stand in "
            "one table. I hope that this seminar agrees on the method, step by step.",
            "Результаты можно поместить в одну таблицу, только если на обоих берегах берут пробы "
            "одинаково и в одно время. Надеюсь, что семинар согласует методику шаг за шагом.",
        ),
    ],
)
