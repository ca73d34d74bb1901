"""News, leaders' activities, policies and events."""

from .activity import Activity, ActivityIndex, ActivityKind, ActivityOverview
from .event import Event, EventIndex
from .news import NewsArticle, NewsIndex
from .policy import PolicyArticle, PolicyIndex

__all__ = [
    "Activity",
    "ActivityIndex",
    "ActivityKind",
    "ActivityOverview",
    "Event",
    "EventIndex",
    "NewsArticle",
    "NewsIndex",
    "PolicyArticle",
    "PolicyIndex",
]
