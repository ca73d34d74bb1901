"""News, leaders' activities, policies and events."""

from .activity import Activity, ActivityIndex, ActivityOverview
from .event import Event, EventIndex
from .news import NewsArticle, NewsIndex
from .policy import PolicyArticle, PolicyIndex

__all__ = [
    "Activity",
    "ActivityIndex",
    "ActivityOverview",
    "Event",
    "EventIndex",
    "NewsArticle",
    "NewsIndex",
    "PolicyArticle",
    "PolicyIndex",
]
