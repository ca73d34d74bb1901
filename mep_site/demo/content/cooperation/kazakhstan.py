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
        "Focuses on monitoring water quality in transboundary rivers and on emergency response, "
        "under a joint commission.",
        "Главные темы — мониторинг качества воды трансграничных рек и взаимодействие в "
        "чрезвычайных ситуациях; работу направляет комиссия двух стран.",
    ),
    established="2011",
    topics=topics("water", "cities", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "中哈环保合作委员会2011年召开首次会议，两国依托这一平台商定跨界河流保护措施。",
            "The joint commission on environmental protection first met in 2011. It is where the "
            "two countries agree on measures to protect transboundary rivers.",
            "Первое заседание комиссии по сотрудничеству в области охраны окружающей среды "
            "состоялось в 2011 году. На этой площадке стороны согласуют меры по охране "
            "трансграничных рек.",
        ),
    ],
    responsibilities=[
        bullets(
            Words(
                "做好委员会和工作组会议的筹备保障；",
                "support the sessions of the commission and its working groups;",
                "обеспечивать проведение заседаний комиссии и рабочих групп;",
            ),
            Words(
                "开展环境政策交流，提供信息服务；",
                "exchange views on environmental policy and provide information;",
                "обмениваться мнениями о природоохранной политике и предоставлять информацию;",
            ),
            Words(
                "促进两国环保企业对接。",
                "bring together environmental businesses from both countries.",
                "содействовать контактам предприятий природоохранной отрасли двух стран.",
            ),
        ),
    ],
    achievements=[
        achievement(
            Words("跨界河流", "Transboundary rivers", "Трансграничные реки"),
            paragraph(
                "水质监测和应急两个工作组自2012年起工作，各举行八次会议。",
                "Two working groups, on water quality and on emergencies, began work in 2012 and "
                "have met eight times each.",
                "Две рабочие группы — по качеству воды и по чрезвычайным ситуациям — действуют с "
                "2012 года и провели по восемь заседаний.",
            ),
        ),
        achievement(
            Words("政策与技术", "Policy and technology", "Природоохранная политика и технологии"),
            paragraph(
                "2018年，双方就阿斯塔纳市环境改善战略举行圆桌会，并就绿色技术签署合作备忘录。",
                "In 2018 a round table discussed a strategy for improving Astana’s environment, "
                "and a memorandum of cooperation on green technology was signed.",
                "В 2018 году на круглом столе обсуждена стратегия улучшения окружающей среды "
                "Астаны и подписан меморандум о «зелёных» технологиях.",
            ),
        ),
    ],
    next_steps=[
        bullets(
            Words(
                "建立专家协作网；",
                "set up a network of experts from both countries;",
                "создать сеть экспертов двух стран;",
            ),
            Words(
                "培训环境机构人员；",
                "train staff of environmental bodies;",
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
                "应急演练的意义，在于真正需要的时候，彼此早已熟悉。",
                "We hold drills so that we know each other when it matters.",
                "Мы проводим учения, чтобы в нужный момент уже знать друг друга.",
            ),
            "speaker": Words(
                "应急工作组联络员",
                "Contact person of the working group on emergencies",
                "Координатор рабочей группы по чрезвычайным ситуациям",
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
                "Состоялось первое заседание комиссии.",
            ),
        },
        {
            "date": "2012",
            "text": Words(
                "两个工作组开始工作。",
                "Two working groups begin work.",
                "Начали работу две рабочие группы.",
            ),
        },
        {
            "date": "2018",
            "text": Words(
                "签署绿色技术合作备忘录。",
                "A memorandum of cooperation on green technology is signed.",
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
                "Working group on monitoring, analysing and assessing water quality in "
                "transboundary rivers",
                "Рабочая группа по мониторингу, анализу и оценке качества воды трансграничных рек",
            ),
            "launched": "2012",
            "sessions_held": 8,
        },
        {
            "name": Words(
                "跨界河流突发事件应急与污染防治工作组",
                "Working group on emergency response and pollution control for transboundary "
                "rivers",
                "Рабочая группа по реагированию на чрезвычайные ситуации и предотвращению "
                "загрязнения трансграничных рек",
            ),
            "launched": "2012",
            "sessions_held": 8,
        },
    ],
    documents=[{"document": document("sampling-sheet-en.pdf"), "date": "2019"}],
    figures=[{"image": image("lake")}],
)
