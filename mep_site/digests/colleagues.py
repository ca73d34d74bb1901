"""The people at work in the admin who can be told of something by mail."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from .models import DigestPreference

ADMIN = "wagtailadmin.access_admin"


def colleagues(wish: str) -> Iterator[AbstractBaseUser]:
    """Those who may enter the admin, have an address, and want mails of this kind.

    ``wish`` is ``daily`` or ``at_once``, as :class:`DigestPreference` has them.
    """
    unwilling = DigestPreference.objects.filter(**{wish: False}).values("user")
    users = get_user_model().objects.filter(is_active=True).exclude(email="")
    for user in users.exclude(pk__in=unwilling).order_by("pk"):
        if user.has_perm(ADMIN):
            yield user


@contextmanager
def as_set_by(user: AbstractBaseUser) -> Iterator[None]:
    """Speak the language, and tell the time, that a colleague has chosen for the admin."""
    profile = UserProfile.objects.filter(user=user).first() or UserProfile(user=user)
    with (
        translation.override(profile.get_preferred_language()),
        timezone.override(profile.get_current_time_zone()),
    ):
        yield
