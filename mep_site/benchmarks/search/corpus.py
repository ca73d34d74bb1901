"""Two hundred made-up pages beside the demo content: each of 25 subjects in each of 8 contexts."""

from collections.abc import Iterator
from dataclasses import dataclass

from mep_site.demo.words import Words
from news.models import NewsArticle, NewsIndex


@dataclass(frozen=True)
class SampleTopic:
    """What a page is about; ``genitive`` is how a Russian title goes on with it.

    ``asked`` is how visitors ask for it, otherwise than the pages write it.
    """

    name: Words
    genitive: str
    asked: Words


@dataclass(frozen=True)
class Setting:
    """In which context a subject is written of: the title, and how one asks for that."""

    title: Words
    asked: Words


SUBJECTS = (
    SampleTopic(
        Words("海洋垃圾", "marine litter", "морской мусор"),
        "морского мусора",
        Words("海洋垃圾", "marine litters", "морским мусором"),
    ),
    SampleTopic(
        Words("土壤修复", "soil remediation", "восстановление почв"),
        "восстановления почв",
        Words("土壤修復", "remediating soil", "восстановлении почвы"),
    ),
    SampleTopic(
        Words("噪声污染", "noise pollution", "шумовое загрязнение"),
        "шумового загрязнения",
        Words("噪聲污染", "noise pollutions", "шумовым загрязнением"),
    ),
    SampleTopic(
        Words("臭氧层", "ozone layer", "озоновый слой"),
        "озонового слоя",
        Words("臭氧層", "ozone layers", "озоновом слое"),
    ),
    SampleTopic(
        Words("危险废物", "hazardous waste", "опасные отходы"),
        "опасных отходов",
        Words("危險廢物", "hazardous wastes", "опасными отходами"),
    ),
    SampleTopic(
        Words("饮用水水源", "drinking water sources", "источники питьевой воды"),
        "источников питьевой воды",
        Words("饮用水", "source of drinking water", "питьевая вода"),
    ),
    SampleTopic(
        Words("碳排放", "carbon emissions", "выбросы углерода"),
        "выбросов углерода",
        Words("碳排放", "carbon emission", "выбросам углерода"),
    ),
    SampleTopic(
        Words("荒漠化", "desertification", "опустынивание"),
        "опустынивания",
        Words("荒漠化", "desertification", "опустыниванием"),
    ),
    SampleTopic(
        Words("候鸟", "migratory birds", "перелётные птицы"),
        "перелётных птиц",
        Words("候鳥", "migratory bird", "перелетная птица"),
    ),
    SampleTopic(
        Words("红树林", "mangrove forests", "мангровые леса"),
        "мангровых лесов",
        Words("紅樹林", "mangrove forest", "мангровый лес"),
    ),
    SampleTopic(
        Words("电子废物", "electronic waste", "электронные отходы"),
        "электронных отходов",
        Words("电子废物", "electronic wastes", "электронным отходам"),
    ),
    SampleTopic(
        Words(
            "核与辐射安全", "nuclear and radiation safety", "ядерная и радиационная безопасность"
        ),
        "ядерной и радиационной безопасности",
        Words("辐射安全", "radiation safety", "радиационную безопасность"),
    ),
    SampleTopic(
        Words("PM2.5浓度", "PM2.5 concentrations", "концентрация PM2.5"),
        "концентрации PM2.5",
        Words("PM2.5", "PM2.5", "PM2.5"),
    ),
    SampleTopic(
        Words(
            "环境影响评价",
            "environmental impact assessment",
            "оценка воздействия на окружающую среду",
        ),
        "оценки воздействия на окружающую среду",
        Words(
            "环评 环境影响评价", "assessing environmental impacts", "оценку воздействия на среду"
        ),
    ),
    SampleTopic(
        Words("排污许可", "discharge permits", "разрешения на сбросы"),
        "разрешений на сбросы",
        Words("排污许可", "discharge permit", "разрешение на сброс"),
    ),
    SampleTopic(
        Words("湿地公园", "wetland parks", "парки водно-болотных угодий"),
        "парков водно-болотных угодий",
        Words("濕地公園", "wetland park", "водно-болотное угодье"),
    ),
    SampleTopic(
        Words("雪豹", "snow leopards", "снежные барсы"),
        "снежных барсов",
        Words("雪豹", "snow leopard", "снежный барс"),
    ),
    SampleTopic(
        Words("酸雨", "acid rain", "кислотные дожди"),
        "кислотных дождей",
        Words("酸雨", "acid rains", "кислотный дождь"),
    ),
    SampleTopic(
        Words("农村污水", "rural sewage", "сельские сточные воды"),
        "сельских сточных вод",
        Words("農村污水", "sewage in rural areas", "сельская сточная вода"),
    ),
    SampleTopic(
        Words("绿色供应链", "green supply chains", "зелёные цепочки поставок"),
        "зелёных цепочек поставок",
        Words("綠色供應鏈", "green supply chain", "зеленая цепочка поставок"),
    ),
    SampleTopic(
        Words("汞公约", "mercury convention", "конвенция о ртути"),
        "конвенции о ртути",
        Words("汞公約", "conventions on mercury", "ртуть конвенция"),
    ),
    SampleTopic(
        Words("遥感卫星", "remote sensing satellites", "спутники дистанционного зондирования"),
        "спутников дистанционного зондирования",
        Words("遙感衛星", "satellite remote sensing", "спутник зондирования"),
    ),
    SampleTopic(
        Words("入海河流", "rivers flowing into the sea", "реки, впадающие в море"),
        "рек, впадающих в море",
        Words("入海河流", "river flowing into sea", "река впадает в море"),
    ),
    SampleTopic(
        Words("冰川退缩", "glacier retreat", "отступание ледников"),
        "отступания ледников",
        Words("冰川退縮", "retreating glaciers", "отступающий ледник"),
    ),
    SampleTopic(
        Words("塑料袋", "plastic bags", "пластиковые пакеты"),
        "пластиковых пакетов",
        Words("塑料袋", "plastic bag", "пластиковым пакетом"),
    ),
)

SETTINGS = (
    Setting(
        Words("{}专题培训班结业", "Training course on {} ends", "Завершились курсы по вопросам {}"),
        Words("培训班", "course", "курсы"),
    ),
    Setting(
        Words("{}公众问答", "Questions and answers on {}", "Вопросы и ответы на тему {}"),
        Words("问答", "questions", "вопросы"),
    ),
    Setting(
        Words(
            "{}监测年报发布",
            "Annual monitoring report on {} published",
            "Опубликован годовой доклад о мониторинге {}",
        ),
        Words("年报", "annual report", "годовые доклады"),
    ),
    Setting(
        Words(
            "青年志愿者关注{}", "Young volunteers turn to {}", "Молодые волонтёры занялись темой {}"
        ),
        Words("志愿者", "volunteers", "волонтеры"),
    ),
    Setting(
        Words(
            "{}技术规范征求意见",
            "Comments invited on a technical code for {}",
            "Обсуждается технический регламент в области {}",
        ),
        Words("技术规范", "technical code", "технические регламенты"),
    ),
    Setting(
        Words(
            "图书馆举办{}展览",
            "Library shows an exhibition on {}",
            "В библиотеке открылась выставка на тему {}",
        ),
        Words("展览", "exhibitions", "выставку"),
    ),
    Setting(
        Words(
            "学校开设{}课程", "Schools teach lessons on {}", "В школах проходят уроки на тему {}"
        ),
        Words("学校", "school lessons", "школа"),
    ),
    Setting(
        Words(
            "专家谈{}国际经验",
            "Experts on what other countries do about {}",
            "Эксперты о зарубежном опыте в области {}",
        ),
        Words("专家", "experts", "эксперт"),
    ),
)

SUMMARY = Words(
    "本文介绍有关{}的情况。",
    "An account of {} for everybody.",
    "Рассказ для всех, кого интересует тема {}.",
)
YEARS = (2012, 2014, 2016, 2018)


def slug_of(subject: int, setting: int) -> str:
    """The slug of the page about a subject in a setting."""
    return f"measured-{subject}-{setting}"


def publish_corpus() -> int:
    """Publish the pages below the first index of news; returns how many there are."""
    index = NewsIndex.objects.order_by("path").first()
    for article in _articles():
        index.add_child(instance=article)
    return len(SUBJECTS) * len(SETTINGS)


def _articles() -> Iterator[NewsArticle]:
    for number, subject in enumerate(SUBJECTS):
        names = Words(subject.name.zh, subject.name.en, subject.genitive)
        for place, setting in enumerate(SETTINGS):
            yield NewsArticle(
                slug=slug_of(number, place),
                date=f"{YEARS[(number + place) % len(YEARS)]}-0{place + 1}",
                **_filled(setting.title, names).columns("title"),
                **_filled(SUMMARY, names).columns("summary"),
            )


def _filled(pattern: Words, names: Words) -> Words:
    return Words(
        pattern.zh.format(names.zh), pattern.en.format(names.en), pattern.ru.format(names.ru)
    )
