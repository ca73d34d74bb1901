"""Why a capture cannot be brought over."""

from enum import StrEnum


class Reason(StrEnum):
    """The reasons for which a whole file is refused; ``wording`` puts them into words."""

    NOT_READABLE = "not readable"
    EMPTY = "empty"
    BINARY = "binary"
    NOT_WHOLE = "not whole"
    NO_HOME_PAGE = "no home page"
    INVALID = "invalid"
    TOO_LONG = "too long"
    NO_PAGE = "no page"
    FAULT = "fault"


class RefusedCaptureError(Exception):
    """The file stays out; nothing of it has been imported."""

    def __init__(self, reason: Reason, details: str = "") -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details
