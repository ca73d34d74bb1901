"""Why a capture cannot be brought over."""

from enum import StrEnum


class Reason(StrEnum):
    """The reasons for which a whole file is refused; the command puts them into words."""

    NOT_READABLE = "not readable"
    EMPTY = "empty"
    BINARY = "binary"
    NOT_UTF8 = "not UTF-8"
    UNKNOWN_KIND = "unknown kind"
    NO_TITLE = "no title"
    NO_LEADER = "no leader"
    NO_HOME_PAGE = "no home page"
    INVALID = "invalid"


class RefusedCaptureError(Exception):
    """The file stays out; nothing of it has been imported."""

    def __init__(self, reason: Reason, details: str = "") -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details
