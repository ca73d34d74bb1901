"""The topics, in the order of the ministry, and what the demo's pages are filed under."""

from typing import Any

from ..library import Reference, page_at
from ..words import Words

TOPICS = {
    "air": Words("大气", "Air", "Воздух"),
    "water": Words("水", "Water", "Вода"),
    "nature": Words("自然生态", "Nature", "Природа"),
    "waste": Words("固体废物", "Waste", "Отходы"),
    "cities": Words("绿色城市", "Green cities", "Экологичные города"),
    "monitoring": Words("环境监测", "Monitoring", "Мониторинг"),
    "cooperation": Words("国际合作", "International cooperation", "Международное сотрудничество"),
    "participation": Words("公众参与", "Public participation", "Участие общественности"),
}


def topics(*slugs: str) -> list[dict[str, Any]]:
    """Rows for these topics."""
    return [{"topic": Reference("topics", slug)} for slug in slugs]


def by_departments(*slugs: str) -> list[dict[str, Any]]:
    """Rows for these departments."""
    return [{"department": page_at(f"about/departments/{slug}")} for slug in slugs]


def about_programmes(*slugs: str) -> list[dict[str, Any]]:
    """Rows for these programmes."""
    return [{"programme": page_at(f"cooperation/{slug}")} for slug in slugs]


def about_countries(*codes: str) -> list[dict[str, Any]]:
    """Rows for the states with these codes."""
    return [{"country_id": code} for code in codes]
