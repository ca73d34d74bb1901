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
        "A forum of 27 member states. The environment is one of its five fields, and China "
        "coordinates it.",
        "Форум 27 государств. Окружающая среда — одно из пяти его направлений, и координирует "
        "его Китай.",
    ),
    abbreviation=Words("亚信", "CICA", "СВМДА"),
    established="1992",
    topics=topics("air", "water", "waste", "cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "亚信由哈萨克斯坦倡议，起点是1992年第47届联合国大会。成员国围绕五个领域采取信任措施："
            "军事政治、新威胁新挑战、经济、环境和人文。",
            "Kazakhstan proposed the conference at the 47th session of the United Nations General "
            "Assembly in 1992. Its members build confidence in five fields: military and political "
            "matters, new threats and challenges, the economy, the environment and human contacts.",
            "Созвать совещание Казахстан предложил в 1992 году на 47-й сессии Генеральной "
            "Ассамблеи ООН. Меры доверия охватывают пять направлений: военно-политическое, новые "
            "вызовы и угрозы, экономику, окружающую среду и гуманитарную сферу.",
        ),
    ],
    responsibilities=[
        paragraph(
            "作为环境领域协调国，中方提出年度活动建议，主持环境对话。",
            "As coordinator for the environment, China proposes activities each year and chairs "
            "the dialogue on the environment.",
            "Как координатор направления Китай ежегодно предлагает мероприятия и ведёт диалог "
            "по вопросам окружающей среды.",
        ),
    ],
    achievements=[
        achievement(
            Words("环境对话", "Dialogue on the environment", "Экологический диалог"),
            paragraph(
                "成员国官员和专家就城市空气、水环境和固体废物管理交流做法。",
                "Officials and experts compare how they deal with urban air, water and waste.",
                "Должностные лица и эксперты обмениваются опытом по городскому воздуху, воде и "
                "отходам.",
            ),
        ),
    ],
    next_steps=[
        paragraph(
            "继续办好环境领域研讨活动，欢迎更多观察员参加。",
            "The seminars on the environment will continue, and more observers are welcome.",
            "Семинары по окружающей среде продолжатся; приветствуется участие наблюдателей.",
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
                "Kazakhstan makes the proposal at the 47th General Assembly.",
                "Казахстан выступает с инициативой на 47-й сессии Генеральной Ассамблеи.",
            ),
        }
    ],
)
