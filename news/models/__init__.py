"""News, leaders' activities and policies."""

from .activity import Activity, ActivityIndex
from .news import NewsArticle, NewsIndex
from .policy import PolicyArticle, PolicyIndex

__all__ = [
    "Activity",
    "ActivityIndex",
    "NewsArticle",
    "NewsIndex",
    "PolicyArticle",
    "PolicyIndex",
]
