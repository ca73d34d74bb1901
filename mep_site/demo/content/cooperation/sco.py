"""Cooperation within the Shanghai Cooperation Organization."""

from cooperation.models import Member, Programme

from ...bodies import achievement, bullets, paragraph
from ...library import document, image
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics

MEMBERS = ("IN", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ")
OBSERVERS = ("AF", "BY", "IR", "MN")
DIALOGUE_PARTNERS = ("AZ", "AM", "KH", "NP", "TR", "LK")

SCO = outline(
    Programme,
    "shanghai-cooperation-organisation",
    Words(
        "上海合作组织环境合作",
        "Environmental cooperation in the Shanghai Cooperation Organization",
        "Природоохранное сотрудничество в рамках Шанхайской организации сотрудничества",
    ),
    Words(
        "成员国通过部长会议、专家会议和信息共享平台开展生态环境合作。",
        "The member states work together through meetings of ministers and experts and through "
        "a shared information platform.",
        "Государства-члены сотрудничают на совещаниях министров и экспертов и с помощью общей "
        "информационной платформы.",
    ),
    abbreviation=Words("上合组织", "SCO", "ШОС"),
    established="2001",
    topics=topics("cities", "nature", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "上海合作组织于2001年在上海宣告成立，有六个创始成员国；2017年印度和巴基斯坦加入后，"
            "成员国增至八个，另有四个观察员国和六个对话伙伴。",
            "The organisation was proclaimed in Shanghai in 2001 by six founding states. Since "
            "India and Pakistan joined in 2017 it has had eight members; there are also four "
            "observer states and six dialogue partners.",
            "О создании организации шесть государств-основателей объявили в Шанхае в 2001 году. "
            "После вступления Индии и Пакистана в 2017 году государств-членов стало восемь; кроме "
            "того, есть четыре государства-наблюдателя и шесть партнёров по диалогу.",
        ),
        paragraph(
            "环境保护是合作领域之一。2014年，中国—上海合作组织环境保护合作中心在京揭牌，"
            "承担中方日常工作。",
            "Environmental protection is one of its fields of cooperation. On the Chinese side, "
            "day-to-day work is handled by the China Center for SCO Environmental Cooperation, "
            "which opened in Beijing in 2014.",
            "Охрана окружающей среды — одно из направлений её работы. С китайской стороны "
            "повседневную работу ведёт Китайский центр по сотрудничеству ШОС в сфере охраны "
            "окружающей среды, открытый в Пекине в 2014 году.",
        ),
    ],
    responsibilities=[
        bullets(
            Words(
                "组织实施已商定的规划、倡议和项目；",
                "carry out the plans, initiatives and projects that have been agreed;",
                "выполнять согласованные планы, инициативы и проекты;",
            ),
            Words(
                "举办政策对话、技术交流和人员培训；",
                "hold policy dialogues, technical exchanges and training courses;",
                "проводить диалоги по вопросам природоохранной политики, обмен технологиями и "
                "обучение специалистов;",
            ),
            Words(
                "研究成员国的环境政策和战略。",
                "study the environmental policies and strategies of the member states.",
                "изучать природоохранную политику и стратегии государств-членов.",
            ),
        ),
    ],
    achievements=[
        achievement(
            Words("共同的政策文件", "Common policy documents", "Общие программные документы"),
            paragraph(
                "各方先后商定环保合作构想、三年落实措施计划和城市生态福祉发展规划，"
                "使合作有了共同的目标和时间表。",
                "A concept of cooperation, a three-year plan of measures and a programme for the "
                "ecological well-being of cities give the members common aims and a timetable.",
                "Концепция сотрудничества, трёхлетний план мероприятий и программа экологического "
                "благополучия городов задают общие цели и сроки.",
            ),
            bullets(
                Words(
                    "2018年6月：环保合作构想；",
                    "June 2018: concept of environmental cooperation;",
                    "июнь 2018 г.: концепция сотрудничества в области охраны окружающей среды;",
                ),
                Words(
                    "2019年6月：2019—2021年落实措施计划；",
                    "June 2019: plan of measures for 2019–2021;",
                    "июнь 2019 г.: план мероприятий на 2019–2021 годы;",
                ),
                Words(
                    "2019年11月：城市生态福祉发展规划。",
                    "November 2019: programme for the ecological well-being of cities.",
                    "ноябрь 2019 г.: программа экологического благополучия городов.",
                ),
            ),
        ),
        achievement(
            Words("会议机制", "Regular meetings", "Механизм совещаний"),
            paragraph(
                "专家会议自2005年起举行，为部长会议准备议题；部长会议机制于2019年9月建立。",
                "Experts have met since 2005 and prepare the agenda for the ministers, whose own "
                "meetings were established in September 2019.",
                "Совещания экспертов проводятся с 2005 года и готовят повестку дня для министров; "
                "механизм совещаний министров создан в сентябре 2019 года.",
            ),
        ),
        achievement(
            Words("信息共享平台", "Information platform", "Информационная платформа"),
            paragraph(
                "平台于2014年启动建设，2018年完成第四期，门户网站以中文、英文和俄文运行，"
                '网址为<a href="http://www.scoei.org.cn">www.scoei.org.cn</a>。',
                "Work on the platform began in 2014; its fourth stage was completed in 2018. The "
                'portal at <a href="http://www.scoei.org.cn">www.scoei.org.cn</a> is available in '
                "Chinese, English and Russian.",
                "Работа над платформой началась в 2014 году, четвёртый этап завершён в 2018 году. "
                'Портал <a href="http://www.scoei.org.cn">www.scoei.org.cn</a> ведётся на '
                "китайском, английском и русском языках.",
            ),
        ),
        achievement(
            Words("研讨与培训", "Seminars and training", "Семинары и обучение"),
            paragraph(
                "截至2019年的六年间，先后举办研讨和培训十四期，上合组织国家二百余人参加。",
                "Fourteen international seminars and courses took place from 2014 to 2019, with "
                "more than 200 participants from SCO states.",
                "С 2014 по 2019 год прошло 14 международных семинаров и курсов, в которых "
                "приняли участие более 200 представителей стран ШОС.",
            ),
        ),
    ],
    next_steps=[
        bullets(
            Words(
                "各成员国共同建设信息共享平台；",
                "build the information platform jointly with all members;",
                "развивать информационную платформу совместно со всеми членами;",
            ),
            Words(
                "推动生态城市建立伙伴关系；",
                "encourage partnerships between green cities;",
                "содействовать партнёрству экологичных городов;",
            ),
            Words(
                "扩大对官员、专家和青年的培训。",
                "train more officials, experts and young people.",
                "расширять обучение должностных лиц, экспертов и молодёжи.",
            ),
            numbered=True,
        ),
    ],
    members=[
        *({"country_id": code, "status": Member.Status.MEMBER} for code in MEMBERS),
        *({"country_id": code, "status": Member.Status.OBSERVER} for code in OBSERVERS),
        *(
            {"country_id": code, "status": Member.Status.DIALOGUE_PARTNER}
            for code in DIALOGUE_PARTNERS
        ),
    ],
    quotations=[
        {
            "text": Words(
                "数据先行，信任随之。信息共享平台应当成为各国专家每天使用的工具。",
                "Where data are shared, trust follows. The platform should become a tool that our "
                "experts use every day.",
                "Где есть обмен данными, там растёт доверие. Платформа должна стать ежедневным "
                "инструментом наших экспертов.",
            ),
            "speaker": Words(
                "专家组组长", "Head of the expert group", "Руководитель группы экспертов"
            ),
            "occasion": Words(
                "信息共享平台专家研讨会",
                "Expert seminar on the information platform",
                "Экспертный семинар по информационной платформе",
            ),
            "place": Words("北京", "Beijing", "Пекин"),
            "date": "2018",
        },
        {
            "text": Words(
                "从构想到计划，从计划到项目，每一步都要有人负责、有期限、有结果。",
                "From concept to plan and from plan to project, each step needs a person in "
                "charge, a date and a result.",
                "От концепции к плану и от плана к проекту: на каждом шаге нужны ответственный, "
                "срок и результат.",
            ),
            "speaker": Words(
                "联合秘书处负责人",
                "Head of the joint secretariat",
                "Руководитель совместного секретариата",
            ),
        },
    ],
    milestones=[
        {
            "date": "2001",
            "text": Words(
                "上海合作组织在上海成立。",
                "The Shanghai Cooperation Organization is founded in Shanghai.",
                "В Шанхае создана Шанхайская организация сотрудничества.",
            ),
        },
        {
            "date": "2005",
            "text": Words(
                "成员国环保部门专家会议首次举行。",
                "Experts from the environmental authorities meet for the first time.",
                "Состоялось первое совещание экспертов природоохранных ведомств.",
            ),
        },
        {
            "date": "2014-06",
            "text": Words(
                "中国—上海合作组织环境保护合作中心在北京揭牌。",
                "The China Center for SCO Environmental Cooperation opens in Beijing.",
                "В Пекине открыт Китайский центр по сотрудничеству ШОС в сфере охраны "
                "окружающей среды.",
            ),
        },
        {
            "date": "2018-06-10",
            "text": Words(
                "青岛峰会宣布通过环保合作构想。",
                "The Qingdao summit announces the concept of environmental cooperation.",
                "На саммите в Циндао объявлено о принятии концепции сотрудничества в области "
                "охраны окружающей среды.",
            ),
        },
        {
            "date": "2019-06-14",
            "text": Words(
                "比什凯克峰会宣布签署落实措施计划。",
                "The Bishkek summit announces the plan of measures.",
                "На саммите в Бишкеке объявлено о подписании плана мероприятий.",
            ),
        },
        {
            "date": "2019-09",
            "text": Words(
                "第一次环境部长会议在莫斯科举行。",
                "The environment ministers meet for the first time, in Moscow.",
                "В Москве состоялось первое совещание министров охраны окружающей среды.",
            ),
        },
    ],
    working_groups=[
        {
            "name": Words(
                "成员国环保部门专家会议",
                "Meeting of experts from the environmental authorities",
                "Совещание экспертов природоохранных ведомств",
            ),
            "launched": "2005",
            "sessions_held": 11,
        },
        {
            "name": Words(
                "成员国环境部长会议",
                "Meeting of environment ministers",
                "Совещание министров охраны окружающей среды",
            ),
            "launched": "2019-09",
            "sessions_held": 1,
            "sessions_as_of": "2019-09",
        },
    ],
    documents=[{"document": document("water-glossary.csv"), "date": "2019"}],
    figures=[
        {
            "image": image("meeting"),
            "caption": Words(
                "专家会议会场（示意画）",
                "Where the experts meet (drawing)",
                "Зал совещаний экспертов (рисунок)",
            ),
        },
        {"image": image("river")},
    ],
)
