"""Leaders and their activities.

Only facts are given of real persons; everything else stands on a page that says it is an example.
"""

from departments.models import Leader, LeaderIndex
from news.models import Activity, ActivityIndex

from ..bodies import bullets, heading, paragraph, related, table
from ..library import image
from ..outline import Outline, outline
from ..words import Words
from .speeches import OPENING_SPEECH, RIVER_SPEECH
from .topics import about_countries, about_programmes, by_departments, topics


def _activities(*children: Outline) -> Outline:
    return outline(
        ActivityIndex,
        "activities",
        Words("活动", "Activities", "Деятельность"),
        Words(
            "会见、出访和讲话。",
            "Meetings, visits and speeches.",
            "Встречи, визиты и выступления.",
        ),
        children=children,
    )


ROUNDTABLE = outline(
    Activity,
    "china-japan-roundtable",
    Words(
        "黄润秋出席中日环境高级别圆桌对话",
        "Huang Runqiu attends China–Japan high-level round table on the environment",
        "Хуан Жуньцю принял участие в китайско-японском круглом столе высокого уровня по вопросам "
        "окружающей среды",
    ),
    Words(
        "对话在北京举行，两国代表共同见证绿色消费与绿色供应链联盟启动。",
        "At the dialogue in Beijing, delegates from both countries witnessed the launch of an "
        "alliance for green consumption and green supply chains.",
        "На встрече в Пекине в присутствии делегатов двух стран объявлено о создании альянса "
        "«зелёного» потребления и «зелёных» цепочек поставок.",
    ),
    image=image("meeting"),
    place=Words("北京", "Beijing", "Пекин"),
    byline=Words("网站编辑部", "Site editors", "Редакция сайта"),
    topics=topics("cooperation"),
    countries=about_countries("JP"),
    body=[
        paragraph(
            "中日环境高级别圆桌对话在北京举行，副部长黄润秋和日本环境省高级顾问到会致辞。",
            "The China–Japan high-level round table on the environment was held in Beijing. Vice "
            "Minister Huang Runqiu and a senior adviser to Japan’s Ministry of the Environment "
            "gave addresses.",
            "В Пекине состоялся китайско-японский круглый стол высокого уровня по вопросам "
            "окружающей среды. На нём выступили заместитель министра Хуан Жуньцю и старший "
            "советник Министерства окружающей среды Японии.",
        ),
        heading("议题", "Subjects", "Темы"),
        bullets(
            Words(
                "日本绿色转型的经验；",
                "Japan’s experience of the transition to a green economy;",
                "опыт перехода Японии к «зелёной» экономике;",
            ),
            Words(
                "绿色消费政策创新。",
                "new policies for green consumption.",
                "новые меры по развитию «зелёного» потребления.",
            ),
        ),
        paragraph(
            "对话期间举行了四场专题活动，内容涉及环境教育、技术评估、农村环境和挥发性有机物监测。"
            "两国1994年签署环境合作协定。",
            "Four side events dealt with environmental education, technology assessment, the "
            "rural environment and the monitoring of volatile organic compounds. The two "
            "countries signed an agreement on environmental cooperation in 1994.",
            "На четырёх тематических встречах обсуждались экологическое просвещение, оценка "
            "технологий, окружающая среда в сельской местности и мониторинг летучих органических "
            "соединений. Соглашение о природоохранном сотрудничестве две страны подписали в 1994 "
            "году.",
        ),
    ],
)

HUANG_RUNQIU = outline(
    Leader,
    "huang-runqiu",
    Words("黄润秋", "Huang Runqiu", "Хуан Жуньцю"),
    Words(
        "职务、简历和近期活动。",
        "Post, biography and recent activities.",
        "Должность, биография и последние мероприятия.",
    ),
    portrait=image("portrait"),
    posts=[{"name": Words("副部长", "Vice Minister", "Заместитель министра")}],
    biography=[
        paragraph(
            "任副部长期间出席中日环境高级别圆桌对话并致辞。",
            "As Vice Minister, he attended and addressed the China–Japan high-level round table "
            "on the environment.",
            "В должности заместителя министра участвовал в китайско-японском круглом столе "
            "высокого уровня по вопросам окружающей среды и выступил на нём.",
        ),
    ],
    children=[_activities(ROUNDTABLE)],
)

PLENARY_SESSION = outline(
    Activity,
    "friendship-committee-plenary-session",
    Words(
        "赵英民出席中俄友好、和平与发展委员会全体会议",
        "Zhao Yingmin attends plenary session of the China–Russia Committee of Friendship, Peace "
        "and Development",
        "Чжао Инминь принял участие в пленарном заседании Китайско-Российского комитета дружбы, "
        "мира и развития",
    ),
    Words(
        "生态理事会中方主席参加了在莫斯科举行的第十一次全体会议。",
        "The Chinese co-chair of the Ecological Council took part in the 11th plenary session in "
        "Moscow.",
        "Сопредседатель Экологического совета с китайской стороны участвовал в одиннадцатом "
        "пленарном заседании в Москве.",
    ),
    date="2017",
    place=Words("俄罗斯莫斯科", "Moscow, Russia", "Москва, Россия"),
    topics=topics("cooperation"),
    countries=about_countries("RU"),
    programmes=about_programmes("china-russia"),
    body=[
        paragraph(
            "赵英民以生态理事会中方主席身份赴莫斯科，参加中俄友好、和平与发展委员会"
            "2017年举行的第十一次全体会议。",
            "Zhao Yingmin, the Chinese co-chair of the Ecological Council, attended the "
            "committee’s 11th plenary session in Moscow in 2017.",
            "Чжао Инминь, сопредседатель Экологического совета с китайской стороны, участвовал в "
            "одиннадцатом пленарном заседании комитета, которое прошло в Москве в 2017 году.",
        ),
        related("cooperation/china-russia"),
    ],
)

ZHAO_YINGMIN = outline(
    Leader,
    "zhao-yingmin",
    Words("赵英民", "Zhao Yingmin", "Чжао Инминь"),
    Words(
        "中俄友好、和平与发展委员会生态理事会中方主席（2017年）",
        "Chinese co-chair of the Ecological Council of the China–Russia Committee of Friendship, "
        "Peace and Development (2017)",
        "Сопредседатель Экологического совета Китайско-Российского комитета дружбы, мира и "
        "развития с китайской стороны (2017 г.)",
    ),
    portrait=image("portrait"),
    posts=[
        {
            "name": Words(
                "生态理事会中方主席",
                "Chinese co-chair of the Ecological Council",
                "Сопредседатель Экологического совета с китайской стороны",
            ),
        }
    ],
    children=[_activities(PLENARY_SESSION)],
)

STATION_VISIT = outline(
    Activity,
    "visit-to-monitoring-station",
    Words(
        "调研水质自动监测站（示例）",
        "Visit to an automatic water monitoring station (example)",
        "Посещение автоматической станции контроля качества воды (образец)",
    ),
    Words(
        "示例报道：了解监测站运行和数据审核流程。",
        "Example report: how a station works and how its data are checked.",
        "Образец сообщения: как работает станция и как проверяются её данные.",
    ),
    date="2019-05-16",
    image=image("station"),
    place=Words("示例市", "Example City", "Город-образец"),
    byline=Words("网站编辑部", "Site editors", "Редакция сайта"),
    topics=topics("water", "monitoring"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "示例人员一行来到河边的自动监测站，查看取样、分析和数据传输的全过程。",
            "The visitors followed the path of a sample from the river to the analyser and on to "
            "the database.",
            "Участники проследили путь пробы из реки в анализатор и далее в базу данных.",
        ),
        table(
            Words(
                "监测站一天的读数（示例数据）",
                "Readings for one day (example data)",
                "Показания за сутки (условные данные)",
            ),
            [
                ("text", Words("时间", "Time", "Время")),
                ("number", Words("水温（℃）", "Water temperature (°C)", "Температура воды (°C)")),
                (
                    "number",
                    Words(
                        "溶解氧（毫克/升）",
                        "Dissolved oxygen (mg/l)",
                        "Растворённый кислород (мг/л)",
                    ),
                ),
            ],
            [Words("00:00", "00:00", "00:00"), 14, 8],
            [Words("08:00", "08:00", "08:00"), 15, 8],
            [Words("16:00", "16:00", "16:00"), 18, 7],
        ),
        paragraph(
            "监测站工作人员介绍，读数异常时，系统自动报警，由技术人员到现场核实。",
            "When a reading looks wrong, the system raises an alarm and a technician goes to "
            "check.",
            "При необычных показаниях система подаёт сигнал, и специалист выезжает на место.",
        ),
    ],
)

TRAINING = outline(
    Activity,
    "opening-of-training-course",
    Words(
        "出席监测技术培训班开班活动（示例）",
        "Opening of a training course on monitoring (example)",
        "Открытие учебного курса по мониторингу (образец)",
    ),
    Words(
        "示例报道：培训班面向基层监测人员。",
        "Example report: a course for staff of local stations.",
        "Образец сообщения: курс для сотрудников местных станций.",
    ),
    date="2019-03",
    place=Words("北京", "Beijing", "Пекин"),
    topics=topics("monitoring"),
    departments=by_departments("monitoring"),
    body=[
        paragraph(
            "培训班围绕采样规范、仪器校准和数据审核安排课程，学员在实验室完成实际操作。",
            "The course covers sampling, calibration and data checking; participants also do "
            "practical work in a laboratory.",
            "Занятия посвящены отбору проб, калибровке и проверке данных; слушатели также работают "
            "в лаборатории.",
        ),
    ],
)

VOLUNTEERS = outline(
    Activity,
    "meeting-with-volunteers",
    Words("与环保志愿者座谈（示例）", "Meeting with volunteers (example)"),
    Words(
        "示例报道：听取志愿者对公众参与的建议。",
        "Example report: volunteers suggest how the public can take part.",
    ),
    date="2018-06-05",
    place=Words("北京", "Beijing"),
    topics=topics("participation", "waste"),
    body=[
        paragraph(
            "座谈会上，志愿者就垃圾分类、河流巡护和校园宣传提出建议。",
            "Volunteers made suggestions on sorting waste, patrolling rivers and raising "
            "awareness in schools.",
        ),
    ],
)

SAMPLE_LEADER = outline(
    Leader,
    "sample-leader",
    Words("示例人员", "Sample leader", "Образец страницы руководителя"),
    Words(
        "本页为示例，并非真实人物。",
        "This page is an example and does not describe a real person.",
        "Эта страница — образец и не рассказывает о реальном лице.",
    ),
    portrait=image("portrait"),
    posts=[
        {
            "name": Words("示例职务", "Sample post", "Должность-образец"),
            "since": "2018-03",
        },
        {
            "name": Words("曾任示例职务", "Former sample post", "Прежняя должность-образец"),
            "since": "2012",
            "until": "2018-02",
        },
    ],
    biography=[
        paragraph(
            "简历栏目按时间顺序列出学习和工作经历。本段文字仅用于说明版式。",
            "A biography gives education and career in chronological order. These lines only show "
            "the layout.",
            "В биографии в хронологическом порядке указывают учёбу и работу. Эти строки лишь "
            "показывают оформление.",
        ),
    ],
    children=[
        _activities(STATION_VISIT, TRAINING, VOLUNTEERS, OPENING_SPEECH, RIVER_SPEECH),
    ],
)

LEADERS = outline(
    LeaderIndex,
    "leaders",
    Words("部领导", "Leaders", "Руководство"),
    Words(
        "职务、简历和活动。",
        "Posts, biographies and activities.",
        "Должности, биографии и деятельность.",
    ),
    children=[HUANG_RUNQIU, ZHAO_YINGMIN, SAMPLE_LEADER],
)
