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
        "Выступление на встрече по открытым данным мониторинга (образец)",
    ),
    Words(
        "示例讲话：公开数据，是为了让公众看得懂、用得上。",
        "Example speech: data are published so that people can understand and use them.",
        "Образец выступления: данные публикуют, чтобы их понимали и ими пользовались.",
    ),
    kind=ActivityKind.SPEECH,
    date="2019-05-20",
    place=Words("北京", "Beijing", "Пекин"),
    topics=topics("monitoring", "participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "各位来宾：感谢大家在工作日上午拨冗出席。今天只谈一个问题：监测数据公开以后，谁在看，"
            "是否看得懂。",
            "Ladies and gentlemen, thank you for coming here on a weekday morning. Today I want "
            "to ask just one question: once our data are public, who reads them, and can they "
            "understand them?",
            "Уважаемые гости! Спасибо, что пришли утром рабочего дня. Сегодня у нас один вопрос: "
            "когда данные открыты, кто их читает и понимает ли он их?",
        ),
        heading("三点要求", "Three requirements", "Три требования"),
        bullets(
            Words(
                "每个数字都要有单位、时间和地点；",
                "every figure needs a unit, a time and a place;",
                "у каждого числа должны быть единица измерения, время и место;",
            ),
            Words(
                "更正错误，要说明更正的内容；",
                "when a mistake is corrected, we say what has changed;",
                "исправляя ошибку, мы сообщаем, что изменено;",
            ),
            Words(
                "对公众的提问，要在三个工作日内答复。",
                "questions are answered within three working days.",
                "на вопросы отвечаем в течение трёх рабочих дней.",
            ),
            numbered=True,
        ),
        paragraph(
            "数据不是给机器看的，是给住在河边的人看的。谢谢大家。",
            "Data are not for machines. They are for the people who live by the river. Thank you.",
            "Данные пишут не для машин, а для тех, кто живёт у реки. Спасибо за внимание.",
        ),
    ],
)

RIVER_SPEECH = outline(
    Activity,
    "speech-on-rivers-that-cross-borders",
    Words(
        "在跨界河流研讨会上的致辞（示例）",
        "Address to a seminar on transboundary rivers (example)",
        "Приветственное слово на семинаре по трансграничным рекам (образец)",
    ),
    Words(
        "示例致辞：共有一条河流，就应当采用同一套方法。",
        "Example address: those who share a river should share a method.",
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
            "两岸监测人员使用相同的采样瓶、在相同的时间采样，监测结果才能放在同一张表里。"
            "希望研讨会逐条商定采样方法。",
            "Only if both banks take samples in the same bottles at the same time can the results "
            "go into one table. I hope that this seminar will agree on a sampling method, step by "
            "step.",
            "Результаты можно поместить в одну таблицу, только если на обоих берегах берут пробы "
            "одинаково и в одно время. Надеюсь, что семинар согласует методику шаг за шагом.",
        ),
    ],
)
