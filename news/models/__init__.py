"""News, leaders' activities and policies."""

from .activity import Activity, ActivityIndex, ActivityKind, ActivityOverview
from .news import NewsArticle, NewsIndex
from .policy import PolicyArticle, PolicyIndex

__all__ = [
    "Activity",
    "ActivityIndex",
    "ActivityKind",
    "ActivityOverview",
    "NewsArticle",
    "NewsIndex",
    "PolicyArticle",
    "PolicyIndex",
]
