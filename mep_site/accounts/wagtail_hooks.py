"""Where the admin leads to what one signs in with, and what its log says of it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from .obligation import has_second_factor, is_only_offered, is_powerful
from .resetting import RESET_ACTION


@hooks.register("register_account_menu_item")
def lead_to_second_factors(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Passkeys, an app that shows codes, and recovery codes."),
    }


@hooks.register("register_account_menu_item")
def lead_to_sessions(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("usersessions_list"),
        "label": _("Where you are signed in"),
        "help_text": _("See where, and sign out everywhere else."),
    }


class SecondFactorOffer(Component):
    """Says on the home page of the demo's admin what a real site would ask for."""

    name = "second-factor-offer"
    template_name = "accounts/second_factor_offer.html"
    order = 50


@hooks.register("construct_homepage_panels")
def offer_second_factor(request: HttpRequest, panels: list[Component]) -> None:
    user = request.user
    if is_only_offered() and is_powerful(user) and not has_second_factor(user):
        panels.append(SecondFactorOffer())


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """What an operator does; what users do with their second factors the audit log has."""
    actions.register_action(
        RESET_ACTION,
        gettext_lazy("Reset the second factor"),
        gettext_lazy("Second factor reset by whoever runs the site"),
    )
