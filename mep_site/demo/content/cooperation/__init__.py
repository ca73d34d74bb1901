"""International cooperation: the index and its programmes."""

from cooperation.models import CooperationIndex

from ...bodies import bullets, heading, paragraph, picture, related
from ...outline import outline
from ...words import Words
from .cica import CICA
from .forum import FORUM
from .kazakhstan import KAZAKHSTAN
from .russia import RUSSIA
from .sco import SCO

COOPERATION = outline(
    CooperationIndex,
    "cooperation",
    Words("国际合作", "International cooperation", "Международное сотрудничество"),
    Words(
        "介绍生态环境部参与的多边和双边合作机制、成员、工作组和成果。",
        "The mechanisms in which the ministry takes part: members, working groups and results.",
        "Механизмы, в которых участвует министерство: члены, рабочие группы и результаты.",
    ),
    in_menu=True,
    body=[
        paragraph(
            "空气、河流和候鸟不受国界限制。生态环境部与周边国家和国际组织一道，"
            "在多边和双边框架下交换信息、协调政策、共同应对环境风险。",
            "Air, rivers and migrating birds know no borders. Together with neighbouring states "
            "and international organisations, the ministry exchanges information, coordinates "
            "policy and responds to environmental risks.",
            "Воздух, реки и перелётные птицы не знают границ. Вместе с соседними государствами и "
            "международными организациями министерство обменивается информацией, согласовывает "
            "природоохранную политику и противостоит экологическим рискам.",
        ),
        heading("合作方式", "How we work together", "Формы сотрудничества"),
        bullets(
            Words(
                "部长级会议和专家会议；",
                "meetings of ministers and of experts;",
                "совещания министров и экспертов;",
            ),
            Words(
                "联合工作组和共同监测；",
                "joint working groups and joint monitoring;",
                "совместные рабочие группы и совместный мониторинг;",
            ),
            Words(
                "研讨培训和信息平台。",
                "seminars, training and information platforms.",
                "семинары, учебные курсы и информационные платформы.",
            ),
        ),
        picture("lake"),
        related(
            "about/departments/international-cooperation",
            "about/institutions/feco",
            title=Words("负责机构", "Who is responsible", "Ответственные подразделения"),
        ),
    ],
    children=[SCO, RUSSIA, KAZAKHSTAN, CICA, FORUM],
)
