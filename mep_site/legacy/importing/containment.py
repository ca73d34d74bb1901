"""One bad file never stops the others: whatever goes wrong with it becomes its refusal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction

from mep_site.legacy.reading.refusals import Reason, RefusedCaptureError

LONGEST_DETAILS = 500

logger = logging.getLogger(__name__)


@contextmanager
def contained(name: str) -> Iterator[None]:
    """A transaction in which every error is a ``RefusedCaptureError``; a fault of ours is logged.

    ``name`` is that of the file, for whoever reads the log.
    """
    try:
        with transaction.atomic():
            yield
    except RefusedCaptureError:
        raise
    except ValidationError as error:
        raise RefusedCaptureError(Reason.INVALID, details_of(error)) from error
    except Exception as error:
        logger.exception("%s could not be brought over", name)
        fault = f"{type(error).__name__}: {error}"
        raise RefusedCaptureError(Reason.FAULT, fault[:LONGEST_DETAILS]) from error


def details_of(error: ValidationError) -> str:
    """Which fields were refused, and why."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
    )
