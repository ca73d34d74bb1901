"""The news index and its articles."""

from news.models import NewsIndex

from ...outline import outline
from ...words import Words
from .abroad import ASTANA, CENTER_OPENS, HARBIN_EXPO, MINISTERS_MEET, SEMINARS, XIAN_MEMORANDUM
from .at_home import ANNUAL_REVIEW, CONSULTATION, OPEN_DAYS, WATER_DATA, WETLANDS, WIND_POWER
from .these_days import LABORATORY, SAMPLING, STATIONS

NEWS = outline(
    NewsIndex,
    "news",
    Words("新闻", "News", "Новости"),
    Words(
        "生态环境工作和国际合作动态。",
        "News of environmental work and international cooperation.",
        "Новости природоохранной работы и международного сотрудничества.",
    ),
    in_menu=True,
    children=[
        CENTER_OPENS,
        ASTANA,
        WIND_POWER,
        SEMINARS,
        HARBIN_EXPO,
        XIAN_MEMORANDUM,
        WETLANDS,
        WATER_DATA,
        OPEN_DAYS,
        MINISTERS_MEET,
        CONSULTATION,
        ANNUAL_REVIEW,
        STATIONS,
        LABORATORY,
        SAMPLING,
    ],
)
