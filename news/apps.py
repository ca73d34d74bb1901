"""App configuration of news."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """What the ministry says: news, leaders' activities, policies."""

    name = "news"
    verbose_name = _("News, activities and policies")
