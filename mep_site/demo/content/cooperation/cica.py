"""The Conference on Interaction and Confidence Building Measures in Asia."""

from cooperation.models import Member, Programme

from ...bodies import achievement, paragraph
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics

MEMBERS = (
    *("AF", "AZ", "CN", "EG", "IN", "IR", "IL", "KZ", "KG", "MN", "PK", "PS", "RU", "TJ"),
    *("TR", "UZ", "TH", "KR", "JO", "AE", "VN", "IQ", "BH", "KH", "QA", "BD", "LK"),
)
OBSERVER_STATES = ("ID", "JP", "LA", "MY", "PH", "UA", "US", "BY")
OBSERVER_ORGANISATIONS = (
    Words("联合国", "United Nations", "Организация Объединённых Наций"),
    Words(
        "欧洲安全与合作组织",
        "Organization for Security and Co-operation in Europe",
        "Организация по безопасности и сотрудничеству в Европе",
    ),
    Words(
        "国际移民组织",
        "International Organization for Migration",
        "Международная организация по миграции",
    ),
    Words("阿拉伯国家联盟", "League of Arab States", "Лига арабских государств"),
    Words(
        "突厥语国家议会大会",
        "Parliamentary Assembly of Turkic-speaking Countries",
        "Парламентская ассамблея тюркоязычных стран",
    ),
)

CICA = outline(
    Programme,
    "cica",
    Words(
        "亚洲相互协作与信任措施会议",
        "Conference on Interaction and Confidence Building Measures in Asia",
        "Совещание по взаимодействию и мерам доверия в Азии",
    ),
    Words(
        "27个成员国参加的论坛，环境是其五个合作领域之一，中国担任环境领域协调国。",
        "A forum of 27 member states. The environment is one of its five fields of cooperation; "
        "China is its coordinator.",
        "Форум 27 государств-членов. Окружающая среда — одно из пяти направлений его работы; "
        "координатор этого направления — Китай.",
    ),
    abbreviation=Words("亚信", "CICA", "СВМДА"),
    established="1992",
    topics=topics("air", "water", "waste", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "亚信由哈萨克斯坦于1992年在第47届联合国大会上倡议建立。成员国在军事政治、新威胁新挑战、"
            "经济、环境和人文五个领域落实信任措施。",
            "Kazakhstan proposed the conference at the 47th session of the United Nations General "
            "Assembly in 1992. Its members carry out confidence-building measures in five "
            "dimensions: military-political, new challenges and threats, economic, environmental "
            "and human.",
            "Созвать совещание Казахстан предложил в 1992 году на 47-й сессии Генеральной "
            "Ассамблеи ООН. Меры доверия охватывают пять измерений: военно-политическое, новых "
            "вызовов и угроз, экономическое, экологическое и человеческое.",
        ),
    ],
    responsibilities=[
        paragraph(
            "作为环境领域协调国，中方提出年度活动建议，主持环境对话。",
            "As coordinator for the environment, China proposes activities each year and chairs "
            "the environmental dialogue.",
            "Как координатор экологического направления Китай ежегодно предлагает мероприятия и "
            "ведёт экологический диалог.",
        ),
    ],
    achievements=[
        achievement(
            Words("环境对话", "Environmental dialogue", "Экологический диалог"),
            paragraph(
                "成员国官员和专家就城市空气、水环境和固体废物管理交流做法。",
                "Officials and experts from the member states share experience of managing urban "
                "air, water and solid waste.",
                "Должностные лица и эксперты обмениваются опытом охраны воздуха в городах и "
                "водной среды и обращения с твёрдыми отходами.",
            ),
        ),
    ],
    next_steps=[
        paragraph(
            "继续办好环境领域研讨活动，欢迎更多观察员参加。",
            "The seminars on the environment will continue, and more observers are welcome to "
            "take part.",
            "Семинары по вопросам окружающей среды продолжатся; приветствуется участие большего "
            "числа наблюдателей.",
        ),
    ],
    members=[
        *({"country_id": code, "status": Member.Status.MEMBER} for code in MEMBERS),
        *({"country_id": code, "status": Member.Status.OBSERVER} for code in OBSERVER_STATES),
        *(
            {"organisation": name, "status": Member.Status.OBSERVER}
            for name in OBSERVER_ORGANISATIONS
        ),
    ],
    milestones=[
        {
            "date": "1992",
            "text": Words(
                "哈方在第47届联合国大会上倡议建立亚信。",
                "Kazakhstan proposes CICA at the 47th session of the United Nations General "
                "Assembly.",
                "Казахстан предложил созвать СВМДА на 47-й сессии Генеральной Ассамблеи ООН.",
            ),
        }
    ],
)
