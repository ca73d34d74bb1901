"""The demo's groups and users.

The passwords stand here in clear because they guard a demonstration only: ``load_demo`` refuses to
run with production settings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from wagtail.documents import get_permission_policy as document_policy
from wagtail.images import get_permission_policy as image_policy
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
)
from wagtail.users.models import UserProfile

from mep_site.core.models import BasePage
from mep_site.translations.languages import get_language
from mep_site.translations.permissions import APP_LABEL, edit_codename


@dataclass(frozen=True)
class Role:
    """A group: what it may do with pages and with the libraries, and in which languages."""

    name: str
    page_actions: tuple[str, ...]
    library_actions: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """A demo user; one without a role is a superuser."""

    username: str
    password: str
    description: str
    admin_language: str
    role: Role | None = None


KEEPING = ("add", "change", "choose")

EDITORS = Role("Editors (Chinese)", ("add", "change"), KEEPING, ("zh-hans",))
ENGLISH_TRANSLATORS = Role("Translators (English)", ("change",), ("choose",), ("en",))
RUSSIAN_TRANSLATORS = Role("Translators (Russian)", ("change",), ("choose",), ("ru",))
PUBLISHERS = Role(
    "Publishers",
    ("add", "change", "publish", "lock", "unlock"),
    KEEPING,
    ("zh-hans", "en", "ru"),
)
ROLES = (EDITORS, ENGLISH_TRANSLATORS, RUSSIAN_TRANSLATORS, PUBLISHERS)

ADMINISTRATOR = Person("admin", "demo-admin", "Administrator", "zh-hans")
PEOPLE = (
    ADMINISTRATOR,
    Person("editor", "demo-editor", "Chinese editor", "zh-hans", EDITORS),
    Person("english", "demo-english", "English translator", "en", ENGLISH_TRANSLATORS),
    Person("russian", "demo-russian", "Russian translator", "ru", RUSSIAN_TRANSLATORS),
    Person("publisher", "demo-publisher", "Publisher", "zh-hans", PUBLISHERS),
)


def load_groups(home: BasePage) -> None:
    """Create the groups that do not exist, with their rights for the pages below ``home``."""
    for role in ROLES:
        group, is_new = Group.objects.get_or_create(name=role.name)
        if is_new:
            _grant(group, role, home)
            _let_approve(group, role)


def load_people() -> AbstractUser:
    """Create the users that do not exist; returns the administrator."""
    for person in PEOPLE:
        if not get_user_model().objects.filter(username=person.username).exists():
            _create_user(person)
    return get_user_model().objects.get(username=ADMINISTRATOR.username)


def known_people() -> list[Person]:
    """The demo users that exist."""
    usernames = set(get_user_model().objects.values_list("username", flat=True))
    return [person for person in PEOPLE if person.username in usernames]


def _create_user(person: Person) -> None:
    user = get_user_model().objects.create_user(
        person.username,
        password=person.password,
        last_name=person.description,
        is_staff=person.role is None,
        is_superuser=person.role is None,
    )
    if person.role:
        user.groups.add(Group.objects.get(name=person.role.name))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = person.admin_language
    profile.save()


def _grant(group: Group, role: Role, home: BasePage) -> None:
    group.permissions.add(*_general_permissions(role))
    for action in role.page_actions:
        GroupPagePermission.objects.create(group=group, page=home, permission_type=action)
    for permission in _library_permissions(role):
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )


def _let_approve(group: Group, role: Role) -> None:
    """Whoever may publish approves what editors submit, in the workflow that Wagtail comes with."""
    if "publish" in role.page_actions:
        for task in GroupApprovalTask.objects.all():
            task.groups.add(group)


def _general_permissions(role: Role) -> Iterator[Permission]:
    yield Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for code in role.languages:
        yield Permission.objects.get(
            content_type__app_label=APP_LABEL, codename=edit_codename(get_language(code))
        )


def _library_permissions(role: Role) -> Iterator[Permission]:
    """The rights on pictures and documents, which Wagtail keeps with its own models."""
    for policy in (image_policy(), document_policy()):
        for action in role.library_actions:
            yield Permission.objects.get(
                content_type__app_label=policy.app_label,
                codename=f"{action}_{policy.model_name}",
            )
