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
        "Runs international cooperation projects and handles day-to-day environmental work with "
        "the SCO.",
        "Ведёт проекты международного сотрудничества и повседневную работу по линии ШОС.",
    ),
    abbreviation=Words("对外合作中心", "FECO, CSEC", "FECO, CSEC"),
    supervisor=MINISTRY,
    duties=[
        paragraph(
            "中心为生态环境国际合作提供技术支持，加挂中国—上海合作组织环境保护合作中心牌子；"
            "该中心于2014年6月在北京揭牌。",
            "The centre provides technical support for international environmental cooperation. "
            "It is also the China Center for SCO Environmental Cooperation, which opened in "
            "Beijing in June 2014.",
            "Центр оказывает техническую поддержку международному сотрудничеству и носит второе "
            "название — Китайский центр по сотрудничеству ШОС в сфере охраны окружающей среды, "
            "открытый в Пекине в июне 2014 года.",
        ),
        bullets(
            Words(
                "为多边和双边会议提供秘书处服务；",
                "acts as the secretariat for multilateral and bilateral meetings;",
                "выполняет функции секретариата на многосторонних и двусторонних совещаниях;",
            ),
            Words(
                "管理国际合作项目。",
                "manages international cooperation projects.",
                "управляет проектами международного сотрудничества.",
            ),
        ),
    ],
    tasks=[
        {
            "text": Words(
                "运行上合组织环保信息共享平台。",
                "Run the SCO environmental information platform.",
                "Обеспечивать работу платформы ШОС по обмену экологической информацией.",
            )
        },
        {
            "text": Words(
                "筹备中俄、中哈合作机制下的会议。",
                "Prepare meetings under the mechanisms of cooperation with Russia and Kazakhstan.",
                "Готовить заседания в рамках сотрудничества с Россией и Казахстаном.",
            )
        },
        {
            "text": Words(
                "组织研讨和培训。",
                "Organise seminars and training courses.",
                "Организовывать семинары и учебные курсы.",
            )
        },
    ],
    units=[
        {
            "name": Words("综合处（示例）", "General office (example)", "Общий отдел (образец)"),
            "duties": Words(
                "会务、文件和对外联络。",
                "Meetings, documents and external relations.",
                "Проведение встреч, документация и внешние связи.",
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
                "Plan public campaigns, work with volunteers and community organisations, and "
                "support green schools and neighbourhoods.",
                "Готовить общественные акции, работать с волонтёрами и общественными "
                "организациями, поддерживать «зелёные» школы и кварталы.",
            )
        },
        {
            "text": Words(
                "办好环保网站，编写科普读物。",
                "Run a website on the environment and publish popular science books.",
                "Вести экологический сайт и издавать научно-популярную литературу.",
            )
        },
        {
            "text": Words(
                "制作环境影视节目，与电视台合作播报空气质量。",
                "Produce environmental films and programmes and, with the city’s television "
                "stations, air quality reports.",
                "Выпускать экологические фильмы и программы и вместе с городским телевидением "
                "готовить сводки о качестве воздуха.",
            )
        },
    ],
    units=[
        {
            "name": Words("办公室", "Administration Office", "Канцелярия"),
            "duties": Words(
                "人事、财务、文书和档案。",
                "Personnel, finance, documents and archives.",
                "Кадры, финансы, делопроизводство и архив.",
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
                "Website, research and training.",
                "Сайт, исследования и обучение.",
            ),
        },
        {
            "name": Words("影视部", "Film and Television Department", "Отдел кино- и телепрограмм"),
            "duties": Words("节目制作。", "Programme production.", "Производство программ."),
        },
        {
            "name": Words("保卫部", "Security Department", "Отдел безопасности"),
            "duties": Words(
                "安全、车辆和会务保障。",
                "Security, vehicles and event support.",
                "Безопасность, транспорт и обеспечение мероприятий.",
            ),
        },
        {
            "name": Words("保障部", "Support Services Department", "Отдел обеспечения"),
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
        "Example institution: compares monitoring methods and trains analysts.",
    ),
    supervisor=MINISTRY,
    duties=[
        paragraph(
            "本页为示例，用于展示直属单位页面如何介绍职责、任务和内设部门。",
            "This page is an example. It shows how the duties, tasks and units of an institution "
            "are presented.",
        ),
    ],
    tasks=[{"text": Words("组织实验室间比对。", "Organise inter-laboratory comparisons.")}],
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
        "Bodies that provide technical support for environmental work.",
        "Учреждения, оказывающие техническую поддержку природоохранной работе.",
    ),
    children=[FECO, BEIJING_CENTER, LABORATORY],
)
