"""What has been brought over from the old site, how it was understood, and what is doubtful."""

from .anomaly import LegacyAnomaly
from .capture import LegacyCapture, LegacyImport, LegacyTail
from .reading import LegacyPage, LegacyReading

__all__ = [
    "LegacyAnomaly",
    "LegacyCapture",
    "LegacyImport",
    "LegacyPage",
    "LegacyReading",
    "LegacyTail",
]
