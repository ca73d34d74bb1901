"""Helps who has lost what they sign in with."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from .notices import RESET, tell

RESET_ACTION = "accounts.second_factor_reset"


def reset_second_factor(user: AbstractBaseUser) -> int:
    """Remove the second factors of a user and end their sessions; returns how many there were.

    The user is told by mail. Who needs a second factor is led to set one up at the next sign-in.
    """
    with transaction.atomic():
        removed, _ = Authenticator.objects.filter(user_id=user.pk).delete()
        for session in UserSession.objects.filter(user_id=user.pk):
            session.end()
        log(user, RESET_ACTION)
    tell(user, RESET)
    return removed
