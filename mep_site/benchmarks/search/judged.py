"""The judged queries: what a visitor types, in which language, and which pages should be found.

Of the made-up pages it follows from how they are made which ones answer a query. Queries for the
demo content were judged by reading it; pages are named by the end of their address.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .afterwards import AFTERWARDS
from .corpus import SETTINGS, SUBJECTS, slug_of
from .everyday import EVERYDAY
from .typed import TYPED

PLAIN = "plain words"


@dataclass(frozen=True)
class Judged:
    """A query in a language, and the ends of the addresses of the pages that answer it.

    ``kind`` says what is hard about it.
    """

    language: str
    query: str
    answers: frozenset[str]
    kind: str = PLAIN


SCO = "cooperation/shanghai-cooperation-organisation"
DEMO = (
    ("zh-hans", "上合组织", SCO),
    ("zh-hans", "上海合作組織", SCO),
    ("zh-hans", "SCO", SCO),
    ("en", "SCO", SCO),
    ("en", "Shanghai Cooperation Organisation", SCO),
    ("en", "上合组织", SCO),
    ("ru", "ШОС", SCO),
    ("ru", "Шанхайской организации сотрудничества", SCO),
    ("ru", "SCO", SCO),
    ("en", "hourly water data", "how-to-read-hourly-water-data"),
    ("en", '"World Environment Day"', "open-days-on-world-environment-day"),
    ("en", "wetlands in spring", "spring-survey-of-wetlands"),
    ("en", "accessibility", "accessibility"),
    ("en", "contacting the ministry", "contact"),
    ("ru", "доступность", "accessibility"),
    ("ru", "карта сайта", "site-map"),
    ("zh-hans", "联系", "contact"),
    ("zh-hans", "無障礙", "accessibility"),
    ("zh-hans", "网站地图", "site-map"),
    ("en", "CICA", "cooperation/cica"),
    ("ru", "СВМДА", "cooperation/cica"),
    ("zh-hans", "亚信", "cooperation/cica"),
    ("en", "FECO", "institutions/feco"),
    ("en", "report polluter", "report-pollution"),
    ("ru", "сообщить о загрязнении", "report-pollution"),
    ("en", "glossary of terms", "glossary"),
    ("en", "birds wind farm", "birds-and-wind-turbines"),
    ("en", "Huang Runqiu", "huang-runqiu"),
    ("ru", "Хуан Жуньцю", "huang-runqiu"),
    ("zh-hans", "黄润秋", "huang-runqiu"),
    ("en", "air quality index", "air-quality-index"),
    ("ru", "индекса качества воздуха", "air-quality-index"),
    ("zh-hans", "空氣質量指數", "air-quality-index"),
    ("en", "Kazakhstan cooperation", "china-kazakhstan"),
    ("ru", "сотрудничество с Казахстаном", "china-kazakhstan"),
    ("zh-hans", "西安 签署", "memorandum-signed-in-xian"),
    ("en", "energy saving at home", "energy-at-home"),
    ("en", "volunteer", "education/volunteers"),
    ("zh-hans", "环境部长会议", "sco-environment-ministers-meet-in-moscow"),
)


def judged() -> Iterator[Judged]:
    for language, query, answer in DEMO:
        yield Judged(language, query, frozenset({answer}))
    for kind, queries in (TYPED | EVERYDAY | AFTERWARDS).items():
        for language, query, answers in queries:
            yield Judged(language, query, frozenset(answers.split()), kind)
    for number, subject in enumerate(SUBJECTS):
        everywhere = frozenset(slug_of(number, place) for place in range(len(SETTINGS)))
        place = number % len(SETTINGS)
        setting = SETTINGS[place]
        for language in ("zh-hans", "en", "ru"):
            asked = _in(subject.asked, language)
            yield Judged(language, asked, everywhere)
            both = f"{asked} {_in(setting.asked, language)}"
            yield Judged(language, both, frozenset({slug_of(number, place)}))


def _in(words: object, language: str) -> str:
    return {"zh-hans": words.zh, "en": words.en, "ru": words.ru}[language]
