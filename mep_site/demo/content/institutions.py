"""Subordinate institutions."""

from departments.models import Institution, InstitutionIndex

from ..bodies import bullets, paragraph
from ..outline import outline
from ..words import Words
from .offices import (
    BEIJING_CENTER_CONTACT_POINT,
    BEIJING_CENTER_NAME,
    FECO_CONTACT_POINT,
    MINISTRY,
)

FECO = outline(
    Institution,
    "feco",
    Words(
        "生态环境部对外合作与交流中心（中国—上海合作组织环境保护合作中心）",
        "Foreign Environmental Cooperation Center (China Center for SCO Environmental Cooperation)",
        "Центр по международному природоохранному сотрудничеству (Китайский центр по "
        "сотрудничеству ШОС в сфере охраны окружающей среды)",
    ),
    Words(
        "承担国际环境合作项目和上合组织环保合作的日常工作。",
        "Runs projects of international cooperation and the daily work with the SCO.",
        "Ведёт проекты международного сотрудничества и повседневную работу по линии ШОС.",
    ),
    abbreviation=Words("对外合作中心", "FECO, CSEC", "FECO, CSEC"),
    supervisor=MINISTRY,
    duties=[
        paragraph(
            "中心为生态环境国际合作提供技术支持，以两块牌子开展工作；"
            "上合组织环保合作中心于2014年6月在北京揭牌。",
            "The centre gives technical support to international cooperation and works under two "
            "names; the one for the SCO was added in Beijing in June 2014.",
            "Центр оказывает техническую поддержку международному сотрудничеству и работает под "
            "двумя названиями; второе, по линии ШОС, получено в Пекине в июне 2014 года.",
        ),
        bullets(
            Words(
                "为多边和双边会议提供秘书处服务；",
                "acts as secretariat for multilateral and bilateral meetings;",
                "выполняет функции секретариата многосторонних и двусторонних встреч;",
            ),
            Words(
                "管理国际合作项目。",
                "manages projects of international cooperation.",
                "управляет проектами международного сотрудничества.",
            ),
        ),
    ],
    tasks=[
        {
            "text": Words(
                "运行上合组织环保信息共享平台。",
                "Run the SCO information platform on the environment.",
                "Обеспечивать работу платформы ШОС по обмену экологической информацией.",
            )
        },
        {
            "text": Words(
                "筹备中俄、中哈合作机制下的会议。",
                "Prepare the meetings held with Russia and with Kazakhstan.",
                "Готовить встречи по линии сотрудничества с Россией и Казахстаном.",
            )
        },
        {
            "text": Words(
                "组织研讨和培训。",
                "Organise seminars and training courses.",
                "Организовывать семинары и обучение.",
            )
        },
    ],
    units=[
        {
            "name": Words("综合处（示例）", "General office (example)", "Общий отдел (образец)"),
            "duties": Words(
                "会务、文件和对外联络。",
                "Meetings, papers and contacts.",
                "Встречи, документы и связи.",
            ),
        },
        {
            "name": Words(
                "信息处（示例）", "Information office (example)", "Отдел информации (образец)"
            ),
            "duties": Words(
                "信息平台和出版物。",
                "Information platform and publications.",
                "Информационная платформа и издания.",
            ),
        },
    ],
    contact_points=[FECO_CONTACT_POINT],
)

BEIJING_CENTER = outline(
    Institution,
    "beijing-communication-center",
    BEIJING_CENTER_NAME,
    Words(
        "面向公众和学校开展环境宣传教育。",
        "Informs the public and schools about the environment.",
        "Занимается экологическим просвещением населения и школ.",
    ),
    supervisor=Words(
        "北京市环境保护局",
        "Beijing Municipal Environmental Protection Bureau",
        "Пекинское городское управление охраны окружающей среды",
    ),
    duties=[
        paragraph(
            "中心普及环境知识，引导公众参与，为首都的环境保护营造良好氛围。",
            "The centre spreads knowledge about the environment and encourages the people of "
            "Beijing to take part in protecting it.",
            "Центр распространяет знания об окружающей среде и привлекает жителей Пекина к её "
            "охране.",
        ),
    ],
    tasks=[
        {
            "text": Words(
                "策划公益活动，联系志愿者和社会组织，支持绿色学校和绿色社区。",
                "Plan public campaigns, work with volunteers and associations, and support green "
                "schools and neighbourhoods.",
                "Готовить общественные акции, работать с волонтёрами и организациями, "
                "поддерживать «зелёные» школы и кварталы.",
            )
        },
        {
            "text": Words(
                "办好环保网站，编写科普读物。",
                "Keep a website on the environment and publish popular books.",
                "Вести экологический сайт и издавать научно-популярную литературу.",
            )
        },
        {
            "text": Words(
                "制作环境影视节目，与电视台合作播报空气质量。",
                "Produce films and, with the city’s television, the report on air quality.",
                "Снимать фильмы и вместе с городским телевидением готовить сводки о качестве "
                "воздуха.",
            )
        },
    ],
    units=[
        {
            "name": Words("办公室", "Administration Office", "Канцелярия"),
            "duties": Words(
                "人事、财务、文书和档案。",
                "Staff, finance, papers and archives.",
                "Кадры, финансы, документы и архив.",
            ),
        },
        {
            "name": Words(
                "社会教育部", "Social Education Department", "Отдел общественного просвещения"
            ),
            "duties": Words(
                "公众活动和学校教育。",
                "Public events and work with schools.",
                "Общественные мероприятия и работа со школами.",
            ),
        },
        {
            "name": Words("信息部", "Information Department", "Отдел информации"),
            "duties": Words(
                "网站、调研和培训。",
                "Website, studies and training.",
                "Сайт, исследования и обучение.",
            ),
        },
        {
            "name": Words(
                "影视部", "Films and TV Programs Department", "Отдел кино- и телепрограмм"
            ),
            "duties": Words("节目制作。", "Production of programmes.", "Производство программ."),
        },
        {
            "name": Words("保卫部", "Security Department", "Отдел безопасности"),
            "duties": Words(
                "安全、车辆和会务保障。",
                "Security, vehicles and support of events.",
                "Безопасность, транспорт и обеспечение мероприятий.",
            ),
        },
        {
            "name": Words("保障部", "Guarantee Department", "Отдел обеспечения"),
            "duties": Words(
                "水电、设备和资产管理。",
                "Utilities, equipment and property.",
                "Коммунальные сети, оборудование и имущество.",
            ),
        },
    ],
    contact_points=[BEIJING_CENTER_CONTACT_POINT],
)

LABORATORY = outline(
    Institution,
    "reference-laboratory",
    Words("环境监测参考实验室（示例）", "Reference laboratory for monitoring (example)"),
    Words(
        "示例机构：比对监测方法，培训化验人员。",
        "An example of an institution: compares methods of measuring and trains analysts.",
    ),
    supervisor=MINISTRY,
    duties=[
        paragraph(
            "本页为示例，展示下属机构页面如何说明职责、任务和部门。",
            "This page is an example. It shows how the duties, tasks and units of an institution "
            "are presented.",
        ),
    ],
    tasks=[{"text": Words("组织实验室间比对。", "Organise comparisons between laboratories.")}],
    units=[
        {
            "name": Words("水质室", "Water unit"),
            "duties": Words("水样分析。", "Analysis of water samples."),
        }
    ],
)

INSTITUTIONS = outline(
    InstitutionIndex,
    "institutions",
    Words("直属单位", "Subordinate institutions", "Подведомственные учреждения"),
    Words(
        "为生态环境工作提供技术支持的单位。",
        "Bodies that give technical support to environmental work.",
        "Учреждения, оказывающие техническую поддержку.",
    ),
    children=[FECO, BEIJING_CENTER, LABORATORY],
)
