"""The Euro-Asia Economic Forum; it has no Russian text yet."""

from cooperation.models import Programme

from ...bodies import achievement, bullets, paragraph
from ...library import image
from ...outline import outline
from ...words import Words
from ..topics import by_departments, topics

FORUM = outline(
    Programme,
    "euro-asia-economic-forum",
    Words("欧亚经济论坛", "Euro-Asia Economic Forum"),
    Words(
        "论坛下设生态分会，讨论欧亚地区的绿色发展。",
        "The forum’s ecology session discusses green development in Europe and Asia.",
    ),
    established="2005",
    topics=topics("cooperation"),
    departments=by_departments("international-cooperation"),
    background=[
        paragraph(
            "论坛经国务院批准于2005年创办，以上海合作组织国家为主，面向欧亚各国开放，"
            "至今已举办八届。",
            "The forum was founded in 2005 with the approval of the State Council. It centres on "
            "the SCO states, is open to all of Europe and Asia, and has been held eight times.",
        ),
    ],
    responsibilities=[
        bullets(
            Words("筹备生态分会议题；", "prepare the agenda of the ecology session;"),
            Words("邀请专家和企业参加。", "invite experts and businesses to take part."),
        ),
    ],
    achievements=[
        achievement(
            Words("生态分会", "Ecology session", ""),
            paragraph(
                "分会已举办多次，成为各国环境机构见面和商谈的固定场合。",
                "The session has been held several times and has become a regular occasion for "
                "environmental bodies to meet and confer.",
            ),
        ),
    ],
    next_steps=[
        paragraph(
            "结合论坛举办环保技术展示和培训活动。",
            "Exhibitions of environmental technology and training courses will be held alongside "
            "the forum.",
        ),
    ],
    working_groups=[
        {
            "name": Words("欧亚经济论坛", "Euro-Asia Economic Forum"),
            "launched": "2005",
            "sessions_held": 8,
        }
    ],
    figures=[{"image": image("skyline")}],
)
