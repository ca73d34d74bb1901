"""A page that is published one language at a time, whoever asks for it."""

import logging
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Revision

from ..languages import Language
from .gates import UntimelyError
from .publish import SCHEDULED, PublishEditionAction
from .unpublish import UnpublishEditionsAction

logger = logging.getLogger(__name__)


class PublishedByLanguage:
    """A page that is published and unpublished language by language, whatever path that takes."""

    def publish(self, revision: Revision, **options: Any) -> None:
        """Publish the language of the revision; see :class:`PublishEditionAction`."""
        skip = options.pop("skip_permission_checks", False)
        try:
            PublishEditionAction(revision, **options).execute(skip_permission_checks=skip)
        except UntimelyError as reason:
            if options.get("log_action") != SCHEDULED:
                raise
            # It stays due and goes live after the Chinese text has.
            logger.warning("Page %s: %s", self.pk, reason)

    def unpublish(
        self,
        set_expired: bool = False,
        commit: bool = True,
        user: AbstractBaseUser | None = None,
        log_action: bool | str = True,
        languages: list[Language] | None = None,
    ) -> None:
        """Unpublish these languages, by default all that are live and that the user may."""
        UnpublishEditionsAction(
            self,
            set_expired=set_expired,
            commit=commit,
            user=user,
            log_action=log_action,
            languages=languages,
        ).execute(skip_permission_checks=user is None)
