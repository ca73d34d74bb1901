"""The departments of the ministry."""

from departments.models import Department, DepartmentIndex

from ..bodies import Block, bullets, paragraph
from ..library import page_at
from ..outline import Outline, outline
from ..words import Words
from .offices import FECO_CONTACT_POINT, FECO_NAME

IN_CHARGE = page_at("about/leaders/sample-leader")

INTERNATIONAL_COOPERATION = outline(
    Department,
    "international-cooperation",
    Words(
        "国际合作司",
        "Department of International Cooperation",
        "Департамент международного сотрудничества",
    ),
    Words(
        "归口管理生态环境国际合作与交流。",
        "Coordinates the ministry’s international cooperation and exchanges.",
        "Координирует международное сотрудничество и обмены министерства.",
    ),
    led_by=IN_CHARGE,
    functions=[
        paragraph(
            "本司统一管理生态环境领域的对外合作与交流，维护国家环境权益，"
            "组织国际公约和合作文件的谈判与履行。",
            "The department coordinates foreign relations in environmental matters, protects the "
            "country’s environmental interests and organises the negotiation and implementation of "
            "conventions and cooperation agreements.",
            "Департамент координирует внешние связи в области охраны окружающей среды, защищает "
            "экологические интересы страны, организует переговоры по конвенциям и соглашениям и "
            "выполнение этих документов.",
        ),
        bullets(
            Words(
                "拟订国际合作政策和规章，监督执行；",
                "drafts policies and rules on international cooperation and oversees their "
                "implementation;",
                "разрабатывает политику и правила международного сотрудничества и следит за их "
                "выполнением;",
            ),
            Words(
                "组织双边和多边环境合作；",
                "organises bilateral and multilateral cooperation;",
                "организует двустороннее и многостороннее сотрудничество;",
            ),
            Words(
                "编制外事活动和履约预算；",
                "prepares budgets for activities abroad and for implementing conventions;",
                "составляет сметы международной деятельности и выполнения конвенций;",
            ),
            Words(
                "联系联合国和其他国际组织；",
                "liaises with the United Nations and other international organisations;",
                "поддерживает связи с ООН и другими международными организациями;",
            ),
            Words(
                "承担核与辐射安全国际合作。",
                "is in charge of cooperation on nuclear and radiation safety.",
                "отвечает за сотрудничество в области ядерной и радиационной безопасности.",
            ),
        ),
    ],
    divisions=[
        {"name": Words("综合处", "Division of General Affairs", "Отдел общих вопросов")},
        {
            "name": Words(
                "国际组织与公约处",
                "Division of International Organizations and Conventions",
                "Отдел международных организаций и конвенций",
            )
        },
        {"name": Words("亚洲处", "Division of Asian Affairs", "Отдел стран Азии")},
        {"name": Words("欧洲处", "Division of European Affairs", "Отдел стран Европы")},
        {
            "name": Words(
                "美洲大洋洲处",
                "Division of American and Oceanian Affairs",
                "Отдел стран Америки и Океании",
            ),
            "alternative_name": Words(
                "西亚非洲处",
                "Division of West Asian and African Affairs",
                "Отдел стран Западной Азии и Африки",
            ),
        },
        {
            "name": Words(
                "核安全国际合作处",
                "Division of International Cooperation on Nuclear Safety",
                "Отдел международного сотрудничества по ядерной безопасности",
            )
        },
    ],
    contact_points=[{"office": FECO_NAME, **FECO_CONTACT_POINT}],
)


def _department(
    slug: str, title: Words, summary: Words, functions: list[Block], *divisions: Words
) -> Outline:
    return outline(
        Department,
        slug,
        title,
        summary,
        led_by=IN_CHARGE if slug in {"water", "monitoring"} else None,
        functions=functions,
        divisions=[{"name": name} for name in divisions],
    )


WATER = _department(
    "water",
    Words(
        "水生态环境司",
        "Department of Water Ecology and Environment",
        "Департамент охраны водной среды",
    ),
    Words(
        "负责地表水生态环境监督管理。",
        "Oversees the protection of rivers, lakes and reservoirs.",
        "Отвечает за охрану рек, озёр и водохранилищ и контроль их состояния.",
    ),
    [
        paragraph(
            "本司负责全国地表水生态环境监管，组织划定水环境控制单元，会同有关部门保护饮用水水源。",
            "The department oversees surface waters throughout the country, arranges for river "
            "basins to be divided into management units and, with other authorities, protects "
            "sources of drinking water.",
            "Департамент контролирует состояние поверхностных вод по всей стране, организует "
            "деление бассейнов на участки контроля и вместе с другими ведомствами обеспечивает "
            "охрану источников питьевой воды.",
        ),
        bullets(
            Words(
                "拟订流域保护规划；",
                "draws up river basin protection plans;",
                "разрабатывает планы охраны речных бассейнов;",
            ),
            Words(
                "监督入河排污口；",
                "oversees wastewater outlets into rivers;",
                "контролирует выпуски сточных вод;",
            ),
            Words(
                "指导湖泊和湿地修复。",
                "provides guidance on restoring lakes and wetlands.",
                "направляет работу по восстановлению озёр и водно-болотных угодий.",
            ),
        ),
    ],
    Words("流域一处", "First River Basin Division", "Первый отдел речных бассейнов"),
    Words("流域二处", "Second River Basin Division", "Второй отдел речных бассейнов"),
    Words("水源保护处", "Division of Water Sources", "Отдел охраны источников воды"),
)

AIR = _department(
    "air",
    Words(
        "大气环境司",
        "Department of Atmospheric Environment",
        "Департамент охраны атмосферного воздуха",
    ),
    Words(
        "负责大气污染防治的监督管理。",
        "Oversees the prevention and control of air pollution.",
        "Отвечает за предотвращение загрязнения воздуха и борьбу с ним.",
    ),
    [
        paragraph(
            "本司组织拟订空气质量改善目标和措施，协调相邻地区在不利气象条件下开展联防联控。",
            "The department prepares targets and measures for improving air quality and "
            "coordinates joint action by neighbouring regions when the weather traps pollution.",
            "Департамент готовит цели и меры по улучшению качества воздуха и координирует "
            "совместные действия соседних регионов при неблагоприятных метеоусловиях.",
        ),
        bullets(
            Words(
                "管理固定源和移动源排放；",
                "manages emissions from stationary and mobile sources;",
                "занимается выбросами предприятий и транспорта;",
            ),
            Words(
                "组织空气质量预报会商；",
                "organises consultations on air quality forecasts;",
                "организует обсуждение прогнозов качества воздуха;",
            ),
            Words(
                "指导噪声、恶臭污染防治。",
                "provides guidance on controlling noise and odours.",
                "даёт рекомендации по борьбе с шумом и неприятными запахами.",
            ),
        ),
    ],
    Words("区域协调处", "Division of Regional Coordination", "Отдел региональной координации"),
    Words("固定源处", "Division of Stationary Sources", "Отдел стационарных источников"),
    Words("移动源处", "Division of Mobile Sources", "Отдел передвижных источников"),
)

SOIL = _department(
    "soil",
    Words(
        "土壤生态环境司", "Department of Soil Ecology and Environment", "Департамент охраны почв"
    ),
    Words(
        "负责土壤、地下水和农村生态环境监督管理。",
        "Oversees the protection of soil, groundwater and the rural environment.",
        "Отвечает за охрану почв, подземных вод и окружающей среды в сельской местности.",
    ),
    [
        paragraph(
            "本司组织土壤状况调查，监督污染地块的风险管控和修复，指导农村污水和垃圾治理。",
            "The department organises soil surveys, oversees risk control and remediation of "
            "contaminated land, and provides guidance on treating rural wastewater and waste.",
            "Департамент организует обследование почв, контролирует снижение рисков и "
            "восстановление загрязнённых участков, помогает сельским районам в очистке сточных "
            "вод и обращении с отходами.",
        ),
    ],
    Words("土壤处", "Division of Soil", "Отдел почв"),
    Words("地下水处", "Division of Groundwater", "Отдел подземных вод"),
    Words("农村处", "Division of Rural Areas", "Отдел сельских территорий"),
)

MONITORING = _department(
    "monitoring",
    Words(
        "生态环境监测司",
        "Department of Ecological and Environmental Monitoring",
        "Департамент экологического мониторинга",
    ),
    Words(
        "负责监测网络、数据质量和信息发布。",
        "Responsible for the monitoring network, data quality and the publication of results.",
        "Отвечает за сеть наблюдений, качество данных и их публикацию.",
    ),
    [
        paragraph(
            "本司规划监测网络，制定监测规范，核查数据质量，并按时向公众发布结果。",
            "The department plans the monitoring network, sets monitoring standards, checks the "
            "quality of data and publishes the results on time.",
            "Департамент планирует сеть, устанавливает правила измерений, проверяет данные и "
            "своевременно публикует результаты.",
        ),
        bullets(
            Words(
                "空气、水、土壤和噪声监测；",
                "monitoring of air, water, soil and noise;",
                "мониторинг воздуха, воды, почв и шума;",
            ),
            Words(
                "监测机构的质量监督；",
                "quality supervision of laboratories and stations;",
                "контроль качества работы лабораторий и станций;",
            ),
            Words(
                "应急监测。",
                "monitoring in emergencies.",
                "мониторинг в чрезвычайных ситуациях.",
            ),
        ),
    ],
    Words("网络处", "Division of Networks", "Отдел сетей наблюдения"),
    Words("质量处", "Division of Quality", "Отдел качества данных"),
    Words("信息发布处", "Division of Publication", "Отдел публикации данных"),
)

NATURE = _department(
    "nature",
    Words(
        "自然生态保护司",
        "Department of Nature and Ecology Conservation",
        "Департамент охраны природы",
    ),
    Words(
        "负责生物多样性保护和自然保护地监督。",
        "Oversees the conservation of biodiversity and protected areas.",
        "Отвечает за сохранение биоразнообразия и контроль охраняемых природных территорий.",
    ),
    [
        paragraph(
            "本司承担自然保护地、生态保护红线相关监管工作，组织开展生物多样性调查和评估。",
            "The department oversees protected areas and ecological red lines, and organises "
            "surveys and assessments of biodiversity.",
            "Департамент контролирует охраняемые природные территории и соблюдение экологических "
            "«красных линий», организует обследование и оценку биоразнообразия.",
        ),
    ],
    Words("保护地处", "Division of Protected Areas", "Отдел охраняемых природных территорий"),
    Words("生物多样性处", "Division of Biodiversity", "Отдел биоразнообразия"),
)

LAW = _department(
    "law-and-standards",
    Words("法规与标准司", "Department of Laws and Standards"),
    Words(
        "起草法规和标准，解答适用问题。", "Drafts laws and standards and explains how they apply."
    ),
    [
        paragraph(
            "本司起草生态环境法律法规草案和部门规章，组织制定、修订环境质量标准和排放标准。",
            "The department drafts laws and regulations, and organises the preparation and "
            "revision of environmental quality and emission standards.",
        ),
    ],
    Words("法规处", "Division of Legislation"),
    Words("标准处", "Division of Standards"),
)

DEPARTMENTS = outline(
    DepartmentIndex,
    "departments",
    Words("内设机构", "Departments", "Департаменты"),
    Words(
        "各司的主要职责和内设处室。",
        "What the departments do and how they are organised.",
        "Функции департаментов и их отделы.",
    ),
    children=[INTERNATIONAL_COOPERATION, WATER, AIR, SOIL, MONITORING, NATURE, LAW],
)
