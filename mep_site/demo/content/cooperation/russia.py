"""Cooperation between China and Russia."""

from cooperation.models import Programme

from ...bodies import achievement, bullets, paragraph
from ...library import document, image
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics

RUSSIA = outline(
    Programme,
    "china-russia",
    Words(
        "中俄环保合作",
        "Environmental cooperation between China and Russia",
        "Природоохранное сотрудничество Китая и России",
    ),
    Words(
        "在中俄总理定期会晤委员会环保合作分委会及其三个工作组框架下开展。",
        "Led by a sub-commission of the regular meetings of the two heads of government, with "
        "three working groups.",
        "Ведётся подкомиссией в рамках регулярных встреч глав правительств и её тремя рабочими "
        "группами.",
    ),
    established="1994",
    topics=topics("nature", "water", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "双边合作始于1994年的政府间协定。2006年起，总理定期会晤委员会下设环保合作分委会，"
            "由三个工作组分别负责各专题。",
            "The governments signed an agreement on environmental protection in 1994. In 2006 "
            "they set up a sub-commission with three working groups under the commission for the "
            "regular meetings of the heads of government.",
            "Соглашение об охране окружающей среды правительства подписали в 1994 году. "
            "В 2006 году в рамках комиссии по подготовке регулярных встреч глав правительств "
            "образованы подкомиссия и три рабочие группы.",
        ),
        paragraph(
            "自2015年起，中俄友好、和平与发展委员会还设有生态理事会，企业、学者和社会组织"
            "由此参与交流。",
            "In 2015 the China–Russia Friendship Committee for Peace and Development formed an "
            "Ecological Council, which brings together businesses, scholars and associations.",
            "В 2015 году при Российско-Китайском комитете дружбы, мира и развития создан "
            "Экологический совет, который объединяет предприятия, учёных и общественность.",
        ),
    ],
    responsibilities=[
        bullets(
            Words(
                "筹备分委会和工作组会议；",
                "prepare the sessions of the sub-commission and its groups;",
                "готовить заседания подкомиссии и рабочих групп;",
            ),
            Words(
                "承担生态理事会中方秘书处工作；",
                "act as the Chinese secretariat of the Ecological Council;",
                "выполнять функции китайского секретариата Экологического совета;",
            ),
            Words(
                "组织政策对话和技术产业合作。",
                "organise dialogue on policy and cooperation in technology.",
                "организовывать диалог по вопросам политики и сотрудничество в сфере технологий.",
            ),
        ),
    ],
    achievements=[
        achievement(
            Words("会议与工作组", "Sessions and groups", "Заседания и группы"),
            paragraph(
                "分委会已举行十四次会议，三个工作组各举行十三次会议。",
                "The sub-commission has met fourteen times, each of the groups thirteen times.",
                "Подкомиссия провела четырнадцать заседаний, каждая из трёх групп — тринадцать.",
            ),
        ),
        achievement(
            Words("固体废物", "Solid waste", "Твёрдые отходы"),
            paragraph(
                "2017年起举办中俄固体废物管理经验研讨会，已举办两次。",
                "A seminar on the management of solid waste began in 2017 and has been held twice.",
                "С 2017 года проводится семинар по обращению с твёрдыми отходами; состоялось два.",
            ),
        ),
        achievement(
            Words("技术与科研", "Technology and research", "Технологии и наука"),
            paragraph(
                "2019年，双方在哈尔滨举办专家研讨会，中方机构在西安与全俄生态科学研究院"
                "签署合作文件。",
                "In 2019 experts met in Harbin, and in Xi’an a Chinese centre signed a memorandum "
                "with the All-Russian Institute of Ecological Sciences.",
                "В 2019 году в Харбине прошёл экспертный семинар, а в Сиане подписан меморандум "
                "со Всероссийским институтом экологических наук.",
            ),
        ),
    ],
    next_steps=[
        paragraph(
            "双方将加强固体废物、气候变化和生物多样性领域的合作，支持两国专家开展联合研究。",
            "Both sides intend to do more on solid waste, climate change and biodiversity, and to "
            "support joint research.",
            "Стороны намерены расширять работу по отходам, изменению климата и биоразнообразию и "
            "поддерживать совместные исследования.",
        ),
        paragraph(
            "下一步还将组织环保技术展览，为企业对接创造条件。",
            "Exhibitions of environmental technology are planned to help businesses meet.",
        ),
    ],
    members=[{"country_id": "CN"}, {"country_id": "RU"}],
    quotations=[
        {
            "text": Words(
                "同一条河的两岸，应当读同一份水质数据。",
                "Both banks of a river should read the same data on its water.",
                "На обоих берегах реки должны читать одни и те же данные о её воде.",
            ),
            "speaker": Words(
                "联合工作组组长",
                "Head of the joint working group",
                "Руководитель совместной рабочей группы",
            ),
            "occasion": Words(
                "跨界水体工作组会议",
                "Meeting of the group on transboundary waters",
                "Заседание группы по трансграничным водам",
            ),
            "place": Words("哈尔滨", "Harbin", "Харбин"),
            "date": "2019",
        },
    ],
    milestones=[
        {
            "date": "1994",
            "text": Words(
                "政府间环保合作协定签署。",
                "The intergovernmental agreement is signed.",
                "Подписано межправительственное соглашение.",
            ),
        },
        {
            "date": "2006",
            "text": Words(
                "环保合作分委会成立。",
                "The sub-commission is set up.",
                "Образована подкомиссия.",
            ),
        },
        {
            "date": "2015",
            "text": Words(
                "生态理事会成立。",
                "The Ecological Council is formed.",
                "Создан Экологический совет.",
            ),
        },
        {
            "date": "2017",
            "text": Words(
                "首次举办固体废物管理经验研讨会。",
                "The first seminar on solid waste is held.",
                "Проведён первый семинар по твёрдым отходам.",
            ),
        },
    ],
    working_groups=[
        {
            "name": Words(
                "环保合作分委会",
                "Sub-commission on environmental cooperation",
                "Подкомиссия по сотрудничеству в области охраны окружающей среды",
            ),
            "launched": "2006",
            "sessions_held": 14,
        },
        {
            "name": Words(
                "污染防治和环境灾害应急联络工作组",
                "Group on pollution prevention and response to environmental disasters",
                "Группа по предотвращению загрязнений и реагированию на экологические бедствия",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "跨界保护区及生物多样性保护工作组",
                "Group on transboundary protected areas and biodiversity",
                "Группа по трансграничным охраняемым территориям и биоразнообразию",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "跨界水体水质监测及保护工作组",
                "Group on monitoring and protecting transboundary waters",
                "Группа по мониторингу и охране трансграничных вод",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "固体废物管理经验研讨会",
                "Seminar on the management of solid waste",
                "Семинар по обращению с твёрдыми отходами",
            ),
            "launched": "2017",
            "sessions_held": 2,
        },
    ],
    documents=[{"document": document("sampling-sheet-zh.pdf"), "date": "2019-04"}],
    figures=[{"image": image("forest")}],
)
