"""Policy documents and texts that explain them."""

from news.models import PolicyArticle, PolicyIndex

from ..bodies import bullets, contact, download, heading, paragraph, quotation, related, table
from ..library import days_ago, in_days
from ..outline import outline
from ..words import Words
from .offices import FECO_ADDRESS, FECO_NAME, FECO_TELEPHONE, MINISTRY
from .topics import about_programmes, by_departments, topics

SCO_STATES = Words(
    "上海合作组织成员国",
    "Member states of the Shanghai Cooperation Organization",
    "Государства — члены Шанхайской организации сотрудничества",
)

CONCEPT = outline(
    PolicyArticle,
    "sco-concept-of-environmental-cooperation",
    Words(
        "《上海合作组织成员国环保合作构想》简介",
        "About the SCO concept of environmental cooperation",
        "О концепции сотрудничества государств — членов ШОС в области охраны окружающей среды",
    ),
    Words(
        "2018年6月通过，确立了成员国环保合作的共同目标。",
        "Adopted in June 2018, it sets out the common aims of the member states.",
        "Принята в июне 2018 года; определяет общие цели государств-членов.",
    ),
    date="2018-06-10",
    issuing_body=SCO_STATES,
    effective_from="2018-06",
    topics=topics("cooperation", "nature"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("shanghai-cooperation-organisation"),
    body=[
        paragraph(
            "构想在青岛峰会期间宣布通过，是成员国在环保领域的第一份综合性文件。",
            "The concept was announced at the Qingdao summit. It is the member states’ first "
            "comprehensive document on environmental protection.",
            "О принятии концепции объявлено на саммите в Циндао. Это первый комплексный документ "
            "государств-членов в области охраны окружающей среды.",
        ),
        heading("三个要点", "Three points", "Три основных положения"),
        bullets(
            Words(
                "保持地区生态平衡；",
                "maintain the ecological balance of the region;",
                "сохранять экологическое равновесие региона;",
            ),
            Words(
                "恢复生物多样性；",
                "restore biodiversity;",
                "восстанавливать биоразнообразие;",
            ),
            Words(
                "改善居民生活条件。",
                "improve the conditions in which people live.",
                "улучшать условия жизни людей.",
            ),
            numbered=True,
        ),
        related("cooperation/shanghai-cooperation-organisation"),
    ],
)

PLAN = outline(
    PolicyArticle,
    "sco-plan-of-measures-2019-2021",
    Words(
        "2019—2021年环保合作构想落实措施计划简介",
        "About the SCO plan of measures for 2019–2021",
        "О плане мероприятий ШОС на 2019–2021 годы",
    ),
    Words(
        "2019年6月签署，将构想细化为三年措施。",
        "Signed in June 2019, it turns the concept into measures for a three-year period.",
        "Подписан в июне 2019 года; определяет меры по реализации концепции на три года.",
    ),
    date="2019-06-14",
    issuing_body=SCO_STATES,
    effective_from="2019",
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("shanghai-cooperation-organisation"),
    body=[
        paragraph(
            "计划为期三年，由各成员国环境部门负责落实，专家会议跟踪进展。",
            "The plan runs for three years. The environmental authorities of the member states "
            "carry it out, and the meeting of experts follows its progress.",
            "План рассчитан на три года. Его выполняют природоохранные ведомства, а за ходом "
            "работы следит совещание экспертов.",
        ),
        table(
            Words("从构想到计划", "From concept to plan", "От концепции к плану"),
            [
                ("text", Words("文件", "Document", "Документ")),
                ("text", Words("时间", "Date", "Дата")),
            ],
            [
                Words("合作构想", "Concept", "Концепция"),
                Words("2018年6月", "June 2018", "июнь 2018 г."),
            ],
            [
                Words("落实措施计划", "Plan of measures", "План мероприятий"),
                Words("2019年6月", "June 2019", "июнь 2019 г."),
            ],
            [
                Words("城市生态福祉规划", "Programme for cities", "Программа для городов"),
                Words("2019年11月", "November 2019", "ноябрь 2019 г."),
            ],
        ),
        related(
            "policies/sco-concept-of-environmental-cooperation",
            "policies/sco-programme-for-cities",
        ),
    ],
)

CITIES = outline(
    PolicyArticle,
    "sco-programme-for-cities",
    Words(
        "《上海合作组织城市生态福祉发展规划》简介",
        "About the SCO programme for the ecological well-being of cities",
        "О программе ШОС по экологическому благополучию городов",
    ),
    Words(
        "2019年11月通过，鼓励城市之间建立伙伴关系。",
        "Adopted in November 2019, it encourages cities to become partners.",
        "Принята в ноябре 2019 года; содействует партнёрству городов.",
    ),
    date="2019-11",
    issuing_body=SCO_STATES,
    topics=topics("cities", "air", "waste", "cooperation"),
    departments=by_departments("international-cooperation"),
    programmes=about_programmes("shanghai-cooperation-organisation"),
    body=[
        paragraph(
            "规划关注城市绿地、清洁空气和废物管理，支持城市之间分享经验。",
            "The programme deals with urban green spaces, clean air and waste management, and "
            "helps cities to share their experience.",
            "Программа охватывает озеленение, чистый воздух и обращение с отходами и помогает "
            "городам обмениваться опытом.",
        ),
    ],
)

SAMPLING_GUIDE = outline(
    PolicyArticle,
    "guide-to-sampling-surface-water",
    Words(
        "地表水采样技术指南（示例）",
        "Guide to sampling surface water (example)",
        "Руководство по отбору проб поверхностных вод (образец)",
    ),
    Words(
        "示例文件：采样前准备、现场操作和样品交接。",
        "Example document: preparation, work on site and delivery of samples.",
        "Образец документа: подготовка, работа на месте и передача проб.",
    ),
    date="2019-04-01",
    issuing_body=MINISTRY,
    document_number="示例〔2019〕1号",
    effective_from="2019-07-01",
    topics=topics("water", "monitoring"),
    departments=by_departments("monitoring", "water"),
    body=[
        paragraph(
            "本指南为演示示例，不作为现行标准使用。",
            "This guide is an example and not a standard in force.",
            "Это руководство — образец, а не действующий норматив.",
        ),
        heading("采样前", "Before sampling", "До отбора проб"),
        bullets(
            Words(
                "核对断面编号和采样时间；",
                "check the number of the monitoring section and the sampling time;",
                "сверьте номер створа и время отбора;",
            ),
            Words(
                "用断面水样润洗采样瓶。",
                "rinse the bottles with water from the section.",
                "ополосните бутыли водой из створа.",
            ),
            numbered=True,
        ),
        heading("采样后", "After sampling", "После отбора проб"),
        paragraph(
            "样品低温避光保存，填写记录表，当日送达实验室。",
            "Keep the samples cool and in the dark, fill in the field sheet and deliver the "
            "samples to the laboratory the same day.",
            "Храните пробы в прохладном тёмном месте, заполните полевой лист и в тот же день "
            "доставьте пробы в лабораторию.",
        ),
        download("sampling-sheet-zh.pdf"),
        download("sampling-sheet-en.pdf"),
    ],
)

OPEN_DATA = outline(
    PolicyArticle,
    "rules-on-open-monitoring-data",
    Words("监测数据公开办法（示例）", "Rules on the publication of monitoring data (example)"),
    Words(
        "示例文件：公开哪些数据，何时公开，如何更正。",
        "Example document: which data are published, when, and how they are corrected.",
    ),
    date="2018",
    issuing_body=Words("生态环境部", "Ministry of Ecology and Environment"),
    topics=topics("monitoring", "participation"),
    departments=by_departments("monitoring", "law-and-standards"),
    body=[
        paragraph(
            "实时数据应当注明“未经最终审核”，经审核的数据按月公布。",
            "Real-time data must be marked as provisional; validated data are published every "
            "month.",
        ),
        quotation(
            Words(
                "数据有误，先更正，再说明。",
                "If a figure is wrong, correct it first and then explain.",
            ),
            Words("数据质量培训教材（示例）", "Training manual on data quality (example)"),
        ),
    ],
)

ESSAY = outline(
    PolicyArticle,
    "why-cooperation-begins-at-home",
    Words(
        "国际合作如何服务国内环境治理",
        "How international cooperation serves the environment at home",
        "Как международное сотрудничество помогает природоохранной работе внутри страны",
    ),
    Words(
        "引进理念和方法，培养谈判和项目人才，推动履约与日常工作相结合。",
        "Bringing in ideas and methods, training people for negotiations and projects, and making "
        "conventions part of daily work.",
        "Новые идеи и методы, подготовка кадров для переговоров и проектов, выполнение конвенций "
        "как часть повседневной работы.",
    ),
    byline=Words("网站编辑部", "Site editors", "Редакция сайта"),
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    body=[
        paragraph(
            "环境问题往往不受国界限制，治理经验也应当相互借鉴。国际合作的价值，"
            "在于使每一个项目都能改善本地的空气、水和土壤。",
            "Environmental problems cross borders, so countries should learn from one another how "
            "to solve them. International cooperation is of value when every project benefits the "
            "air, water and soil at home.",
            "Экологические проблемы не знают границ, поэтому и решать их нужно, учась друг у "
            "друга. Ценность международного сотрудничества в том, что каждый проект улучшает "
            "воздух, воду и почву у себя в стране.",
        ),
        heading("从资金到方法", "From funds to methods", "От финансирования к методам"),
        paragraph(
            "早期合作多着眼于资金和设备，如今更重视管理方法、标准和人员能力。",
            "Early projects were mostly about funds and equipment. Today management methods, "
            "standards and skills matter more.",
            "Первые проекты давали средства и оборудование. Сегодня важнее методы управления, "
            "стандарты и квалификация людей.",
        ),
        heading("人才", "People", "Кадры"),
        paragraph(
            "懂外语、懂规则、懂技术的人才，需要在谈判和项目实践中锻炼成长。",
            "People who know languages, rules and technology gain their experience in "
            "negotiations and projects.",
            "Специалисты, владеющие языками, знающие правила и технологии, вырастают на "
            "переговорах и в работе над проектами.",
        ),
    ],
)

DATA_RULES = outline(
    PolicyArticle,
    "draft-rules-on-publishing-station-data",
    Words(
        "《自动监测数据公开办法（征求意见稿）》公开征求意见（示例）",
        "Consultation: draft rules on publishing data from automatic stations (example)",
        "Общественное обсуждение: проект правил публикации данных автоматических станций (образец)",
    ),
    Words(
        "就数据何时公开、以何种格式公开，征求公众意见。",
        "When should data be published, and in which formats? Tell us what you think.",
        "Когда и в каком виде публиковать данные? Ждём ваших предложений.",
    ),
    date=days_ago(6),
    comments_until=in_days(18),
    issuing_body=MINISTRY,
    topics=topics("monitoring", "participation"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "征求意见稿提出：小时数据当日公开，复核后的数据按月公开，并提供可下载的表格。",
            "Under the draft, hourly data would be published the same day and checked data once a "
            "month, both as downloadable tables.",
            "Проект предлагает публиковать часовые данные в тот же день, а проверенные — раз в "
            "месяц, в виде таблиц для скачивания.",
        ),
        heading("怎样提出意见", "How to comment", "Как направить предложения"),
        paragraph(
            "请来信注明条款序号、修改建议和理由。单位意见请加盖公章。",
            "Write to us with the number of the article, the change you propose and your reasons.",
            "Напишите нам, указав номер статьи, предлагаемую правку и её обоснование.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
    ],
)

WETLAND_RULES = outline(
    PolicyArticle,
    "draft-rules-on-visiting-wetlands",
    Words(
        "《湿地参观管理规定（修订征求意见稿）》公开征求意见（示例）",
        "Consultation: revised rules on visiting wetlands (example)",
        "Общественное обсуждение: новая редакция правил посещения водно-болотных угодий (образец)",
    ),
    Words(
        "拟在鸟类繁殖期限制参观人数。",
        "Visitor numbers would be limited in the birds’ breeding season.",
        "Число посетителей в период гнездования птиц предлагается ограничить.",
    ),
    date=days_ago(12),
    comments_until=in_days(3),
    issuing_body=MINISTRY,
    topics=topics("nature", "participation"),
    departments=by_departments("nature"),
    body=[
        paragraph(
            "修订稿规定：繁殖期内每批不超过十人，并由向导带领。",
            "In the breeding season, groups would be limited to ten people and accompanied by a "
            "guide.",
            "В период гнездования — группы не более десяти человек и только с проводником.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
    ],
)

POLICIES = outline(
    PolicyIndex,
    "policies",
    Words("政策文件", "Policies", "Документы"),
    Words(
        "政策文件、规划及其解读。",
        "Policy documents and plans, with explanations.",
        "Программные документы и планы с пояснениями.",
    ),
    in_menu=True,
    children=[
        ESSAY,
        CONCEPT,
        OPEN_DATA,
        SAMPLING_GUIDE,
        PLAN,
        CITIES,
        DATA_RULES,
        WETLAND_RULES,
    ],
)
