"""Who needs a second factor: whoever can publish or administer, by permissions, not by groups.

Two factors make what NIST SP 800-63B-4 calls assurance level 2 (section 2.2).
"""

from collections.abc import Callable, Iterator

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from wagtail.contrib.settings.registry import registry

from mep_site.translations.permissions import PermissionType, languages_for

# What these models hold decides who may do what, and where the site is.
ADMINISTERED = ("auth.user", "auth.group", "wagtailcore.site", "wagtailcore.workflow")
SETTINGS_OF_DEMO = "mep_site.settings.dev"
CHANGES = ("add", "change", "delete")


def needs_second_factor(user: AbstractBaseUser) -> bool:
    """Whether the user may enter the admin with a second factor only."""
    return not is_only_offered() and is_powerful(user)


def is_powerful(user: AbstractBaseUser) -> bool:
    """Whether the user can publish or administer: whether any of :data:`RULES` says so."""
    return any(rule(user) for rule in RULES)


def is_only_offered() -> bool:
    """Whether the second factor is nobody's duty, as in the demo; see ``settings/dev.py``."""
    return getattr(settings, "SECOND_FACTOR_IS_ONLY_OFFERED", False)


def refuse_offer_in_production() -> None:
    """:class:`ImproperlyConfigured` if other settings than the demo's make it nobody's duty."""
    if is_only_offered() and settings.SETTINGS_MODULE != SETTINGS_OF_DEMO:
        raise ImproperlyConfigured(
            "SECOND_FACTOR_IS_ONLY_OFFERED opens the admin to whoever knows a password. "
            f"Only {SETTINGS_OF_DEMO} may have it."
        )


def has_second_factor(user: AbstractBaseUser) -> bool:
    """Whether the user has set one up; recovery codes alone are none."""
    own = Authenticator.objects.filter(user_id=user.pk)
    return own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def _is_superuser(user: AbstractBaseUser) -> bool:
    return user.is_active and user.is_superuser


def _publishes(user: AbstractBaseUser) -> bool:
    return bool(languages_for(user, PermissionType.PUBLISH))


def _administers(user: AbstractBaseUser) -> bool:
    return any(user.has_perm(permission) for permission in _permissions_to_administer())


def _permissions_to_administer() -> Iterator[str]:
    """Those to change users, groups, sites and workflows, and those of every setting."""
    for name in (*ADMINISTERED, *(model._meta.label_lower for model in registry)):
        app_label, _, model_name = name.partition(".")
        for change in CHANGES:
            yield f"{app_label}.{change}_{model_name}"


RULES: tuple[Callable[[AbstractBaseUser], bool], ...] = (_is_superuser, _publishes, _administers)
