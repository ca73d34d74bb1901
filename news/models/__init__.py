"""News, leaders' activities and policies."""

from .activity import Activity, ActivityIndex, ActivityOverview
from .news import NewsArticle, NewsIndex
from .policy import PolicyArticle, PolicyIndex

__all__ = [
    "Activity",
    "ActivityIndex",
    "ActivityOverview",
    "NewsArticle",
    "NewsIndex",
    "PolicyArticle",
    "PolicyIndex",
]
