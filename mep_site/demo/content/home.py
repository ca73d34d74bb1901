"""The home page, with everything below it."""

from mep_site.home.models import HomePage

from ..outline import outline
from ..words import Words
from .about import ABOUT
from .accessibility import ACCESSIBILITY
from .cooperation import COOPERATION
from .events import EVENTS
from .news import NEWS
from .pages import CONTACT, INTERNAL, SITE_MAP, STATEMENT
from .policies import POLICIES
from .privacy import PRIVACY
from .sections import SECTIONS
from .services import SERVICES

HOME = outline(
    HomePage,
    "home",
    Words(
        "保护生态环境，共建清洁美丽家园",
        "Clean air, clean water, healthy soil",
        "Чистый воздух, чистая вода, здоровая почва",
    ),
    Words(
        "发布生态环境政策、监测信息和国际合作动态，提供中文、英文、俄文三种文本。",
        "Policies, monitoring and international cooperation, in Chinese, English and Russian.",
        "Документы, данные мониторинга и международное сотрудничество — на китайском, английском "
        "и русском языках.",
    ),
    sections=SECTIONS,
    children=[
        ABOUT,
        NEWS,
        POLICIES,
        EVENTS,
        COOPERATION,
        SERVICES,
        CONTACT,
        STATEMENT,
        ACCESSIBILITY,
        PRIVACY,
        SITE_MAP,
        INTERNAL,
    ],
)
