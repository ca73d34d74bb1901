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
        "Coordinates the ministry’s international cooperation and exchange.",
        "Координирует международное сотрудничество и обмен министерства.",
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
            "экологические интересы страны и организует переговоры по конвенциям и соглашениям и "
            "их выполнение.",
        ),
        bullets(
            Words(
                "拟订国际合作政策和规章，监督执行；",
                "drafts policy and rules on international cooperation and oversees them;",
                "разрабатывает политику и правила сотрудничества и следит за их выполнением;",
            ),
            Words(
                "组织双边和多边环境合作；",
                "organises bilateral and multilateral cooperation;",
                "организует двустороннее и многостороннее сотрудничество;",
            ),
            Words(
                "编制外事活动和履约预算；",
                "prepares budgets for foreign activities and for conventions;",
                "готовит бюджет внешней деятельности и выполнения конвенций;",
            ),
            Words(
                "联系联合国和其他国际组织；",
                "keeps in touch with the United Nations and other international organisations;",
                "поддерживает связи с ООН и другими международными организациями;",
            ),
            Words(
                "承担核与辐射安全国际合作。",
                "is in charge of cooperation on nuclear and radiation safety.",
                "отвечает за сотрудничество по ядерной и радиационной безопасности.",
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
    Words("水生态环境司", "Department of Water", "Департамент водной среды"),
    Words(
        "负责地表水生态环境监督管理。",
        "Supervises the quality of rivers, lakes and reservoirs.",
        "Осуществляет надзор за состоянием рек, озёр и водохранилищ.",
    ),
    [
        paragraph(
            "本司负责全国地表水生态环境监管，组织划定水环境控制单元，会同有关部门保护饮用水水源。",
            "The department supervises surface waters, divides river basins into units of "
            "management and, with other authorities, protects sources of drinking water.",
            "Департамент осуществляет надзор за поверхностными водами, делит бассейны на единицы "
            "управления и вместе с другими ведомствами охраняет источники питьевой воды.",
        ),
        bullets(
            Words(
                "拟订流域保护规划；",
                "draws up plans for river basins;",
                "составляет планы охраны речных бассейнов;",
            ),
            Words(
                "监督入河排污口；",
                "oversees outlets into rivers;",
                "контролирует выпуски сточных вод;",
            ),
            Words(
                "指导湖泊和湿地修复。",
                "advises on restoring lakes and wetlands.",
                "содействует восстановлению озёр и водно-болотных угодий.",
            ),
        ),
    ],
    Words("流域一处", "First River Basin Division", "Первый отдел речных бассейнов"),
    Words("流域二处", "Second River Basin Division", "Второй отдел речных бассейнов"),
    Words("水源保护处", "Division of Water Sources", "Отдел охраны источников воды"),
)

AIR = _department(
    "air",
    Words("大气环境司", "Department of Air", "Департамент атмосферного воздуха"),
    Words(
        "负责大气污染防治的监督管理。",
        "Supervises the prevention and control of air pollution.",
        "Осуществляет надзор за предотвращением загрязнения воздуха.",
    ),
    [
        paragraph(
            "本司组织拟订空气质量改善目标和措施，协调相邻地区在不利气象条件下联合应对。",
            "The department prepares targets and measures for better air and coordinates "
            "neighbouring regions when the weather holds pollution in place.",
            "Департамент готовит цели и меры по улучшению качества воздуха и координирует соседние "
            "регионы при неблагоприятных метеоусловиях.",
        ),
        bullets(
            Words(
                "管理固定源和移动源排放；",
                "deals with emissions from plants and from vehicles;",
                "занимается выбросами предприятий и транспорта;",
            ),
            Words(
                "组织空气质量预报会商；",
                "consults on air quality forecasts;",
                "проводит консультации по прогнозам качества воздуха;",
            ),
            Words(
                "指导噪声和异味管理。",
                "advises on noise and odours.",
                "даёт рекомендации по шуму и запахам.",
            ),
        ),
    ],
    Words("区域协调处", "Division of Regional Coordination", "Отдел региональной координации"),
    Words("固定源处", "Division of Stationary Sources", "Отдел стационарных источников"),
    Words("移动源处", "Division of Mobile Sources", "Отдел передвижных источников"),
)

SOIL = _department(
    "soil",
    Words("土壤生态环境司", "Department of Soil", "Департамент почв"),
    Words(
        "负责土壤、地下水和农村生态环境监督管理。",
        "Supervises soil, groundwater and the rural environment.",
        "Осуществляет надзор за почвами, подземными водами и сельской средой.",
    ),
    [
        paragraph(
            "本司组织土壤状况调查，监督污染地块的风险管控和修复，指导农村污水和垃圾治理。",
            "The department organises soil surveys, oversees the control and clean-up of polluted "
            "land, and advises villages on waste water and waste.",
            "Департамент организует обследования почв, контролирует очистку загрязнённых участков "
            "и помогает сельским районам в обращении со сточными водами и отходами.",
        ),
    ],
    Words("土壤处", "Division of Soil", "Отдел почв"),
    Words("地下水处", "Division of Groundwater", "Отдел подземных вод"),
    Words("农村处", "Division of Rural Areas", "Отдел сельских территорий"),
)

MONITORING = _department(
    "monitoring",
    Words("生态环境监测司", "Department of Monitoring", "Департамент экологического мониторинга"),
    Words(
        "负责监测网络、数据质量和信息发布。",
        "Responsible for the monitoring network, the quality of data and their publication.",
        "Отвечает за сеть наблюдений, качество данных и их публикацию.",
    ),
    [
        paragraph(
            "本司规划监测网络，制定监测规范，核查数据质量，并按时向公众发布结果。",
            "The department plans the network, sets the rules for measuring, checks the data and "
            "publishes results on time.",
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
                "supervision of laboratories and stations;",
                "надзор за лабораториями и станциями;",
            ),
            Words(
                "应急监测。",
                "measurements in emergencies.",
                "измерения в чрезвычайных ситуациях.",
            ),
        ),
    ],
    Words("网络处", "Division of Networks", "Отдел сетей наблюдения"),
    Words("质量处", "Division of Quality", "Отдел качества данных"),
    Words("信息发布处", "Division of Publication", "Отдел публикации данных"),
)

NATURE = _department(
    "nature",
    Words("自然生态保护司", "Department of Nature Conservation", "Департамент охраны природы"),
    Words(
        "负责生物多样性和自然保护地的监督。",
        "Supervises biodiversity and protected areas.",
        "Осуществляет надзор за биоразнообразием и охраняемыми территориями.",
    ),
    [
        paragraph(
            "本司监督自然保护地和生态保护红线，组织生物多样性调查和评估。",
            "The department oversees protected areas and ecological red lines, and organises "
            "surveys of plants and animals.",
            "Департамент осуществляет надзор за охраняемыми территориями и зонами экологических "
            "ограничений и организует обследования растительного и животного мира.",
        ),
    ],
    Words("保护地处", "Division of Protected Areas", "Отдел охраняемых территорий"),
    Words("生物多样性处", "Division of Biodiversity", "Отдел биоразнообразия"),
)

LAW = _department(
    "law-and-standards",
    Words("法规与标准司", "Department of Law and Standards"),
    Words(
        "起草法规和标准，解答适用问题。", "Drafts law and standards and explains how they apply."
    ),
    [
        paragraph(
            "本司起草生态环境法律法规草案和部门规章，组织制定、修订环境质量标准和排放标准。",
            "The department drafts laws and regulations, and prepares and revises standards for "
            "the quality of the environment and for emissions.",
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
        "What the departments do, and their divisions.",
        "Функции департаментов и их отделы.",
    ),
    children=[INTERNATIONAL_COOPERATION, WATER, AIR, SOIL, MONITORING, NATURE, LAW],
)
