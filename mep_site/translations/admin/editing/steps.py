"""The way of a translation's draft to its publication: submitted, then published or returned.

Wagtail allows a page one workflow at a time, and that belongs to the Chinese text.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.models import AbstractPage, Revision

from ...audit import log_edition
from ...languages import Language
from ...models import Edition

# The names by which forms ask for a step.
SUBMIT, RETURN = "action-submit-translation", "action-return-translation"


def submit_translation(
    page: AbstractPage, language: Language, user: AbstractBaseUser, revision: Revision
) -> None:
    """Hand the draft to those who may publish this language."""
    _take_step(page, language, user, Edition.Step.SUBMITTED)
    log_edition(page, "translations.submit", user, revision, languages=(language,))


def return_translation(
    page: AbstractPage, language: Language, user: AbstractBaseUser, comment: str
) -> None:
    """Hand a submitted draft back to its translator, with what is to be done."""
    _take_step(page, language, user, Edition.Step.RETURNED, comment)
    log_edition(
        page, "translations.return", user, languages=(language,), details={"comment": comment}
    )


def _take_step(
    page: AbstractPage,
    language: Language,
    user: AbstractBaseUser,
    step: Edition.Step,
    comment: str = "",
) -> None:
    Edition.objects.filter(page_id=page.pk).in_language(language).update(
        step=step, step_at=timezone.now(), step_by=user, step_comment=comment
    )
