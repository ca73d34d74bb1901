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
        "Carried out by the sub-commission on environmental cooperation of the commission for "
        "regular meetings of the heads of government, with three working groups.",
        "Ведётся в рамках подкомиссии по сотрудничеству в области охраны окружающей среды "
        "комиссии по подготовке регулярных встреч глав правительств и её трёх рабочих групп.",
    ),
    established="1994",
    topics=topics("nature", "water", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "双边合作始于1994年的政府间协定。2006年起，总理定期会晤委员会下设环保合作分委会，"
            "由三个工作组分别负责各专题。",
            "Cooperation began with an agreement between the two governments in 1994. Since 2006 "
            "there has been a sub-commission on environmental cooperation under the commission "
            "for regular meetings of the heads of government; three working groups deal with "
            "individual subjects.",
            "Сотрудничество началось с межправительственного соглашения 1994 года. С 2006 года в "
            "составе комиссии по подготовке регулярных встреч глав правительств действует "
            "подкомиссия по сотрудничеству в области охраны окружающей среды; отдельными темами "
            "занимаются три её рабочие группы.",
        ),
        paragraph(
            "自2015年起，中俄友好、和平与发展委员会还设有生态理事会，企业、学者和社会组织"
            "由此参与交流。",
            "In 2015 the China–Russia Committee of Friendship, Peace and Development set up an "
            "Ecological Council, which brings together businesses, scholars and social "
            "organisations.",
            "В 2015 году при Китайско-Российском комитете дружбы, мира и развития создан "
            "Экологический совет, который объединяет предприятия, учёных и общественные "
            "организации.",
        ),
    ],
    responsibilities=[
        bullets(
            Words(
                "筹备分委会和工作组会议；",
                "prepare the sessions of the sub-commission and its working groups;",
                "готовить заседания подкомиссии и рабочих групп;",
            ),
            Words(
                "承担生态理事会中方秘书处工作；",
                "act as the Chinese secretariat of the Ecological Council;",
                "выполнять функции китайского секретариата Экологического совета;",
            ),
            Words(
                "组织政策对话和技术产业合作。",
                "organise policy dialogue and cooperation in technology and industry.",
                "организовывать диалог по вопросам природоохранной политики и сотрудничество в "
                "сфере технологий и промышленности.",
            ),
        ),
    ],
    achievements=[
        achievement(
            Words("会议与工作组", "Sessions and working groups", "Заседания и рабочие группы"),
            paragraph(
                "分委会已举行十四次会议，三个工作组各举行十三次会议。",
                "The sub-commission has met fourteen times and each of the three working groups "
                "thirteen times.",
                "Подкомиссия провела четырнадцать заседаний, каждая из трёх рабочих групп — "
                "тринадцать.",
            ),
        ),
        achievement(
            Words("固体废物", "Solid waste", "Твёрдые отходы"),
            paragraph(
                "2017年起举办中俄固体废物管理经验研讨会，已举办两次。",
                "A seminar on experience of solid waste management was launched in 2017 and has "
                "been held twice.",
                "С 2017 года проводятся китайско-российские семинары по обмену опытом обращения с "
                "твёрдыми отходами; состоялось два.",
            ),
        ),
        achievement(
            Words("技术与科研", "Technology and research", "Технологии и наука"),
            paragraph(
                "2019年，双方在哈尔滨举办专家研讨会，中方机构在西安与全俄生态科学研究院"
                "签署合作文件。",
                "In 2019 experts met in Harbin, and in Xi’an a Chinese centre signed a memorandum "
                "with the All-Russian Institute of Ecological Sciences.",
                "В 2019 году в Харбине прошёл экспертный семинар, а в Сиане китайский центр "
                "подписал меморандум со Всероссийским институтом экологических наук.",
            ),
        ),
    ],
    next_steps=[
        paragraph(
            "双方将加强固体废物、气候变化和生物多样性领域的合作，支持两国专家开展联合研究。",
            "Both sides intend to step up cooperation on solid waste, climate change and "
            "biodiversity, and to support joint research by their experts.",
            "Стороны намерены расширять сотрудничество по твёрдым отходам, изменению климата и "
            "биоразнообразию и поддерживать совместные исследования экспертов двух стран.",
        ),
        paragraph(
            "下一步还将组织环保技术展览，为企业对接创造条件。",
            "Exhibitions of environmental technology are also planned, to help bring businesses "
            "together.",
        ),
    ],
    members=[{"country_id": "CN"}, {"country_id": "RU"}],
    quotations=[
        {
            "text": Words(
                "同一条河的两岸，应当读同一份水质数据。",
                "Both banks of a river should read the same data about its water.",
                "На обоих берегах реки должны читать одни и те же данные о её воде.",
            ),
            "speaker": Words(
                "联合工作组组长",
                "Head of the joint working group",
                "Руководитель объединённой рабочей группы",
            ),
            "occasion": Words(
                "跨界水体工作组会议",
                "Meeting of the working group on transboundary waters",
                "Заседание рабочей группы по трансграничным водам",
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
                "The intergovernmental agreement on environmental cooperation is signed.",
                "Подписано межправительственное соглашение о сотрудничестве в области охраны "
                "окружающей среды.",
            ),
        },
        {
            "date": "2006",
            "text": Words(
                "环保合作分委会成立。",
                "The sub-commission on environmental cooperation is set up.",
                "Образована подкомиссия по сотрудничеству в области охраны окружающей среды.",
            ),
        },
        {
            "date": "2015",
            "text": Words(
                "生态理事会成立。",
                "The Ecological Council is set up.",
                "Создан Экологический совет.",
            ),
        },
        {
            "date": "2017",
            "text": Words(
                "首次举办固体废物管理经验研讨会。",
                "The first seminar on solid waste management is held.",
                "Проведён первый семинар по обращению с твёрдыми отходами.",
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
                "Working group on pollution prevention and response to environmental disasters",
                "Рабочая группа по предотвращению загрязнения и взаимодействию при экологических "
                "бедствиях",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "跨界保护区及生物多样性保护工作组",
                "Working group on transboundary protected areas and biodiversity conservation",
                "Рабочая группа по трансграничным охраняемым территориям и сохранению "
                "биоразнообразия",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "跨界水体水质监测及保护工作组",
                "Working group on monitoring and protecting the quality of transboundary waters",
                "Рабочая группа по мониторингу качества и охране трансграничных вод",
            ),
            "launched": "2007",
            "sessions_held": 13,
        },
        {
            "name": Words(
                "固体废物管理经验研讨会",
                "Seminar on experience of solid waste management",
                "Семинар по обмену опытом обращения с твёрдыми отходами",
            ),
            "launched": "2017",
            "sessions_held": 2,
        },
    ],
    documents=[{"document": document("sampling-sheet-zh.pdf"), "date": "2019-04"}],
    figures=[{"image": image("forest")}],
)
