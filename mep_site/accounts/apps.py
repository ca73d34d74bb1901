"""App configuration of mep_site.accounts."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """How colleagues sign in."""

    name = "mep_site.accounts"
    verbose_name = _("Signing in")

    def ready(self) -> None:
        """Have sessions end, and a material change of the Chinese confirmed."""
        from mep_site.translations.publishing.gates import register_gate

        from .confirming import refuse_unless_confirmed
        from .obligation import refuse_offer_in_production

        refuse_offer_in_production()
        user_logged_in.connect(_begin_session)
        register_gate(refuse_unless_confirmed)


def _begin_session(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    from .sessions import begin

    begin(request.session)
