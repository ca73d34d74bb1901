"""What the home page shows below its heading; the figures are examples."""

from ..bodies import NO_WORDS, Block, Items
from ..library import page_at
from ..words import Words

EXAMPLE = Words("示例数据", "example data", "данные для примера")


def _service(name: Words, text: Words, **way: object) -> dict[str, object]:
    return {"name": name, "text": text, "page": None, "url": "", "telephone": "", **way}


def _entries(path: str, look: str) -> Block:
    return Block(
        "entries", {"heading": NO_WORDS, "index": page_at(path), "look": look, "first": None}
    )


def _from_list(name: str, path: str) -> Block:
    return Block(name, {"heading": NO_WORDS, "index": page_at(path)})


def _figure(number: str, unit: Words, label: Words) -> dict[str, object]:
    return {"number": number, "unit": unit, "label": label, "date": "2025", "source": EXAMPLE}


PERCENT = Words("%", "%", "%")

SERVICES = Block(
    "services",
    {
        "heading": NO_WORDS,
        "services": Items(
            (
                _service(
                    Words("反映环境问题", "Report pollution", "Сообщить о загрязнении"),
                    Words(
                        "怎样说明情况、保留线索",
                        "What to say and what evidence to keep",
                        "Что сообщить и какие свидетельства сохранить",
                    ),
                    page=page_at("services/report-pollution"),
                ),
                _service(
                    Words("申请信息公开", "Ask for information", "Запросить информацию"),
                    Words(
                        "二十个工作日内答复",
                        "Answered within twenty working days",
                        "Ответ в течение двадцати рабочих дней",
                    ),
                    page=page_at("services/ask-for-information"),
                ),
                _service(
                    Words("办理许可", "Permits", "Разрешения"),
                    Words(
                        "从哪里开始，需要哪些材料",
                        "Where to begin and what you need",
                        "С чего начать и что понадобится",
                    ),
                    page=page_at("services/permits"),
                ),
                _service(
                    Words("环保举报热线", "Pollution hotline", "Горячая линия по загрязнениям"),
                    Words(
                        "每天二十四小时，在中国境内拨打",
                        "24 hours a day, from within China",
                        "Круглосуточно, звонки в пределах Китая",
                    ),
                    telephone="12369",
                ),
            )
        ),
    },
)

FIGURES = Block(
    "figures",
    {
        "heading": NO_WORDS,
        "figures": Items(
            (
                _figure(
                    "87.2",
                    PERCENT,
                    Words(
                        "城市空气质量优良天数比例",
                        "of days with good air in cities",
                        "дней с хорошим воздухом в городах",
                    ),
                ),
                _figure(
                    "90.4",
                    PERCENT,
                    Words(
                        "地表水优良断面比例",
                        "of river and lake sections with good water quality",
                        "створов рек и озёр с хорошей водой",
                    ),
                ),
                _figure(
                    "1734",
                    Words("个", "stations", "станции"),
                    Words(
                        "自动监测空气和水质",
                        "monitor air and water quality automatically",
                        "непрерывно измеряют качество воздуха и воды",
                    ),
                ),
            )
        ),
    },
)

CHART = Block(
    "chart",
    {
        "heading": NO_WORDS,
        "kind": "line",
        "table": {
            "caption": Words(
                "优良天数比例（%）",
                "Share of days with good air, %",
                "Доля дней с хорошим воздухом, %",
            ),
            "columns": [
                {"type": "text", "heading": Words("年份", "Year", "Год")},
                {"type": "number", "heading": Words("比例", "Share", "Доля")},
            ],
            "rows": [
                {"values": [Words(year, year, year), share]}
                for year, share in (
                    *(("2019", "81.0"), ("2020", "83.4"), ("2021", "84.1")),
                    *(("2022", "85.0"), ("2023", "84.6"), ("2024", "86.3"), ("2025", "87.2")),
                )
            ],
        },
        "date": "2025",
        "source": EXAMPLE,
    },
)

SECTIONS = [
    SERVICES,
    _entries("news", "pictures"),
    _from_list("consultations", "policies"),
    _from_list("events", "events"),
    FIGURES,
    CHART,
    _entries("policies", "dates"),
    _from_list("leaders", "about/leaders"),
    _entries("about/activities", "dates"),
    _entries("cooperation", "cards"),
    _entries("about/departments", "names"),
]
