"""Guidance for the public."""

from mep_site.pages.models import SectionPage, StandardPage

from ..bodies import bullets, contact, download, heading, paragraph, picture, related, table
from ..outline import outline
from ..words import Words
from .offices import FECO_ADDRESS, FECO_NAME, FECO_TELEPHONE

REPORT_POLLUTION = outline(
    StandardPage,
    "report-pollution",
    Words("反映环境问题", "Report pollution", "Сообщить о загрязнении"),
    Words(
        "发现环境污染后，怎样说明情况、保留线索。",
        "What to say and what evidence to keep if you notice pollution.",
        "Что сообщить и какие свидетельства сохранить, если вы заметили загрязнение.",
    ),
    body=[
        paragraph(
            "请先向当地生态环境部门反映，他们能够最快到达现场。",
            "Contact the local environmental authority first: it can reach the site soonest.",
            "Сначала обратитесь в местное природоохранное ведомство: его сотрудники смогут "
            "приехать быстрее всех.",
        ),
        heading("请说明", "What to say", "Укажите"),
        bullets(
            Words("时间和地点；", "when and where;", "когда и где;"),
            Words(
                "看到、闻到或者听到了什么；",
                "what you saw, smelt or heard;",
                "что вы увидели, почувствовали или услышали;",
            ),
            Words("是否仍在持续。", "whether it is still going on.", "продолжается ли это."),
            numbered=True,
        ),
        heading("注意安全", "Stay safe", "Берегите себя"),
        paragraph(
            "不要接触不明液体和容器，不要进入生产场所。",
            "Do not touch unknown liquids or containers, and do not enter industrial sites.",
            "Не трогайте неизвестные жидкости и ёмкости и не заходите на территорию предприятий.",
        ),
    ],
)

AIR_QUALITY = outline(
    StandardPage,
    "air-quality-index",
    Words(
        "空气质量指数说明", "The air quality index explained", "Что такое индекс качества воздуха"
    ),
    Words(
        "空气质量六个级别的含义和出行建议。",
        "What its six levels mean and what to do at each.",
        "Что означают шесть уровней и как их учитывать.",
    ),
    body=[
        paragraph(
            "指数越大，污染越重。指数由各项污染物浓度换算得出，取其中的最高值。",
            "The higher the index, the more polluted the air. The concentration of each pollutant "
            "is converted to a value, and the highest value is the index.",
            "Чем выше индекс, тем сильнее загрязнён воздух. Концентрация каждого загрязняющего "
            "вещества пересчитывается в значение индекса, и берётся наибольшее из них.",
        ),
        table(
            Words("级别与建议", "Levels and advice", "Уровни и рекомендации"),
            [
                ("text", Words("指数", "Index", "Индекс")),
                ("text", Words("级别", "Level", "Уровень")),
                ("text", Words("建议", "Advice", "Рекомендация")),
            ],
            [
                Words("0—50", "0–50", "0–50"),
                Words("优", "excellent", "отлично"),
                Words("正常活动", "normal activities", "без ограничений"),
            ],
            [
                Words("51—100", "51–100", "51–100"),
                Words("良", "good", "хорошо"),
                Words(
                    "极少数敏感人群减少户外活动",
                    "very sensitive people: spend less time outdoors",
                    "особо чувствительным людям — реже бывать на улице",
                ),
            ],
            [
                Words("101—150", "101–150", "101–150"),
                Words("轻度污染", "light pollution", "слабое загрязнение"),
                Words(
                    "敏感人群减少长时间户外锻炼",
                    "sensitive people: less prolonged exercise outdoors",
                    "чувствительным людям — меньше длительных нагрузок на улице",
                ),
            ],
            [
                Words("151—200", "151–200", "151–200"),
                Words("中度污染", "moderate pollution", "умеренное загрязнение"),
                Words(
                    "减少户外锻炼", "less exercise outdoors", "меньше физических нагрузок на улице"
                ),
            ],
            [
                Words("201—300", "201–300", "201–300"),
                Words("重度污染", "heavy pollution", "сильное загрязнение"),
                Words(
                    "敏感人群留在室内",
                    "sensitive people: stay indoors",
                    "чувствительным людям — оставаться дома",
                ),
            ],
            [
                Words("300以上", "above 300", "более 300"),
                Words("严重污染", "severe pollution", "очень сильное загрязнение"),
                Words("避免户外活动", "avoid being outdoors", "избегать пребывания на улице"),
            ],
        ),
        picture("skyline"),
    ],
)

WETLAND_VISITS = outline(
    StandardPage,
    "visiting-wetlands",
    Words("文明游览湿地", "Visiting wetlands", "Как вести себя на водно-болотных угодьях"),
    Words(
        "观鸟和徒步时应当注意的事项。",
        "A few rules for birdwatchers and walkers.",
        "Несколько правил для наблюдения за птицами и прогулок.",
    ),
    body=[
        picture("wetland"),
        bullets(
            Words("沿步道行走；", "stay on the paths;", "не сходите с дорожек;"),
            Words("不投喂野生动物；", "do not feed wild animals;", "не кормите диких животных;"),
            Words("带走自己的垃圾。", "take your litter home.", "уносите мусор с собой."),
        ),
        paragraph(
            "繁殖季节部分区域封闭，请留意现场公告。",
            "Some areas are closed in the breeding season; please look out for notices.",
            "В период гнездования часть территории закрыта — следите за объявлениями.",
        ),
    ],
)

GLOSSARY = outline(
    StandardPage,
    "glossary",
    Words("术语对照", "Glossary", "Словарь терминов"),
    Words(
        "水环境监测常用术语的中文、英文和俄文对照。",
        "Common water monitoring terms in Chinese, English and Russian.",
        "Термины мониторинга водной среды на китайском, английском и русском языках.",
    ),
    body=[
        paragraph(
            "下载文件为表格格式，可用电子表格软件打开。",
            "The file is a table that can be opened in any spreadsheet program.",
            "Файл представляет собой таблицу и открывается в любом табличном редакторе.",
        ),
        paragraph(
            "如发现译名有误，欢迎来信指正。",
            ru="Если вы заметили ошибку в переводе термина, сообщите нам.",
        ),
        download("water-glossary.csv"),
    ],
)

SCHOOLS = outline(
    StandardPage,
    "schools",
    Words(
        "学校环境教育", "Environmental education in schools", "Экологическое просвещение в школах"
    ),
    Words(
        "供教师参考的课堂和户外活动建议。",
        "Ideas for teachers, in the classroom and outdoors.",
        "Идеи для учителей: в классе и на природе.",
    ),
    body=[
        paragraph(
            "环境教育可以从身边做起：测一测校园的噪声，数一数窗外的鸟。",
            "Start close to home: measure the noise in the playground, count the birds outside "
            "the window.",
            "Начните с того, что рядом: измерьте шум на школьном дворе, посчитайте птиц за окном.",
        ),
        heading("活动建议", "Activities", "Занятия"),
        bullets(
            Words(
                "绘制校园植物图；",
                "map the plants in the school grounds;",
                "составьте карту растений школьного двора;",
            ),
            Words(
                "记录一周用水量；",
                "record a week’s water use;",
                "запишите расход воды за неделю;",
            ),
            Words("参观监测站。", "visit a monitoring station.", "посетите станцию мониторинга."),
        ),
        picture("laboratory"),
    ],
)

VOLUNTEERS = outline(
    StandardPage,
    "volunteers",
    Words("志愿服务", "Volunteering", "Волонтёрство"),
    Words(
        "河流巡护、宣传讲解和数据记录。",
        "Patrolling rivers, explaining and recording data.",
        "Обход речных берегов, просветительские беседы, сбор данных.",
    ),
    body=[
        paragraph(
            "志愿者是公众与监测机构之间的桥梁。参加活动前须接受简短培训。",
            "Volunteers are a link between the public and the monitoring stations. There is a "
            "short training course before you begin.",
            "Волонтёры — связующее звено между жителями и службами мониторинга. Перед началом "
            "работы проводится короткое обучение.",
        ),
        contact(FECO_NAME, FECO_ADDRESS, FECO_TELEPHONE),
        related("about/institutions/beijing-communication-center"),
    ],
)

CLIMATE_LESSON = outline(
    StandardPage,
    "energy-at-home",
    Words("家庭节能小贴士", "Saving energy at home"),
    Words("从照明、供暖和出行做起。", "Start with lighting, heating and travel."),
    body=[
        picture("wind"),
        bullets(
            Words(
                "随手关灯，选用节能灯具；", "switch off lights and choose energy-efficient ones;"
            ),
            Words("合理设定室温；", "set a sensible temperature;"),
            Words("短途步行或骑车。", "walk or cycle short distances."),
        ),
    ],
)

EDUCATION = outline(
    SectionPage,
    "education",
    Words("环境教育", "Environmental education", "Экологическое просвещение"),
    Words(
        "面向学校、家庭和志愿者。",
        "For schools, families and volunteers.",
        "Для школ, семей и волонтёров.",
    ),
    body=[
        paragraph(
            "了解环境，是保护环境的第一步。",
            "Understanding the environment is the first step towards protecting it.",
            "Знать природу — первый шаг к её охране.",
        ),
    ],
    children=[SCHOOLS, VOLUNTEERS, CLIMATE_LESSON],
)

INFORMATION = outline(
    StandardPage,
    "ask-for-information",
    Words("申请政府信息公开", "Ask for information", "Запросить информацию"),
    Words(
        "怎样申请公开环境信息，多长时间答复。",
        "How to ask for information about the environment, and when to expect an answer.",
        "Как запросить экологическую информацию и когда ждать ответа.",
    ),
    body=[
        paragraph(
            "申请请写明所需信息的名称或者特征、希望获取的方式，以及申请人的联系方式。",
            "Please say what information you would like, in what form you want to receive it and "
            "how we can contact you.",
            "Укажите, какая информация вам нужна, в каком виде вы хотите её получить и как с вами "
            "связаться.",
        ),
        paragraph(
            "一般在二十个工作日内答复；需要延长答复期限的，将告知申请人。",
            "You will usually get an answer within twenty working days. If it takes longer, we "
            "will tell you why.",
            "Обычно ответ приходит в течение двадцати рабочих дней; если нужно больше времени, "
            "вам сообщат о причинах.",
        ),
    ],
)

PERMITS = outline(
    StandardPage,
    "permits",
    Words("办理许可", "Permits", "Разрешения"),
    Words(
        "排污许可、环境影响评价等事项的办理顺序。",
        "The order in which to apply for discharge permits, environmental impact assessments and "
        "the like.",
        "Порядок оформления: разрешения на сбросы и выбросы, оценка воздействия на окружающую "
        "среду.",
    ),
    body=[
        paragraph(
            "先确认项目的管理类别，再准备申请材料，最后向项目所在地的主管部门提交。",
            "First find out which category your project belongs to, then prepare the documents, "
            "and finally apply to the local authority.",
            "Сначала определите категорию проекта, затем подготовьте документы и подайте их в "
            "уполномоченный орган по месту нахождения объекта.",
        ),
        bullets(
            Words("项目说明；", "a description of the project;", "описание проекта;"),
            Words(
                "环境影响评价文件；",
                "the environmental impact assessment;",
                "материалы оценки воздействия на окружающую среду;",
            ),
            Words("监测方案。", "a monitoring plan.", "программа мониторинга."),
            numbered=True,
        ),
    ],
)

SERVICES = outline(
    SectionPage,
    "services",
    Words("公众服务", "Services", "Услуги"),
    Words(
        "面向公众的指南和环境教育资料。",
        "Guidance for the public and environmental education.",
        "Рекомендации для населения и просветительские материалы.",
    ),
    in_menu=True,
    body=[
        paragraph(
            "本栏目汇集日常生活中常用的环境知识和办事提示。",
            "Useful information about the environment and practical advice for everyday life.",
            "Здесь собраны сведения об окружающей среде и практические советы, полезные в "
            "повседневной жизни.",
        ),
    ],
    children=[
        REPORT_POLLUTION,
        AIR_QUALITY,
        WETLAND_VISITS,
        GLOSSARY,
        EDUCATION,
        INFORMATION,
        PERMITS,
    ],
)
