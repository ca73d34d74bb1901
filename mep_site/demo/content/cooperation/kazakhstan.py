"""Cooperation between China and Kazakhstan."""

from cooperation.models import Programme

from ...bodies import achievement, bullets, paragraph
from ...library import document, image
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics

KAZAKHSTAN = outline(
    Programme,
    "china-kazakhstan",
    Words(
        "中哈环保合作",
        "Environmental cooperation between China and Kazakhstan",
        "Природоохранное сотрудничество Китая и Казахстана",
    ),
    Words(
        "以跨界河流水质监测和应急合作为重点，由中哈环保合作委员会统筹。",
        "Centred on the quality of rivers that cross the border and on emergencies; steered by a "
        "joint commission.",
        "Главные темы — качество воды трансграничных рек и чрезвычайные ситуации; работу "
        "направляет совместная комиссия.",
    ),
    established="2011",
    topics=topics("water", "cities", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "中哈环保合作委员会2011年首次开会，两国以此为平台商定跨界河流保护措施。",
            "The joint commission on environmental protection first met in 2011. Here the two "
            "states agree on measures for the rivers that they share.",
            "Комиссия по сотрудничеству в области охраны окружающей среды впервые собралась в "
            "2011 году. На этой площадке стороны согласуют меры по охране общих рек.",
        ),
    ],
    responsibilities=[
        bullets(
            Words(
                "保障委员会和工作组会议；",
                "support the sessions of the commission and its groups;",
                "обеспечивать заседания комиссии и рабочих групп;",
            ),
            Words(
                "沟通环境政策，提供信息服务；",
                "exchange views on policy and provide information;",
                "обмениваться мнениями о политике и предоставлять информацию;",
            ),
            Words(
                "联系两国的环保企业。",
                "bring together environmental businesses of both states.",
                "содействовать контактам природоохранных предприятий двух стран.",
            ),
        ),
    ],
    achievements=[
        achievement(
            Words("跨界河流", "Shared rivers", "Общие реки"),
            paragraph(
                "水质监测和应急两个工作组自2012年起工作，各举行八次会议。",
                "Two groups, on water quality and on emergencies, have worked since 2012 and have "
                "met eight times each.",
                "Две группы — по качеству воды и по чрезвычайным ситуациям — работают с 2012 года "
                "и провели по восемь заседаний.",
            ),
        ),
        achievement(
            Words("政策与技术", "Policy and technology", "Политика и технологии"),
            paragraph(
                "2018年，双方就阿斯塔纳市环境改善战略举行圆桌会，并就绿色技术签署合作备忘录。",
                "In 2018 a round table discussed a strategy for the environment of Astana, and a "
                "memorandum on green technology was signed.",
                "В 2018 году на круглом столе обсуждена стратегия улучшения окружающей среды "
                "Астаны и подписан меморандум о «зелёных» технологиях.",
            ),
        ),
    ],
    next_steps=[
        bullets(
            Words(
                "建立专家协作网；",
                "link the experts of both sides in a network;",
                "объединить экспертов сторон в сеть;",
            ),
            Words(
                "培训环境机构人员；",
                "train the staff of environmental bodies;",
                "обучать сотрудников природоохранных учреждений;",
            ),
            Words(
                "实施合作示范项目。",
                "carry out demonstration projects.",
                "осуществлять демонстрационные проекты.",
            ),
        ),
    ],
    members=[{"country_id": "CN"}, {"country_id": "KZ"}],
    quotations=[
        {
            "text": Words(
                "应急演练的意义，在于真正需要时彼此已经熟悉。",
                "We hold drills so that we know each other when it matters.",
                "Мы проводим учения, чтобы в нужный момент уже знать друг друга.",
            ),
            "speaker": Words(
                "应急工作组联络员",
                "Contact person of the group on emergencies",
                "Координатор группы по чрезвычайным ситуациям",
            ),
            "date": "2018",
        }
    ],
    milestones=[
        {
            "date": "2011",
            "text": Words(
                "环保合作委员会首次会议举行。",
                "The joint commission meets for the first time.",
                "Первое заседание комиссии.",
            ),
        },
        {
            "date": "2012",
            "text": Words(
                "两个工作组开始工作。",
                "Two working groups begin.",
                "Начали работу две рабочие группы.",
            ),
        },
        {
            "date": "2018",
            "text": Words(
                "签署绿色技术合作备忘录。",
                "A memorandum on green technology is signed.",
                "Подписан меморандум о «зелёных» технологиях.",
            ),
        },
    ],
    working_groups=[
        {
            "name": Words(
                "环保合作委员会",
                "Joint commission on environmental protection",
                "Комиссия по сотрудничеству в области охраны окружающей среды",
            ),
            "launched": "2011",
            "sessions_held": 7,
        },
        {
            "name": Words(
                "跨界河流水质监测与分析评估工作组",
                "Group on monitoring and assessing transboundary rivers",
                "Группа по мониторингу и оценке качества трансграничных рек",
            ),
            "launched": "2012",
            "sessions_held": 8,
        },
        {
            "name": Words(
                "跨界河流突发事件应急与污染防治工作组",
                "Group on emergencies and pollution of transboundary rivers",
                "Группа по чрезвычайным ситуациям и загрязнению трансграничных рек",
            ),
            "launched": "2012",
            "sessions_held": 8,
        },
    ],
    documents=[{"document": document("sampling-sheet-en.pdf"), "date": "2019"}],
    figures=[{"image": image("lake")}],
)
