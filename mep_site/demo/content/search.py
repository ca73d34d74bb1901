"""Search terms and editors' picks of the demo."""

from ..library import page_at
from ..words import Words

TERMS = (
    {
        "name": Words(
            "上海合作组织",
            "Shanghai Cooperation Organization",
            "Шанхайская организация сотрудничества",
        ),
        "abbreviation": Words("上合组织", "SCO", "ШОС"),
    },
    {
        "name": Words(
            "亚洲相互协作与信任措施会议",
            "Conference on Interaction and Confidence Building Measures in Asia",
            "Совещание по взаимодействию и мерам доверия в Азии",
        ),
        "abbreviation": Words("亚信", "CICA", "СВМДА"),
    },
    {
        "name": Words(
            "生态环境部",
            "Ministry of Ecology and Environment",
            "Министерство экологии и окружающей среды",
        ),
        "abbreviation": Words("", "MEE", "МЭОС"),
    },
    {"name": Words("空气质量", "air quality", "качество воздуха")},
    {"name": Words("环境监测", "environmental monitoring", "экологический мониторинг")},
    {"name": Words("生物多样性", "biodiversity", "биоразнообразие")},
    {"name": Words("水污染", "water pollution", "загрязнение воды")},
)

PICKS = (
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "zh-hans",
        "queries": "上合\n上海合作组织\n上合组织",
    },
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "en",
        "queries": "SCO\nShanghai Cooperation Organization",
    },
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "ru",
        "queries": "ШОС\nШанхайская организация сотрудничества",
    },
)
