"""The home page, with everything below it."""

from mep_site.home.models import HomePage

from ..library import page_at
from ..outline import outline
from ..words import Words
from .about import ABOUT
from .accessibility import ACCESSIBILITY
from .cooperation import COOPERATION
from .news import NEWS
from .pages import CONTACT, INTERNAL, SITE_MAP, STATEMENT
from .policies import POLICIES
from .privacy import PRIVACY
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
    lead_story=page_at("news/sco-environment-ministers-meet-in-moscow"),
    children=[
        ABOUT,
        NEWS,
        POLICIES,
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
