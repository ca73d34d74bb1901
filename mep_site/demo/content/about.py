"""The section about the ministry."""

from mep_site.pages.models import SectionPage, StandardPage
from news.models import ActivityOverview

from ..bodies import bullets, heading, paragraph, picture, related
from ..outline import outline
from ..words import Words
from .departments import DEPARTMENTS
from .institutions import INSTITUTIONS
from .leaders import LEADERS

RESPONSIBILITIES = outline(
    StandardPage,
    "responsibilities",
    Words("主要职责", "Responsibilities", "Основные функции"),
    Words(
        "生态环境部的主要职责和工作领域。",
        "What the ministry is responsible for and the fields it works in.",
        "За что отвечает министерство и как оно работает.",
    ),
    body=[
        paragraph(
            "生态环境部拟订生态环境政策、规划和标准并监督实施，统一组织监测和信息发布。",
            "The ministry draws up environmental policies, plans and standards and sees that they "
            "are carried out. It organises monitoring and publishes the results.",
            "Министерство разрабатывает природоохранную политику, планы и нормативы и следит за "
            "их выполнением, организует мониторинг и публикует его результаты.",
        ),
        heading("工作领域", "Fields of work", "Направления работы"),
        bullets(
            Words(
                "大气、水和土壤污染防治；",
                "preventing air, water and soil pollution;",
                "предотвращение загрязнения воздуха, воды и почв;",
            ),
            Words(
                "自然生态和生物多样性保护；",
                "nature conservation and biodiversity;",
                "охрана природы и биоразнообразия;",
            ),
            Words(
                "核与辐射安全监督管理；",
                "nuclear and radiation safety;",
                "ядерная и радиационная безопасность;",
            ),
            Words(
                "国际环境合作。",
                "international cooperation.",
                "международное сотрудничество.",
            ),
        ),
        picture(
            "station",
            Words(
                "自动监测站为管理决策提供数据（示意画）",
                "Automatic stations provide data for decision-making (drawing)",
                "Данные автоматических станций служат основой для решений (рисунок)",
            ),
        ),
        related("about/departments", "about/institutions"),
    ],
)

ACTIVITIES = outline(
    ActivityOverview,
    "activities",
    Words("部领导活动", "Leaders’ activities", "Деятельность руководства"),
    Words(
        "部领导出席的会议、调研和其他活动。",
        "Meetings, visits and other activities of the ministry’s leaders.",
        "Встречи, поездки и другие мероприятия с участием руководства.",
    ),
)

ABOUT = outline(
    SectionPage,
    "about",
    Words("部门概况", "About the ministry", "О министерстве"),
    Words(
        "职责、领导、内设机构和直属单位。",
        "Responsibilities, leaders, departments and subordinate institutions.",
        "Функции, руководство, департаменты и подведомственные учреждения.",
    ),
    in_menu=True,
    body=[
        paragraph(
            "本栏目介绍生态环境部的职责分工。各司局和直属单位的页面列有内设机构和联系方式。",
            "This section shows who does what in the ministry. The pages of departments and "
            "institutions give their divisions and contact details.",
            "Здесь показано, кто за что отвечает в министерстве. На страницах департаментов и "
            "учреждений указаны их отделы и контакты.",
        ),
    ],
    children=[RESPONSIBILITIES, LEADERS, ACTIVITIES, DEPARTMENTS, INSTITUTIONS],
)
