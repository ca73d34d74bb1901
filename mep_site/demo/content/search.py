"""Search terms and editors' picks of the demo."""

from ..library import page_at
from ..words import Words

TERMS = (
    {
        "name": Words(
            "上海合作组织",
            "Shanghai Cooperation Organization",
            "Шанхайская организация сотрудничества",
        ),
        "abbreviation": Words("上合组织", "SCO", "ШОС"),
    },
    {
        "name": Words(
            "亚洲相互协作与信任措施会议",
            "Conference on Interaction and Confidence Building Measures in Asia",
            "Совещание по взаимодействию и мерам доверия в Азии",
        ),
        "abbreviation": Words("亚信", "CICA", "СВМДА"),
    },
    {
        "name": Words(
            "生态环境部",
            "Ministry of Ecology and Environment",
            "Министерство экологии и окружающей среды",
        ),
        "abbreviation": Words("", "MEE", "МЭОС"),
    },
    # Bodies.
    {
        "name": Words("联合国", "United Nations", "Организация Объединённых Наций"),
        "abbreviation": Words("", "UN", "ООН"),
    },
    {
        "name": Words(
            "联合国环境规划署",
            "United Nations Environment Programme",
            "Программа Организации Объединённых Наций по окружающей среде",
        ),
        "abbreviation": Words("环境署", "UNEP", "ЮНЕП"),
        "synonyms": Words("", "", "Программа ООН по окружающей среде"),
    },
    {
        "name": Words(
            "全球环境基金", "Global Environment Facility", "Глобальный экологический фонд"
        ),
        "abbreviation": Words("", "GEF", "ГЭФ"),
    },
    {
        "name": Words(
            "欧洲安全与合作组织",
            "Organization for Security and Co-operation in Europe",
            "Организация по безопасности и сотрудничеству в Европе",
        ),
        "abbreviation": Words("欧安组织", "OSCE", "ОБСЕ"),
    },
    {"name": Words("欧亚经济论坛", "Euro-Asia Economic Forum", "Евразийский экономический форум")},
    # Treaties.
    {
        "name": Words(
            "生物多样性公约",
            "Convention on Biological Diversity",
            "Конвенция о биологическом разнообразии",
        ),
        "abbreviation": Words("", "CBD", "КБР"),
    },
    {
        "name": Words(
            "联合国气候变化框架公约",
            "United Nations Framework Convention on Climate Change",
            "Рамочная конвенция Организации Объединённых Наций об изменении климата",
        ),
        "abbreviation": Words("", "UNFCCC", "РКИК ООН"),
        "synonyms": Words("", "", "Рамочная конвенция ООН об изменении климата"),
    },
    {"name": Words("京都议定书", "Kyoto Protocol", "Киотский протокол")},
    {"name": Words("巴黎协定", "Paris Agreement", "Парижское соглашение")},
    {"name": Words("巴塞尔公约", "Basel Convention", "Базельская конвенция")},
    {"name": Words("鹿特丹公约", "Rotterdam Convention", "Роттердамская конвенция")},
    {"name": Words("斯德哥尔摩公约", "Stockholm Convention", "Стокгольмская конвенция")},
    {
        "name": Words("水俣公约", "Minamata Convention", "Минаматская конвенция"),
        "synonyms": Words("汞公约", "mercury convention", "конвенция о ртути"),
    },
    {"name": Words("蒙特利尔议定书", "Montreal Protocol", "Монреальский протокол")},
    {
        "name": Words(
            "联合国防治荒漠化公约",
            "United Nations Convention to Combat Desertification",
            "Конвенция Организации Объединённых Наций по борьбе с опустыниванием",
        ),
        "abbreviation": Words("", "UNCCD", "КБО ООН"),
    },
    {
        "name": Words("湿地公约", "Ramsar Convention", "Рамсарская конвенция"),
        "synonyms": Words(
            "拉姆萨尔公约", "Convention on Wetlands", "Конвенция о водно-болотных угодьях"
        ),
    },
    {
        "name": Words(
            "濒危野生动植物种国际贸易公约",
            "Convention on International Trade in Endangered Species of Wild Fauna and Flora",
            "Конвенция о международной торговле видами дикой фауны и флоры, находящимися под "
            "угрозой исчезновения",
        ),
        "abbreviation": Words("", "CITES", "СИТЕС"),
    },
    # Cities in which bodies meet.
    {"name": Words("北京", "Beijing", "Пекин")},
    {"name": Words("上海", "Shanghai", "Шанхай")},
    {"name": Words("西安", "Xi’an", "Сиань")},
    {"name": Words("哈尔滨", "Harbin", "Харбин")},
    {"name": Words("青岛", "Qingdao", "Циндао")},
    {"name": Words("莫斯科", "Moscow", "Москва")},
    {"name": Words("阿斯塔纳", "Astana", "Астана")},
    # Words of the trade.
    {"name": Words("空气质量", "air quality", "качество воздуха")},
    {
        "name": Words("空气质量指数", "air quality index", "индекс качества воздуха"),
        "abbreviation": Words("", "AQI", "ИКВ"),
    },
    {"name": Words("环境监测", "environmental monitoring", "экологический мониторинг")},
    {
        "name": Words(
            "环境影响评价",
            "environmental impact assessment",
            "оценка воздействия на окружающую среду",
        ),
        "abbreviation": Words("环评", "EIA", "ОВОС"),
    },
    {"name": Words("生物多样性", "biodiversity", "биоразнообразие")},
    {"name": Words("水污染", "water pollution", "загрязнение воды")},
    {"name": Words("采样", "sampling", "отбор проб")},
    {
        "name": Words("节能", "energy saving", "энергосбережение"),
        "synonyms": Words(
            "省电\n节电\n节约用电",
            "saving energy\nsave electricity\nsaving electricity",
            "экономия энергии\nэкономить электричество",
        ),
    },
    {
        "name": Words("征求意见", "public consultation", "общественное обсуждение"),
        "synonyms": Words("", "consultation\ncomments invited", ""),
    },
    {"name": Words("备忘录", "memorandum", "меморандум")},
    {
        "name": Words("志愿者", "volunteers", "волонтёры"),
        "synonyms": Words("志愿服务", "volunteering", "волонтёрство\nдобровольцы"),
    },
    {
        "name": Words("反映环境问题", "report pollution", "сообщить о загрязнении"),
        "synonyms": Words("举报\n投诉", "complain\ncomplaint", "пожаловаться\nжалоба"),
    },
    {
        "name": Words("风电场", "wind farm", "ветроэлектростанция"),
        "synonyms": Words(
            "风电\n风力发电", "wind turbine\nwind power", "ветряк\nветрогенератор\nветропарк"
        ),
    },
    {
        "name": Words("术语", "terms", "термины"),
        "synonyms": Words("词汇\n词汇表", "glossary\nvocabulary", "словарь\nсловарь терминов"),
    },
    {
        "name": Words("环境教育", "environmental education", "экологическое просвещение"),
        "synonyms": Words(
            "环保课程\n环境课程",
            "environmental lessons",
            "уроки экологии\nэкологическое образование",
        ),
    },
    # What pages of every site are asked for by.
    {
        "name": Words("个人信息", "personal data", "персональные данные"),
        "synonyms": Words(
            "隐私\n隐私政策",
            "privacy\nprivacy policy",
            "конфиденциальность\nполитика конфиденциальности",
        ),
    },
    {
        "name": Words("联系方式", "contact details", "контактные данные"),
        "synonyms": Words(
            "联系我们\n电话号码", "contact us\nphone number", "контакты\nномер телефона"
        ),
    },
    {
        "name": Words("著作权", "copyright", "авторское право"),
        "synonyms": Words("版权\n转载", "rights notice", "авторские права"),
    },
)

PICKS = (
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "zh-hans",
        "queries": "上合\n上海合作组织\n上合组织",
    },
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "en",
        "queries": "SCO\nShanghai Cooperation Organization",
    },
    {
        "page": page_at("cooperation/shanghai-cooperation-organisation"),
        "language": "ru",
        "queries": "ШОС\nШанхайская организация сотрудничества",
    },
)
