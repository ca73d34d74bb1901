"""The demo's users.

The passwords stand here in clear because they guard a demonstration only: ``load_demo`` refuses to
run with production settings.
"""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.users.models import UserProfile

from mep_site.search.models import Pick, SearchCount, Term
from mep_site.siteconfig.models import HotKeyword, UrgentNotice
from mep_site.subscriptions.models import Subscription
from mep_site.translations.permissions.groups import (
    EDITORS,
    PUBLISHERS,
    TRANSLATORS,
    GroupDefinition,
)


@dataclass(frozen=True)
class DemoUser:
    """A demo user; one without a role is a superuser."""

    username: str
    password: str
    name: str
    description: str
    admin_language: str
    role: GroupDefinition | None = None


ADMINISTRATOR = DemoUser("admin", "demo-admin", "陈静", "Administrator", "zh-hans")
PEOPLE = (
    ADMINISTRATOR,
    DemoUser("editor", "demo-editor", "李文", "Chinese editor", "zh-hans", EDITORS),
    DemoUser(
        "english", "demo-english", "Anna Smith", "English translator", "en", TRANSLATORS["en"]
    ),
    DemoUser(
        "russian", "demo-russian", "Ольга Иванова", "Russian translator", "ru", TRANSLATORS["ru"]
    ),
    DemoUser("publisher", "demo-publisher", "周明", "Publisher", "zh-hans", PUBLISHERS),
)


def load_people() -> AbstractUser:
    """Create the users that do not exist; returns the administrator."""
    for person in PEOPLE:
        if not get_user_model().objects.filter(username=person.username).exists():
            _create_user(person)
    _let_import(EDITORS, PUBLISHERS)
    _let_tend_visitors(EDITORS, PUBLISHERS)
    _let_word_notices(*TRANSLATORS.values())
    return get_user_model().objects.get(username=ADMINISTRATOR.username)


def _let_import(*roles: GroupDefinition) -> None:
    """Give groups the permissions of the importer of the old site, if that is installed."""
    permissions = Permission.objects.filter(content_type__app_label="legacy")
    for group in Group.objects.filter(name__in=[role.name for role in roles]):
        group.permissions.add(*permissions)


def _let_tend_visitors(*roles: GroupDefinition) -> None:
    """Let groups keep terms, picks, keywords, notices; see what is searched for and followed."""
    models = ContentType.objects.get_for_models(
        Term, Pick, SearchCount, HotKeyword, UrgentNotice, Subscription
    )
    permissions = Permission.objects.filter(content_type__in=models.values())
    for group in Group.objects.filter(name__in=[role.name for role in roles]):
        group.permissions.add(*permissions)


def _let_word_notices(*roles: GroupDefinition) -> None:
    """Let groups write urgent notices in their languages, but neither begin nor end one."""
    permission = Permission.objects.get(codename="change_urgentnotice")
    for group in Group.objects.filter(name__in=[role.name for role in roles]):
        group.permissions.add(permission)


def known_people() -> list[DemoUser]:
    """The demo users that exist."""
    usernames = set(get_user_model().objects.values_list("username", flat=True))
    return [person for person in PEOPLE if person.username in usernames]


def _create_user(person: DemoUser) -> None:
    user = get_user_model().objects.create_user(
        person.username,
        password=person.password,
        last_name=person.name,
        is_staff=person.role is None,
        is_superuser=person.role is None,
    )
    if person.role:
        user.groups.add(Group.objects.get(name=person.role.name))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = person.admin_language
    profile.save()
